import type { Occurrence } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** An occurrence with the id it has or will have. */
export type DatedOccurrence = Occurrence & { readonly id: string };

/**
 * Writes occurrences, however many. One whose key is taken by a run that was withdrawn takes that run's place; answers
 * the ids under which they now stand, in the order given.
 */
export async function insertOccurrences(
  tx: Tx,
  committeeId: string,
  occurrences: readonly DatedOccurrence[],
): Promise<string[]> {
  if (occurrences.length === 0) return [];
  const withdrawn = await tx.query<{ id: string; itemId: string; key: string }>(
    `select o.id, o.plan_item_id as "itemId", o.key
     from unnest($2::uuid[], $3::text[]) as wanted (item_id, key)
     join occurrence o on o.committee_id = $1 and o.plan_item_id = wanted.item_id and o.key = wanted.key`,
    [committeeId, occurrences.map(({ itemId }) => itemId), occurrences.map(({ key }) => key)],
  );
  const known = new Map(withdrawn.map(({ id, itemId, key }) => [`${itemId} ${key}`, id]));
  const placed = occurrences.map((one) => ({ ...one, id: known.get(`${one.itemId} ${one.key}`) ?? one.id }));
  const isNew = (one: DatedOccurrence) => !known.has(`${one.itemId} ${one.key}`);
  await tx.query(
    `insert into occurrence (committee_id, id, plan_item_id, key, from_on, to_on, due_on, due_reason)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::date[], $7::date[], $8::jsonb[])`,
    [committeeId, ...columns(placed.filter(isNew))],
  );
  await moveOccurrences(
    tx,
    committeeId,
    placed.filter((one) => !isNew(one)),
  );
  return placed.map(({ id }) => id);
}

/** Gives occurrences their new key and dates. Two of one item may exchange keys: they are compared when all have moved. */
export async function moveOccurrences(
  tx: Tx,
  committeeId: string,
  occurrences: readonly DatedOccurrence[],
): Promise<void> {
  if (occurrences.length === 0) return;
  await tx.query('set constraints occurrence_key_unique deferred');
  await tx.query(
    `update occurrence set key = moved.key, from_on = moved.from_on, to_on = moved.to_on, due_on = moved.due_on,
       due_reason = moved.due_reason
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::date[], $7::date[], $8::jsonb[])
       as moved (id, plan_item_id, key, from_on, to_on, due_on, due_reason)
     where occurrence.committee_id = $1 and occurrence.id = moved.id`,
    [committeeId, ...columns(occurrences)],
  );
  await tx.query('set constraints occurrence_key_unique immediate');
}

function columns(occurrences: readonly DatedOccurrence[]): unknown[] {
  return [
    occurrences.map((one) => one.id),
    occurrences.map((one) => one.itemId),
    occurrences.map((one) => one.key),
    occurrences.map((one) => one.from),
    occurrences.map((one) => one.to),
    occurrences.map((one) => one.dueOn),
    occurrences.map((one) => JSON.stringify(one.dueReason)),
  ];
}
