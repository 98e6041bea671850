import { Injectable } from '@nestjs/common';
import { readCadence } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { listAnchors } from '../work-calendar/index.js';
import { PlanRepository } from './plan.repository.js';

/**
 * A plan's words on time as a cadence of its year; the committee's own events are read by their names. Null: there is no
 * such plan. Writes nothing.
 */
@Injectable()
export class ReadWording {
  constructor(private readonly plans: PlanRepository) {}

  async run(tx: Tx, { committeeId, planId, text }: { committeeId: string; planId: string; text: string }) {
    const plan = await this.plans.find(tx, committeeId, planId);
    if (plan === null) return null;
    const events = await listAnchors(tx, committeeId, plan.year);
    return { reading: readCadence(text, { year: plan.year, events }) };
  }
}
