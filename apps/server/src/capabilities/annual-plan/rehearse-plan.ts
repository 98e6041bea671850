import { Injectable } from '@nestjs/common';
import { type Rehearsal, rehearse } from '@xushi/domain';
import { CommitteeRules } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { loadRoster } from '../account/index.js';
import { loadAnchorDays } from '../work-calendar/index.js';
import { PlanRepository, planItemOf } from './plan.repository.js';

/** Everything a plan would cause if it were published now; null when there is no such plan. Writes nothing. */
@Injectable()
export class RehearsePlan {
  constructor(
    private readonly rules: CommitteeRules,
    private readonly plans: PlanRepository,
  ) {}

  async run(tx: Tx, committeeId: string, planId: string): Promise<Rehearsal | null> {
    const plan = await this.plans.find(tx, committeeId, planId);
    if (plan === null) return null;
    const items = (await this.plans.items(tx, committeeId, planId)).map(planItemOf);
    const roster = await loadRoster(tx, [committeeId]);
    const rules = {
      ...(await this.rules.inForce(tx, committeeId)),
      anchors: await loadAnchorDays(tx, committeeId, plan.year),
    };
    return rehearse({ year: plan.year, items }, roster.get(committeeId) ?? [], tx.now, rules);
  }
}
