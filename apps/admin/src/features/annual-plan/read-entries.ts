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
  return { reading, entries: reading.items.map((item, index) => entryOf(itemKey(index), item, year)) };
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
      entry.key === key ? { ...entryOf(key, read, year), isTicked: true, isTaken: entry.isTaken } : entry,
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
  const entry = { ...entryOf(key, passage, year), isTicked: true, isTaken: false };
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
