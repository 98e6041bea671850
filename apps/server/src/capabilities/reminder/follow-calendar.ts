import { Injectable, type OnModuleInit } from '@nestjs/common';
import { messageMoment, nextLook } from '@xushi/domain';
import { CommitteeRules, type Timer, TimerQueue } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { type CalendarChange, type CalendarListener, CalendarListeners } from '../work-calendar/index.js';
import { MESSAGE_TIMER, postponeMessages } from './fan-out.query.js';
import { loadTasksOnLadders } from './follow-tasks.query.js';
import { LADDER_TIMER, momentsOf, progressOf } from './ladder-walk.js';

/**
 * When the working days change, tasks whose due date stays still have rungs on other days: each goes on at the rung it
 * stood at, on that rung's new day. A message that waits for a day that is now off waits longer.
 */
@Injectable()
export class FollowCalendar implements OnModuleInit, CalendarListener {
  constructor(
    private readonly listeners: CalendarListeners,
    private readonly timers: TimerQueue,
    private readonly rules: CommitteeRules,
  ) {}

  onModuleInit(): void {
    this.listeners.register('reminders', this);
  }

  /** The days of rungs are no dates of the plan: they move without being listed. */
  preview(): Promise<[]> {
    return Promise.resolve([]);
  }

  async apply(tx: Tx, change: CalendarChange): Promise<[]> {
    await this.#moveRungs(tx, change);
    await this.#moveMessages(tx, change);
    return [];
  }

  async #moveRungs(tx: Tx, { committeeIds, calendarOf }: CalendarChange): Promise<void> {
    const timers = await this.timers.waiting(tx, committeeIds, LADDER_TIMER);
    const tasks = await loadTasksOnLadders(tx, timers);
    const lookUp = await this.rules.forCases(tx, committeeIds);
    const moved: Timer[] = [];
    const ended: Timer[] = [];
    for (const timer of timers) {
      const task = tasks.get(timer.subjectId);
      if (task?.status !== 'open') continue;
      const { profile } = lookUp(task.committeeId, task.ruleProfileVersion);
      const calendar = calendarOf(task.committeeId);
      const from = { progress: progressOf(timer), now: tx.now };
      const fireAt = nextLook(momentsOf(task, { calendar, profile }), from, calendar, profile.reminder);
      if (fireAt === null) ended.push(timer);
      else if (!fireAt.equals(timer.fireAt)) moved.push({ ...timer, fireAt });
    }
    await this.timers.set(tx, moved);
    for (const [committeeId, ofCommittee] of Map.groupBy(ended, (timer) => timer.committeeId)) {
      const taskIds = ofCommittee.map((timer) => timer.subjectId);
      await this.timers.cancel(tx, committeeId, LADDER_TIMER, taskIds);
    }
  }

  async #moveMessages(tx: Tx, { committeeIds, calendarOf }: CalendarChange): Promise<void> {
    const moved: Timer[] = [];
    for (const timer of await this.timers.waiting(tx, committeeIds, MESSAGE_TIMER)) {
      const { profile } = await this.rules.inForce(tx, timer.committeeId);
      const fireAt = messageMoment(timer.fireAt, calendarOf(timer.committeeId), profile.reminder);
      if (!fireAt.equals(timer.fireAt)) moved.push({ ...timer, fireAt });
    }
    await postponeMessages(tx, moved);
    await this.timers.set(tx, moved);
  }
}
