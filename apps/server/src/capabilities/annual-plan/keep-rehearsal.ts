import { Injectable } from '@nestjs/common';
import { compareRehearsals, digestOf, type RehearsalChange, type RehearsalDigest } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { type Actor, tenantsOf } from '../account/index.js';
import { PlanRepository } from './plan.repository.js';
import { RehearsePlan } from './rehearse-plan.js';

/** What changed since the last rehearsal that was different; null when this is the first. */
export interface RehearsalDifference {
  readonly comparedWith: { readonly at: string; readonly byName: string } | null;
  readonly tasks: { readonly before: number; readonly after: number };
  readonly messages: { readonly before: number; readonly after: number };
  readonly changes: readonly RehearsalChange[];
}

interface KeptRecord {
  readonly at: Temporal.Instant;
  readonly byName: string;
  readonly digest: RehearsalDigest;
}

const KEPT = 2;

/**
 * Rehearses a plan and remembers it, so that staff see what their last edits changed. Looking again changes nothing:
 * only a rehearsal that differs from the last one is kept, and the two last ones are. Null: there is no such plan.
 */
@Injectable()
export class KeepRehearsal {
  constructor(
    private readonly doors: Doors,
    private readonly plans: PlanRepository,
    private readonly rehearsePlan: RehearsePlan,
  ) {}

  run(
    actor: Actor,
    { committeeId, planId }: { committeeId: string; planId: string },
  ): Promise<RehearsalDifference | null> {
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      // Locked: two clerks rehearsing at once compare with one another, not with the same one twice.
      const plan = await this.plans.findLocked(tx, committeeId, planId);
      const rehearsal = await this.rehearsePlan.run(tx, committeeId, planId);
      if (plan === null || rehearsal === null) return null;
      const digest = digestOf(rehearsal, await this.plans.items(tx, committeeId, planId));
      const kept = await listKept(tx, committeeId, planId);
      const isSame = kept[0] !== undefined && isSameDigest(kept[0].digest, digest);
      if (!isSame) await keep(tx, { committeeId, planId, accountId: actor.accountId, digest });
      const before = kept[isSame ? 1 : 0] ?? null;
      return differenceOf(before, digest);
    });
  }
}

function isSameDigest(a: RehearsalDigest, b: RehearsalDigest): boolean {
  return a.tasks === b.tasks && a.messages === b.messages && compareRehearsals(a, b).length === 0;
}

function differenceOf(before: KeptRecord | null, digest: RehearsalDigest): RehearsalDifference {
  const { tasks, messages } = before?.digest ?? digest;
  return {
    comparedWith: before === null ? null : { at: before.at.toString(), byName: before.byName },
    tasks: { before: tasks, after: digest.tasks },
    messages: { before: messages, after: digest.messages },
    changes: before === null ? [] : compareRehearsals(before.digest, digest),
  };
}

function listKept(tx: Tx, committeeId: string, planId: string): Promise<KeptRecord[]> {
  return tx.query<KeptRecord>(
    `select k.rehearsed_at as at, a.name as "byName", k.digest
       from kept_rehearsal k join account a on a.id = k.rehearsed_by
       where k.committee_id = $1 and k.plan_id = $2 order by k.rehearsed_at desc limit $3`,
    [committeeId, planId, KEPT],
  );
}

async function keep(
  tx: Tx,
  rehearsal: { committeeId: string; planId: string; accountId: string; digest: RehearsalDigest },
): Promise<void> {
  const { committeeId, planId, accountId, digest } = rehearsal;
  await tx.query(
    `insert into kept_rehearsal (committee_id, plan_id, rehearsed_at, rehearsed_by, digest) values ($1, $2, $3, $4, $5)
     on conflict (committee_id, plan_id, rehearsed_at) do nothing`,
    [committeeId, planId, tx.now, accountId, JSON.stringify(digest)],
  );
  await tx.query(
    `delete from kept_rehearsal k where k.committee_id = $1 and k.plan_id = $2 and k.rehearsed_at not in (
       select rehearsed_at from kept_rehearsal where committee_id = $1 and plan_id = $2
       order by rehearsed_at desc limit $3)`,
    [committeeId, planId, KEPT],
  );
}
