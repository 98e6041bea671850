import type { Cadence, Category } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { type CadenceWords, wordsOf } from './cadence-words.js';
import type { PublishedItem } from './plan-revision.query.js';

/** A county's key point as it was offered to a township, and what has become of it there. */
export interface PassedDownRecord {
  readonly committeeId: string;
  readonly committeeName: string;
  readonly instanceId: string;
  readonly sourceItemId: string;
  readonly sourceName: string;
  readonly year: number;
  readonly title: string;
  readonly category: Category;
  readonly cadence: Cadence;
  readonly times: number;
  readonly state: 'offered' | 'accepted' | 'adapted' | 'declined' | 'withdrawn';
  readonly lockVersion: number;
  readonly reason: string | null;
  /** The township's item it became, and how far that is; null while there is none. */
  readonly itemId: string | null;
  readonly occurrences: number;
  readonly done: number;
  readonly overdue: number;
}

/**
 * Passed-down items: those a committee was offered, or, seen from above, those that came from its own plan's items.
 * Progress is counted from what was really recorded in the township: nobody fills in a form for the county.
 */
export async function listPassedDown(
  tx: Tx,
  of: { readonly offeredTo: string } | { readonly sourceCommitteeId: string; readonly planId: string },
  today: Temporal.PlainDate,
): Promise<(PassedDownRecord & { cadenceWords: CadenceWords })[]> {
  const isOffered = 'offeredTo' in of;
  const rows = await tx.query<PassedDownRecord>(
    `select d.committee_id as "committeeId", c.name as "committeeName", d.instance_id as "instanceId",
       d.source_item_id as "sourceItemId", d.source_name as "sourceName", d.year,
       d.item ->> 'title' as title, d.item ->> 'category' as category, d.item -> 'cadence' as cadence,
       (d.item ->> 'times')::int as times, i.state, i.lock_version as "lockVersion",
       (select coalesce(e.input ->> 'reason', e.input ->> 'differences') from workflow_event e
        where e.committee_id = i.committee_id and e.instance_id = i.id and e.to_state = i.state
        order by e.seq desc limit 1) as reason,
       d.item_id as "itemId", coalesce(p.occurrences, 0)::int as occurrences, coalesce(p.done, 0)::int as done,
       coalesce(p.overdue, 0)::int as overdue
     from passed_down_item d
     join committee c on c.id = d.committee_id
     join workflow_instance i on i.committee_id = d.committee_id and i.id = d.instance_id
     left join lateral (
       select count(*) as occurrences,
         count(*) filter (where run.is_final and run.state <> 'dropped') as done,
         count(*) filter (where not run.is_final and o.due_on < $3) as overdue
       from occurrence o
       join workflow_instance run on run.committee_id = o.committee_id and run.occurrence_id = o.id
         and run.state <> 'withdrawn'
       where o.committee_id = d.committee_id and o.plan_item_id = d.item_id) as p on true
     where ${
       isOffered
         ? 'd.committee_id = $1 and $2::uuid is null'
         : `d.source_committee_id = $1 and d.source_item_id in (
              select t.id from plan_item t where t.committee_id = $1 and t.plan_id = $2)`
     }
     order by d.year desc, d.item ->> 'title', c.name collate "zh-x-icu"`,
    [isOffered ? of.offeredTo : of.sourceCommitteeId, isOffered ? null : of.planId, today],
  );
  return rows.map((row) => ({ ...row, cadenceWords: wordsOf(row) }));
}

/** What was offered in a case, locked until the transaction ends. */
export async function lockOffer(tx: Tx, committeeId: string, instanceId: string) {
  const [row] = await tx.query<{ year: number; item: PublishedItem }>(
    'select year, item from passed_down_item where committee_id = $1 and instance_id = $2 for update',
    [committeeId, instanceId],
  );
  if (row === undefined) throw new Error(`Case ${instanceId} offers nothing.`);
  return row;
}

/** Puts offers on record, one for each township. */
export async function insertOffers(
  tx: Tx,
  source: {
    readonly committeeId: string;
    readonly name: string;
    readonly year: number;
    readonly item: PublishedItem;
  },
  offers: readonly { readonly committeeId: string; readonly instanceId: string }[],
): Promise<void> {
  await tx.query(
    `insert into passed_down_item (committee_id, instance_id, source_committee_id, source_item_id, source_name,
       year, item)
     select township, instance, $3, $4, $5, $6, $7 from unnest($1::uuid[], $2::uuid[]) as offered (township, instance)`,
    [
      offers.map(({ committeeId }) => committeeId),
      offers.map(({ instanceId }) => instanceId),
      source.committeeId,
      source.item.id,
      source.name,
      source.year,
      JSON.stringify(source.item),
    ],
  );
}

/** The townships among some that have this item before them, or took it. */
export async function alreadyOffered(tx: Tx, itemId: string, committeeIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select d.committee_id as id from passed_down_item d
     join workflow_instance i on i.committee_id = d.committee_id and i.id = d.instance_id
     where d.source_item_id = $1 and d.committee_id = any($2) and i.state in ('offered', 'accepted', 'adapted')`,
    [itemId, committeeIds],
  );
  return rows.map(({ id }) => id);
}
