import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommitteeRules, type EngineActor } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import {
  type CalendarChange,
  type CalendarListener,
  CalendarListeners,
  type DateMove,
} from '../work-calendar/index.js';
import { addRevision, listRunningPlans, publishedItems } from './plan-revision.query.js';
import { presentChanges } from './present-changes.js';
import { type RedatedPlan, RedatePlan } from './redate-plan.js';

/** Moves the open dates of every running plan when a notice comes out, a day is closed, or an anchor gets its day. */
@Injectable()
export class RedatePlans implements OnModuleInit, CalendarListener {
  constructor(
    private readonly listeners: CalendarListeners,
    private readonly rules: CommitteeRules,
    private readonly redatePlan: RedatePlan,
  ) {}

  onModuleInit(): void {
    this.listeners.register('plans', this);
  }

  async preview(tx: Tx, change: CalendarChange): Promise<DateMove[]> {
    const moves: DateMove[] = [];
    for (const plan of await this.#running(tx, change)) {
      const { changes } = await this.redatePlan.preview(tx, plan, await rulesAfter(change, plan));
      moves.push(...presentChanges(plan, changes));
    }
    return moves;
  }

  async apply(tx: Tx, change: CalendarChange, actor: EngineActor): Promise<DateMove[]> {
    const moves: DateMove[] = [];
    for (const plan of await this.#running(tx, change)) {
      const rules = await rulesAfter(change, plan);
      const changes = await this.redatePlan.apply(tx, plan, { rules, because: change.because, actor });
      const presented = presentChanges(plan, changes);
      moves.push(...presented);
      if (presented.length === 0) continue;
      await addRevision(tx, {
        committeeId: plan.committeeId,
        planId: plan.id,
        publishedBy: actor.accountId,
        reason: change.because,
        items: await publishedItems(tx, plan.committeeId, plan.id),
        changes: presented,
      });
    }
    return moves;
  }

  async #running(tx: Tx, change: CalendarChange): Promise<RedatedPlan[]> {
    const running: RedatedPlan[] = [];
    for (const plan of await listRunningPlans(tx, change.committeeIds)) {
      const { profile } = await this.rules.inForce(tx, plan.committeeId);
      const items = await publishedItems(tx, plan.committeeId, plan.id);
      running.push({ ...plan, zone: profile.reminder.zone, items });
    }
    return running;
  }
}

async function rulesAfter(change: CalendarChange, { committeeId, year }: RedatedPlan) {
  return { calendar: change.calendarOf(committeeId), anchors: await change.anchorsOf(committeeId, year) };
}
