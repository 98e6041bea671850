import { Injectable } from '@nestjs/common';
import { type Cadence, judgeTimes, runsOf, validateCadence } from '@xushi/domain';
import { CommitteeRules } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { missing, ok, refused } from '../../platform/refusal.js';
import { loadAnchorDays } from '../work-calendar/index.js';
import { wordsOf } from './cadence-words.js';
import { PlanRepository } from './plan.repository.js';

/** A cadence in words with the dates it gives in the year of a plan, for the clerk still choosing it. Writes nothing. */
@Injectable()
export class UnderstandCadence {
  constructor(
    private readonly rules: CommitteeRules,
    private readonly plans: PlanRepository,
  ) {}

  async run(tx: Tx, input: { committeeId: string; planId: string; cadence: Cadence; times: number }) {
    const { committeeId, planId, cadence, times } = input;
    const plan = await this.plans.find(tx, committeeId, planId);
    if (plan === null) return missing;
    const fault = validateCadence(cadence, plan.year);
    if (fault !== null) return refused(fault, 'cadence');
    const timesFault = judgeTimes(times);
    if (timesFault !== null) return refused(timesFault, 'times');
    const { calendar } = await this.rules.inForce(tx, committeeId);
    const anchors = await loadAnchorDays(tx, committeeId, plan.year);
    const { runs, waitingFor } = runsOf(cadence, plan.year, { calendar, anchors });
    return ok({
      words: wordsOf({ cadence, times }),
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
