import type { Clash, DueReason, Rehearsal, RehearsedDuty } from '@xushi/domain';
import type { FiledPlan } from './read-plan-file.js';

/** One dated run of an item with what it asks of people. Items are counted from 1, as in the file. ISO dates. */
export interface RehearsedRun {
  readonly item: number;
  readonly title: string;
  readonly key: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly dueOn: string;
  readonly why: DueReason;
  readonly duties: readonly {
    readonly kind: string;
    readonly opensOn: string;
    readonly dueOn: string;
    /** How many owe it: so many tasks. */
    readonly holders: number;
    readonly rungs: readonly {
      readonly rung: string;
      readonly form: string;
      readonly on: string;
      readonly outcome: 'sent' | 'superseded';
      readonly recipients: number;
    }[];
  }[];
}

/** The answer of `plan rehearse --json`. */
export interface RehearsalSummary {
  readonly year: number;
  readonly title: string;
  readonly publishedAt: string;
  readonly people: number;
  readonly totals: {
    readonly items: number;
    readonly occurrences: number;
    readonly tasks: number;
    /** Rungs that will be sent, one for each task. */
    readonly reminders: number;
    /** Days with at least one notice, over all people: with one digest a day, the messages of the year. */
    readonly messages: number;
  };
  readonly occurrences: readonly RehearsedRun[];
  readonly waiting: readonly { readonly item: number; readonly title: string; readonly anchor: string }[];
  readonly load: Rehearsal['load'];
  readonly clashes: readonly Clash[];
}

/** A rehearsal in the order of its due dates, each date with its reason. */
export function summarizeRehearsal(plan: FiledPlan, rehearsal: Rehearsal): RehearsalSummary {
  const titles = new Map(plan.items.map(({ id, title }) => [id, title]));
  const duties = Map.groupBy(rehearsal.duties, ({ itemId, occurrenceKey }) => `${itemId} ${occurrenceKey}`);
  const occurrences = rehearsal.occurrences.map((one) => ({
    item: Number(one.itemId),
    title: titles.get(one.itemId) ?? '',
    key: one.key,
    fromOn: one.from,
    toOn: one.to,
    dueOn: one.dueOn,
    why: one.dueReason,
    duties: (duties.get(`${one.itemId} ${one.key}`) ?? []).map(dutyOf),
  }));
  return {
    year: plan.year,
    title: plan.title,
    publishedAt: localTime(plan),
    people: new Set(plan.roster.map(({ accountId }) => accountId)).size,
    totals: {
      items: plan.items.length,
      occurrences: occurrences.length,
      tasks: sum(rehearsal.duties, ({ holders }) => holders.length),
      reminders: sum(rehearsal.duties, remindersOf),
      messages: sum(rehearsal.load, ({ messages }) => messages),
    },
    occurrences: occurrences.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.item - b.item)),
    waiting: rehearsal.waiting.map(({ itemId, anchor }) => ({
      item: Number(itemId),
      title: titles.get(itemId) ?? '',
      anchor,
    })),
    load: rehearsal.load,
    clashes: rehearsal.clashes,
  };
}

/** 2026-01-05T15:00+08:00 */
function localTime({ publishedAt, rules }: FiledPlan): string {
  const local = publishedAt.toZonedDateTimeISO(rules.profile.reminder.zone);
  return local.toString({ smallestUnit: 'minute', timeZoneName: 'never' });
}

function dutyOf(duty: RehearsedDuty): RehearsedRun['duties'][number] {
  return {
    kind: duty.kind,
    opensOn: duty.opensOn,
    dueOn: duty.dueOn,
    holders: duty.holders.length,
    rungs: duty.rungs.map(({ rung, form, on, outcome, recipients }) => ({
      rung,
      form,
      on,
      outcome,
      recipients: recipients.length,
    })),
  };
}

function remindersOf({ holders, rungs }: RehearsedDuty): number {
  return holders.length * rungs.filter(({ outcome }) => outcome === 'sent').length;
}

function sum<One>(list: readonly One[], of: (one: One) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
