import { Injectable } from '@nestjs/common';
import { dateIn, plainFacts } from '@xushi/domain';
import { WorkflowEngine } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, committeeOf, tenantsOf } from '../account/index.js';
import { PlanRepository } from './plan.repository.js';

export interface NewPlan {
  readonly committeeId: string;
  readonly year: number;
  readonly title: string;
}

type NewPlanRefusal = 'year-taken' | 'year-out-of-range' | 'title-missing';

/** Starts the plan of a year as a draft. One plan a year; the year may be last year's to the year after next. */
@Injectable()
export class CreatePlan {
  constructor(
    private readonly doors: Doors,
    private readonly engine: WorkflowEngine,
    private readonly plans: PlanRepository,
  ) {}

  run(actor: Actor, input: NewPlan): Promise<Result<string, NewPlanRefusal>> {
    return this.doors.inTenant(tenantsOf(actor, input.committeeId), (tx) => this.start(tx, actor, input));
  }

  /** The same within a transaction that goes on to fill the plan. */
  async start(tx: Tx, actor: Actor, input: NewPlan): Promise<Result<string, NewPlanRefusal>> {
    const { committeeId, year } = input;
    const title = input.title.trim();
    if (title === '') return refused('title-missing', 'title');
    if (!isPlannable(tx, actor, input)) return refused('year-out-of-range', 'year');
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`plan ${committeeId} ${year}`]);
    const taken = await tx.query('select from plan where committee_id = $1 and year = $2', [committeeId, year]);
    if (taken.length > 0) return refused('year-taken', 'year');
    const [instance] = await this.engine.start(
      tx,
      [{ committeeId, definition: 'annual-plan', title, category: null, occurrenceId: null, facts: plainFacts }],
      actorIn(actor, committeeId),
    );
    if (instance === undefined) throw new Error('The engine opened no case for the plan.');
    const id = newId();
    await this.plans.add(tx, { committeeId, id, year, title, instanceId: instance.id, revision: 0, lockVersion: 1 });
    return ok(id);
  }
}

/** The years for which a plan may be started: last year's to the year after next. */
export function plannableYears(tx: Tx, actor: Actor, committeeId: string): { first: number; last: number } {
  const thisYear = dateIn(committeeOf(actor, committeeId)?.zone ?? 'Asia/Shanghai', tx.now).year;
  return { first: thisYear - 1, last: thisYear + 2 };
}

/** Whether a plan may be started for the year. */
export function isPlannable(tx: Tx, actor: Actor, { committeeId, year }: Omit<NewPlan, 'title'>): boolean {
  const { first, last } = plannableYears(tx, actor, committeeId);
  return year >= first && year <= last;
}
