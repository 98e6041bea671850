import { Injectable, type OnModuleInit } from '@nestjs/common';
import { atLadderFoot, dateIn, firstMoment, foreseeLadder } from '@xushi/domain';
import { CommitteeRules, type Timer, TimerQueue } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { type OpenedTask, type TaskListener, TaskListeners, type TaskStory } from '../task/index.js';
import { type ReminderLine, writeOutcomes } from './fan-out.query.js';
import { LADDER_TIMER, momentsOf, payloadOf, progressOf } from './ladder-walk.js';
import { readStory } from './task-story.query.js';

/** Hangs every task that opens on its ladder, and takes it down the moment it is done or cancelled. */
@Injectable()
export class FollowTasks implements OnModuleInit, TaskListener {
  constructor(
    private readonly listeners: TaskListeners,
    private readonly timers: TimerQueue,
    private readonly rules: CommitteeRules,
  ) {}

  onModuleInit(): void {
    this.listeners.register(this);
  }

  async opened(tx: Tx, tasks: readonly OpenedTask[]): Promise<void> {
    const timers: Timer[] = [];
    for (const task of tasks) {
      const { calendar, profile } = task.rules;
      const fireAt = firstMoment(momentsOf(task, task.rules), tx.now, calendar, profile.reminder);
      if (fireAt === null) continue;
      timers.push({
        committeeId: task.committeeId,
        kind: LADDER_TIMER,
        subjectId: task.id,
        fireAt,
        payload: payloadOf(atLadderFoot),
      });
    }
    await this.timers.set(tx, timers);
  }

  /** The rungs that will not come any more are put on record as cancelled; notices not yet delivered are taken out. */
  async closed(tx: Tx, committeeId: string, taskIds: readonly string[]): Promise<void> {
    const stopped = await this.timers.cancel(tx, committeeId, LADDER_TIMER, taskIds);
    const tasks = await tx.query<{
      id: string;
      ladder: string;
      opensOn: string;
      dueOn: string;
      version: number;
      status: 'done' | 'cancelled';
    }>(
      `select id, ladder, opens_on as "opensOn", due_on as "dueOn", rule_profile_version as version, status
       from task where committee_id = $1 and id = any($2)`,
      [committeeId, stopped.map((timer) => timer.subjectId)],
    );
    const byId = new Map(tasks.map((task) => [task.id, task]));
    const lookUp = await this.rules.forCases(tx, [committeeId]);
    const lines: ReminderLine[] = stopped.flatMap((timer) => {
      const task = byId.get(timer.subjectId);
      if (task === undefined) return [];
      const rules = lookUp(committeeId, task.version);
      const { calendar, profile } = rules;
      const from = { progress: progressOf(timer), nextAt: timer.fireAt };
      const rest = foreseeLadder(momentsOf({ ...task, committeeId }, rules), from, calendar, profile.reminder);
      return rest.map(({ moment, happensAt }) => ({
        committeeId,
        taskId: task.id,
        rung: moment.rung,
        dueOn: task.dueOn,
        form: moment.form,
        onDate: dateIn(profile.reminder.zone, happensAt).toString(),
        outcome: 'cancelled' as const,
        reason: `task-${task.status}`,
      }));
    });
    await writeOutcomes(tx, lines);
    await tx.query(
      `with dropped as (
         update notice set dropped_at = $4 from message m
         where notice.committee_id = $1 and notice.task_id = any($2) and notice.dropped_at is null
           and m.committee_id = $3 and m.id = notice.message_id and m.status = 'waiting'
         returning notice.message_id)
       update message set live_notices = live_notices - gone.notices
       from (select message_id, count(*) as notices from dropped group by message_id) as gone
       where message.committee_id = $3 and message.id = gone.message_id`,
      [committeeId, taskIds, tx.mailboxOf(committeeId), tx.now],
    );
  }

  story(tx: Tx, committeeId: string, taskId: string): Promise<TaskStory> {
    return readStory(tx, this.rules, committeeId, taskId);
  }
}
