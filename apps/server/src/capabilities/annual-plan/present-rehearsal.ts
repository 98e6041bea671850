import type { Rehearsal, RehearsedDuty } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** A rehearsal as the contract sends it: ISO dates, each audience once, people with their names and load. */
export async function presentRehearsal(tx: Tx, rehearsal: Rehearsal) {
  // Somebody who is away all year has no load, and is named by whoever hears instead.
  const away = rehearsal.duties.flatMap(({ rungs }) =>
    rungs.flatMap(({ insteadOf }) => insteadOf.map(({ ofAccountId }) => ofAccountId)),
  );
  const names = await tx.query<{ id: string; name: string }>(
    'select id, name from account where id = any($1) order by name collate person_name',
    [[...new Set([...rehearsal.load.map(({ accountId }) => accountId), ...away])]],
  );
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const loadOf = new Map(rehearsal.load.map((load) => [load.accountId, load]));
  const audiences = new Map<readonly string[], number>();
  const positionOf = (recipients: readonly string[]): number | null => {
    if (recipients.length === 0) return null;
    const known = audiences.get(recipients) ?? audiences.size;
    audiences.set(recipients, known);
    return known;
  };
  const duties = rehearsal.duties.map((duty) => presentDuty(duty, positionOf, nameOf));
  return {
    publishedAt: tx.now.toString(),
    occurrences: rehearsal.occurrences.map((one) => ({
      id: null,
      itemId: one.itemId,
      key: one.key,
      fromOn: one.from,
      toOn: one.to,
      dueOn: one.dueOn,
      dueReason: one.dueReason,
      instanceId: null,
      state: null,
    })),
    waiting: [...rehearsal.waiting],
    taskCount: rehearsal.duties.reduce((sum, { holders }) => sum + holders.length, 0),
    duties,
    audiences: [...audiences.keys()].map((recipients) => [...recipients]),
    people: names.flatMap(({ id, name }) => {
      const load = loadOf.get(id);
      return load === undefined ? [] : [{ ...load, name, weeks: [...load.weeks] }];
    }),
    clashes: rehearsal.clashes.map((clash) => {
      switch (clash.kind) {
        case 'same-week':
        case 'festival-week':
          return { ...clash, occurrences: [...clash.occurrences] };
        case 'anchor-open':
        case 'anchor-provisional':
          return { ...clash, itemIds: [...clash.itemIds] };
        default:
          return clash;
      }
    }),
  };
}

function presentDuty(
  duty: RehearsedDuty,
  positionOf: (recipients: readonly string[]) => number | null,
  nameOf: ReadonlyMap<string, string>,
) {
  return {
    itemId: duty.itemId,
    occurrenceKey: duty.occurrenceKey,
    taskKind: duty.kind,
    opensOn: duty.opensOn,
    dueOn: duty.dueOn,
    holders: duty.holders.length,
    rungs: duty.rungs.map(({ rung, form, outcome, on, recipients, insteadOf }) => ({
      rung,
      form,
      outcome,
      on,
      audience: positionOf(recipients),
      insteadOf: insteadOf.map(({ accountId, ofAccountId }) => ({ accountId, ofName: nameOf.get(ofAccountId) ?? '' })),
    })),
  };
}
