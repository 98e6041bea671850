import type { Rehearsal } from './rehearse.js';

/** What a rehearsal is remembered by. ISO dates. */
export interface RehearsalDigest {
  readonly occurrences: readonly {
    readonly itemId: string;
    readonly title: string;
    readonly key: string;
    readonly dueOn: string;
  }[];
  readonly tasks: number;
  /** Messages of the year, all people together. */
  readonly messages: number;
}

/** An occurrence that a rehearsal has and the other has not, or has on another day. */
export interface RehearsalChange {
  readonly change: 'added' | 'dropped' | 'moved';
  readonly title: string;
  readonly key: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** As much of a rehearsal as the next one is compared with. */
export function digestOf(
  rehearsal: Rehearsal,
  items: readonly { readonly id: string; readonly title: string }[],
): RehearsalDigest {
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  return {
    occurrences: rehearsal.occurrences.map(({ itemId, key, dueOn }) => ({
      itemId,
      title: titles.get(itemId) ?? '',
      key,
      dueOn,
    })),
    tasks: rehearsal.duties.reduce((sum, { holders }) => sum + holders.length, 0),
    messages: rehearsal.load.reduce((sum, { messages }) => sum + messages, 0),
  };
}

/** What changed from one rehearsal to the next: dates that come, go and move, in the order of the days they have now. */
export function compareRehearsals(before: RehearsalDigest, after: RehearsalDigest): RehearsalChange[] {
  const keyOf = ({ itemId, key }: RehearsalDigest['occurrences'][number]) => `${itemId} ${key}`;
  const old = new Map(before.occurrences.map((one) => [keyOf(one), one]));
  const changes: RehearsalChange[] = [];
  for (const one of after.occurrences) {
    const known = old.get(keyOf(one));
    old.delete(keyOf(one));
    const { title, key, dueOn: to } = one;
    if (known === undefined) changes.push({ change: 'added', title, key, from: null, to });
    else if (known.dueOn !== to) changes.push({ change: 'moved', title, key, from: known.dueOn, to });
  }
  for (const { title, key, dueOn } of old.values()) {
    changes.push({ change: 'dropped', title, key, from: dueOn, to: null });
  }
  return changes.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}

const dayOf = ({ from, to }: RehearsalChange) => to ?? from ?? '';
