import { Injectable, type OnModuleInit } from '@nestjs/common';
import { nextLook } from '@xushi/domain';
import { CalendarFollowers, CommitteeRules, type Timer, TimerQueue } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { loadTasksOnLadders } from './follow-tasks.query.js';
import { LADDER_TIMER, momentsOf, progressOf } from './ladder-walk.js';

/**
 * When the working days change, tasks whose due date stays still have rungs on other days: each goes on at the rung it
 * stood at, on that rung's new day.
 */
@Injectable()
export class FollowCalendar implements OnModuleInit {
  constructor(
    private readonly followers: CalendarFollowers,
    private readonly timers: TimerQueue,
    private readonly rules: CommitteeRules,
  ) {}

  onModuleInit(): void {
    this.followers.register((tx, committeeIds) => this.run(tx, committeeIds));
  }

  async run(tx: Tx, committeeIds: readonly string[]): Promise<void> {
    const timers = await this.timers.waiting(tx, committeeIds, LADDER_TIMER);
    const tasks = await loadTasksOnLadders(tx, timers);
    const lookUp = await this.rules.forCases(tx, committeeIds);
    const moved: Timer[] = [];
    const ended: Timer[] = [];
    for (const timer of timers) {
      const task = tasks.get(timer.subjectId);
      if (task?.status !== 'open') continue;
      const rules = lookUp(task.committeeId, task.ruleProfileVersion);
      const from = { progress: progressOf(timer), now: tx.now };
      const fireAt = nextLook(momentsOf(task, rules), from, rules.calendar, rules.profile.reminder);
      if (fireAt === null) ended.push(timer);
      else if (!fireAt.equals(timer.fireAt)) moved.push({ ...timer, fireAt });
    }
    await this.timers.set(tx, moved);
    for (const [committeeId, ofCommittee] of Map.groupBy(ended, (timer) => timer.committeeId)) {
      const taskIds = ofCommittee.map((timer) => timer.subjectId);
      await this.timers.cancel(tx, committeeId, LADDER_TIMER, taskIds);
    }
  }
}
