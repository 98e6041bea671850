import { readFileSync } from 'node:fs';

/**
 * The first source documents as they came: a township's and a county's report of the year with next year's plan behind
 * it, and a street's plan, copied from a web page with its breaks in mid-sentence, full of long sentences and slogans.
 * Nothing is reworded but the names: people, firms and places are invented.
 */
const source = (name: string) => readFileSync(new URL(`source-documents/${name}.txt`, import.meta.url), 'utf8');

export const townshipPlan = source('township');
export const countyPlan = source('county');
export const streetPlan = source('street');
