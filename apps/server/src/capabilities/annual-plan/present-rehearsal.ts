import type { Rehearsal } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** A rehearsal as the contract sends it: ISO dates, people with their names and load. */
export async function presentRehearsal(tx: Tx, rehearsal: Rehearsal) {
  const load = new Map<string, { notices: number; days: Set<string> }>();
  for (const { recipients, on } of rehearsal.reminders) {
    for (const accountId of recipients) {
      const one = load.get(accountId) ?? { notices: 0, days: new Set() };
      one.notices++;
      one.days.add(on);
      load.set(accountId, one);
    }
  }
  const names = await tx.query<{ id: string; name: string }>(
    'select id, name from account where id = any($1) order by name collate "zh-x-icu"',
    [[...load.keys()]],
  );
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
    taskCount: rehearsal.tasks.length,
    reminders: rehearsal.reminders.map((one) => ({
      itemId: one.itemId,
      occurrenceKey: one.occurrenceKey,
      taskKind: one.kind,
      holderAccountId: one.holder.kind === 'account' ? one.holder.accountId : null,
      holderRole: one.holder.kind === 'role' ? one.holder.role : null,
      dueOn: one.dueOn,
      rung: one.rung,
      form: one.form,
      outcome: one.outcome,
      on: one.on,
      recipients: [...one.recipients],
    })),
    people: names.map(({ id, name }) => ({
      accountId: id,
      name,
      notices: load.get(id)?.notices ?? 0,
      days: load.get(id)?.days.size ?? 0,
    })),
    clashes: rehearsal.clashes.map((clash) =>
      clash.kind === 'same-week'
        ? {
            ...clash,
            occurrences: clash.occurrences.map(({ itemId, key }) => ({ itemId, key })),
          }
        : clash,
    ),
  };
}
