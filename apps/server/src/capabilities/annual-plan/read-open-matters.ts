import { Injectable } from '@nestjs/common';
import { type OpenMatters, openMattersOf } from '@xushi/domain';
import { CommitteeRules } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { loadAnchorDays } from '../work-calendar/index.js';
import { PlanRepository, planItemOf } from './plan.repository.js';

/** What is still open in a plan that is about to be published; null when there is no such plan. */
@Injectable()
export class ReadOpenMatters {
  constructor(
    private readonly rules: CommitteeRules,
    private readonly plans: PlanRepository,
  ) {}

  async run(tx: Tx, committeeId: string, planId: string): Promise<OpenMatters | null> {
    const plan = await this.plans.find(tx, committeeId, planId);
    if (plan === null) return null;
    const items = (await this.plans.items(tx, committeeId, planId)).map(planItemOf);
    const { calendar } = await this.rules.inForce(tx, committeeId);
    return openMattersOf(items, plan.year, { calendar, anchors: await loadAnchorDays(tx, committeeId, plan.year) });
  }
}
