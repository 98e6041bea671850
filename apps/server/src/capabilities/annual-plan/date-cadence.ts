import { Injectable } from '@nestjs/common';
import { type Cadence, runsOf, validateCadence } from '@xushi/domain';
import { CommitteeRules } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { missing, ok, refused } from '../../platform/refusal.js';
import { loadAnchorDays } from '../work-calendar/index.js';
import { PlanRepository } from './plan.repository.js';

/** The dates a cadence gives in the year of a plan, for the clerk who is still wording it. Writes nothing. */
@Injectable()
export class DateCadence {
  constructor(
    private readonly rules: CommitteeRules,
    private readonly plans: PlanRepository,
  ) {}

  async run(tx: Tx, committeeId: string, planId: string, cadence: Cadence) {
    const plan = await this.plans.find(tx, committeeId, planId);
    if (plan === null) return missing;
    const fault = validateCadence(cadence, plan.year);
    if (fault !== null) return refused(fault, 'cadence');
    const { calendar } = await this.rules.inForce(tx, committeeId);
    const anchors = await loadAnchorDays(tx, committeeId, plan.year);
    const { runs, waitingFor } = runsOf(cadence, plan.year, { calendar, anchors });
    return ok({
      runs: runs.map(({ key, from, to, dueOn, reason }) => ({
        key,
        fromOn: from.toString(),
        toOn: to.toString(),
        dueOn: dueOn.toString(),
        dueReason: reason,
      })),
      waitingFor,
    });
  }
}
