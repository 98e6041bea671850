import { Injectable } from '@nestjs/common';
import { foreseeLadder } from '@xushi/domain';
import { CommitteeRules, type Rules } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { loadStuckMessages, loadStuckTasks, type StuckTask } from './due-without-outcome.query.js';
import { momentsOf, progressOf } from './ladder-walk.js';

/** Work in hand is not stuck: a moment counts only when it is past by this much. */
const GRACE = { minutes: 5 };

export interface DueWithoutOutcome {
  /** Rungs whose moment has passed and that are neither sent nor superseded, skipped, held or cancelled. */
  readonly reminders: number;
  /** Messages past their moment that are neither sent nor dropped. */
  readonly messages: number;
}

/**
 * What was planned in the past and has no outcome on record: 0 on a system that works, whatever befell it. Looks at the
 * open tasks whose ladder is not waited for by a timer in the future; every other task's next moment lies ahead.
 */
@Injectable()
export class CountDueWithoutOutcome {
  constructor(private readonly rules: CommitteeRules) {}

  /** Of the committees the transaction has entered. */
  async run(tx: Tx): Promise<DueWithoutOutcome> {
    const before = tx.now.subtract(GRACE);
    const rulesOf = await this.rules.forCases(tx, tx.committees);
    let reminders = 0;
    for (const task of await loadStuckTasks(tx, before)) {
      reminders += dueRungs(task, rulesOf(task.committeeId, task.ruleProfileVersion), before);
    }
    return { reminders, messages: await loadStuckMessages(tx, before) };
  }
}

function dueRungs(task: StuckTask, rules: Rules, before: Temporal.Instant): number {
  const isPast = (at: Temporal.Instant) => Temporal.Instant.compare(at, before) < 0;
  const moments = momentsOf(task, rules);
  if (task.fireAt === null) {
    // A ladder that has ended has its last rung on record; what a changed calendar now makes of lower ones is no matter.
    const highest = moments.findLast(({ rung }) => task.rungsOnRecord.includes(rung))?.order ?? -1;
    return moments.filter(({ order, at }) => order > highest && isPast(at)).length;
  }
  const { calendar, profile } = rules;
  const from = { progress: progressOf(task), nextAt: task.fireAt };
  return foreseeLadder(moments, from, calendar, profile.reminder).filter(({ happensAt }) => isPast(happensAt)).length;
}
