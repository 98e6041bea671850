import type { CadenceWords, ItemFault, LeftOut, PlanItem, PlanReading, ReadItem } from '../../lib/api';
import { type CadenceDraft, lacksCadence } from './cadence-draft';
import { draftOfRead, type ItemDraft } from './item-draft';

/** One item of a reading while it is confirmed. */
export interface ReadEntry {
  /** `item-3`: the fourth item found; `left-7`: the eighth passage left out, which the clerk says is an item. */
  readonly key: string;
  readonly draft: ItemDraft;
  readonly isTicked: boolean;
  /** It stands in the plan already. */
  readonly isTaken: boolean;
  /** What the server says of the cadence as it was read; null once the clerk chose another. */
  readonly words: CadenceWords | null;
}

/** A reading with what the clerk made of it. */
export interface ReadDesk {
  readonly reading: PlanReading;
  readonly entries: readonly ReadEntry[];
  /** What a template's empty places are filled with, by the place as written; filled with itself, it is left on purpose. */
  readonly fills: Readonly<Record<string, string>>;
}

export const itemKey = (index: number) => `item-${index}`;
export const leftKey = (index: number) => `left-${index}`;

/** What an entry was read from. */
export function readOf({ items, leftOut }: PlanReading, key: string): ReadItem | LeftOut | undefined {
  const [kind, index] = key.split('-');
  return (kind === 'item' ? items : leftOut)[Number(index)];
}

function entryOf(key: string, { draft, cadenceWords, isPlanned }: ReadItem, year: number): ReadEntry {
  return { key, draft: draftOfRead(draft, year), isTicked: !isPlanned, isTaken: isPlanned, words: cadenceWords };
}

/** A reading as it comes: everything ticked that the plan does not hold yet. */
export function deskOf(reading: PlanReading, year: number): ReadDesk {
  return { reading, entries: reading.items.map((item, index) => entryOf(itemKey(index), item, year)), fills: {} };
}

export const isOpen = ({ draft }: ReadEntry) => lacksCadence(draft.cadence);
/** What the next act takes. */
export const isReady = (entry: ReadEntry) => entry.isTicked && !entry.isTaken && !isOpen(entry);
/** What stays behind because it is not known when. */
export const isWaiting = (entry: ReadEntry) => entry.isTicked && !entry.isTaken && isOpen(entry);

export function changeEntry(desk: ReadDesk, key: string, change: Partial<ItemDraft>): ReadDesk {
  return {
    ...desk,
    entries: desk.entries.map((entry) =>
      entry.key === key
        ? {
            ...entry,
            isTicked: true,
            draft: { ...entry.draft, ...change },
            words: 'cadence' in change || 'times' in change ? null : entry.words,
          }
        : entry,
    ),
  };
}

/** One answer for everything that still waits for a time. */
export function answerWaiting(desk: ReadDesk, cadence: CadenceDraft): ReadDesk {
  return desk.entries.filter(isWaiting).reduce((next, { key }) => changeEntry(next, key, { cadence }), desk);
}

export function tick(desk: ReadDesk, keys: readonly string[], isTicked: boolean): ReadDesk {
  return {
    ...desk,
    entries: desk.entries.map((entry) => (keys.includes(entry.key) && !entry.isTaken ? { ...entry, isTicked } : entry)),
  };
}

/** The entry as it was read. */
export function restore(desk: ReadDesk, key: string, year: number): ReadDesk {
  const read = readOf(desk.reading, key);
  if (read === undefined) return desk;
  return {
    ...desk,
    entries: desk.entries.map((entry) =>
      entry.key === key
        ? { ...filledEntry(entryOf(key, read, year), desk.fills), isTicked: true, isTaken: entry.isTaken }
        : entry,
    ),
  };
}

/** A passage left out becomes an item, where it stands in the source. */
export function addLeftOut(desk: ReadDesk, index: number, year: number): ReadDesk {
  const key = leftKey(index);
  const passage = desk.reading.leftOut[index];
  if (passage === undefined || desk.entries.some((entry) => entry.key === key)) return desk;
  const order = placesOf(desk.reading);
  const place = (one: string) => order.get(one) ?? Number.POSITIVE_INFINITY;
  const at = desk.entries.findIndex((entry) => place(entry.key) > place(key));
  const cut = at < 0 ? desk.entries.length : at;
  const entry = { ...filledEntry(entryOf(key, passage, year), desk.fills), isTicked: true, isTaken: false };
  return { ...desk, entries: [...desk.entries.slice(0, cut), entry, ...desk.entries.slice(cut)] };
}

/** In which order items and passages left out appear in the source. */
function placesOf({ blocks }: PlanReading): Map<string, number> {
  const places = new Map<string, number>();
  for (const { items, leftOut } of blocks.flatMap(({ parts }) => parts)) {
    for (const key of [...items.map(itemKey), ...(leftOut === null ? [] : [leftKey(leftOut)])]) {
      if (!places.has(key)) places.set(key, places.size);
    }
  }
  return places;
}

type Fills = ReadDesk['fills'];

/** The longest first: ××乡 before ××. */
const filled = (text: string, fills: Fills) =>
  Object.keys(fills)
    .sort((a, b) => b.length - a.length)
    .reduce((words, place) => words.replaceAll(place, fills[place] ?? place), text);

const printedOf = ({ title, sites, leadOffice, cooperating }: ItemDraft) => ({ title, sites, leadOffice, cooperating });

function filledEntry(entry: ReadEntry, fills: Fills): ReadEntry {
  const { title, sites, leadOffice, cooperating } = entry.draft;
  const fill = (text: string) => filled(text, fills);
  const draft = {
    ...entry.draft,
    title: fill(title),
    sites: sites.map(fill),
    leadOffice: fill(leadOffice),
    cooperating: cooperating.map(fill),
  };
  return { ...entry, draft };
}

/** The empty places that an item would still print. */
export function placesIn({ reading }: ReadDesk, { draft }: ReadEntry): string[] {
  const printed = Object.values(printedOf(draft)).flat();
  return reading.placeholders
    .map(({ text }) => text)
    .filter((place) => printed.some((words) => words.includes(place)))
    .filter((place, _, all) => !all.some((longer) => longer !== place && longer.includes(place)));
}

/**
 * One answer for an empty place wherever it stands; null asks again. What the clerk has written herself meanwhile
 * stays, but for the place in it.
 */
export function fillPlaces(desk: ReadDesk, place: string, by: string | null, year: number): ReadDesk {
  const { [place]: _, ...others } = desk.fills;
  const fills: Fills = by === null ? others : { ...others, [place]: by };
  const entries = desk.entries.map((entry) => {
    const read = readOf(desk.reading, entry.key);
    if (entry.isTaken || read === undefined) return entry;
    const asRead = entryOf(entry.key, read, year);
    const before = printedOf(filledEntry(asRead, desk.fills).draft);
    const after = printedOf(filledEntry(asRead, fills).draft);
    const own = printedOf(filledEntry(entry, fills).draft);
    const isAsFilled = (field: keyof typeof before) =>
      JSON.stringify(before[field]) === JSON.stringify(entry.draft[field]);
    return {
      ...entry,
      draft: {
        ...entry.draft,
        title: isAsFilled('title') ? after.title : own.title,
        sites: isAsFilled('sites') ? after.sites : own.sites,
        leadOffice: isAsFilled('leadOffice') ? after.leadOffice : own.leadOffice,
        cooperating: isAsFilled('cooperating') ? after.cooperating : own.cooperating,
      },
    };
  });
  return { ...desk, fills, entries };
}

/** An empty place with the entries it was read in, and what was answered; those of items in the plan are not asked about. */
export interface AskedPlace {
  readonly place: string;
  readonly meant: string | null;
  readonly keys: readonly string[];
  /** Null: not answered yet; the place itself: left. */
  readonly filledWith: string | null;
}

/** The empty places of a document, in the order in which they were read. */
export function askedPlaces(desk: ReadDesk): AskedPlace[] {
  return desk.reading.placeholders.flatMap(({ text: place, meant }) => {
    const keys = desk.entries.flatMap((entry) => {
      const read = readOf(desk.reading, entry.key);
      if (entry.isTaken || read === undefined) return [];
      const { title, sites, leadOffice, cooperating } = read.draft;
      const printed = [title, ...sites, leadOffice ?? '', ...cooperating];
      return printed.some((words) => words.includes(place)) ? [entry.key] : [];
    });
    return keys.length === 0 ? [] : [{ place, meant, keys, filledWith: desk.fills[place] ?? null }];
  });
}

/** The entries that were sent are in the plan. */
export function takeEntries(desk: ReadDesk, keys: readonly string[]): ReadDesk {
  return {
    ...desk,
    entries: desk.entries.map((entry) => (keys.includes(entry.key) ? { ...entry, isTaken: true } : entry)),
  };
}

/** Entries that somebody else has put into the plan meanwhile count as taken. */
export function settle(desk: ReadDesk, planned: readonly PlanItem[]): ReadDesk {
  const isThere = ({ draft }: ReadEntry) =>
    planned.some(({ title, sourceText }) => title === draft.title.trim() && sourceText === draft.sourceText.trim());
  return {
    ...desk,
    entries: desk.entries.map((entry) => (!entry.isTaken && isThere(entry) ? { ...entry, isTaken: true } : entry)),
  };
}

/** The faults of a refused act by entry, then by field. */
export function faultsByEntry(keys: readonly string[], faults: readonly ItemFault[]) {
  const byEntry = new Map<string, Map<string, ItemFault['reason']>>();
  for (const { index, field, reason } of faults) {
    const key = keys[index];
    if (key === undefined) continue;
    const fields = byEntry.get(key) ?? new Map<string, ItemFault['reason']>();
    byEntry.set(key, fields.set(field, fields.get(field) ?? reason));
  }
  return byEntry;
}
