import type { PlanItem } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import type { DateMove } from '../work-calendar/index.js';
import type { PlanItemRow } from './plan-item.row.js';

/** An item as it was published: enough to run by and to restore. */
export type PublishedItem = PlanItem & Pick<PlanItemRow, 'position' | 'sourceText'>;

/** What one publication of a plan set in force. */
export interface NewRevision {
  readonly committeeId: string;
  readonly planId: string;
  readonly publishedBy: string | null;
  readonly reason: string | null;
  readonly items: readonly PublishedItem[];
  readonly changes: readonly DateMove[];
}

/** Keeps what is published from now on as the plan's next revision. */
export async function addRevision(tx: Tx, revision: NewRevision): Promise<void> {
  const { committeeId, planId } = revision;
  await tx.query(
    `with counted as (
       update plan set revision = revision + 1, lock_version = lock_version + 1
       where committee_id = $1 and id = $2 returning revision)
     insert into plan_revision (committee_id, plan_id, revision, published_at, published_by, items, reason, changes)
     select $1, $2, revision, $3, $4, $5, $6, $7 from counted`,
    [
      committeeId,
      planId,
      tx.now,
      revision.publishedBy,
      JSON.stringify(revision.items),
      revision.reason,
      JSON.stringify(revision.changes),
    ],
  );
}

/** The items in force: those of the last revision, whatever is being edited meanwhile. */
export async function publishedItems(tx: Tx, committeeId: string, planId: string): Promise<PublishedItem[]> {
  const [row] = await tx.query<{ items: PublishedItem[] }>(
    `select items from plan_revision where committee_id = $1 and plan_id = $2 order by revision desc limit 1`,
    [committeeId, planId],
  );
  // Revisions from before amendments kept neither place nor source.
  return (row?.items ?? []).map((item, index) => ({
    ...item,
    position: item.position ?? index + 1,
    sourceText: item.sourceText ?? null,
  }));
}

/** A plan's revisions, the newest first, each with what it changed. */
export async function listRevisions(tx: Tx, committeeId: string, planId: string) {
  const rows = await tx.query<{
    revision: number;
    publishedAt: Temporal.Instant;
    byName: string | null;
    reason: string | null;
    itemCount: number;
    changes: DateMove[];
  }>(
    `select r.revision, r.published_at as "publishedAt", a.name as "byName", r.reason, r.changes,
       jsonb_array_length(r.items) as "itemCount"
     from plan_revision r left join account a on a.id = r.published_by
     where r.committee_id = $1 and r.plan_id = $2 order by r.revision desc`,
    [committeeId, planId],
  );
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toString() }));
}

/** Plans of committees whose occurrences run: published, whether or not an amendment is being written. */
export async function listRunningPlans(tx: Tx, committeeIds: readonly string[]) {
  return tx.query<{ committeeId: string; id: string; year: number }>(
    `select p.committee_id as "committeeId", p.id, p.year
     from plan p join workflow_instance i on i.committee_id = p.committee_id and i.id = p.instance_id
     where p.committee_id = any($1) and i.state in ('published', 'amending')
     order by p.committee_id, p.year for update of p`,
    [committeeIds],
  );
}
