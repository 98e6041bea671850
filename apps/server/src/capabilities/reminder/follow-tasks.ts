import { Injectable, type OnModuleInit } from '@nestjs/common';
import { atLadderFoot, dateIn, firstMoment, foreseeLadder, type MoveReason, messageMoment } from '@xushi/domain';
import { CommitteeRules, type Rules, type Timer, TimerQueue } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import {
  type HandedBetween,
  type HandedTask,
  type MovedTask,
  type OpenedTask,
  type TaskListener,
  TaskListeners,
  type TaskStory,
} from '../task/index.js';
import { DIGEST_SLOT, type ReminderLine, writeOutcomes } from './fan-out.query.js';
import { dropWaitingNotices, loadRounds, loadTasksOnLadders } from './follow-tasks.query.js';
import { LADDER_TIMER, momentsOf, payloadOf, progressOf, roundOf } from './ladder-walk.js';
import { readStory } from './task-story.query.js';
import { TellPeople } from './tell-people.js';

/** A task as it stood while a timer walked it up its ladder. */
interface Duty {
  readonly committeeId: string;
  readonly id: string;
  readonly ladder: string;
  readonly opensOn: string;
  readonly dueOn: string;
}

/** Hangs every task that opens on its ladder, moves it with its due date, and takes it down when it is done or cancelled. */
@Injectable()
export class FollowTasks implements OnModuleInit, TaskListener {
  constructor(
    private readonly listeners: TaskListeners,
    private readonly timers: TimerQueue,
    private readonly rules: CommitteeRules,
    private readonly people: TellPeople,
  ) {}

  onModuleInit(): void {
    this.listeners.register(this);
  }

  async opened(tx: Tx, tasks: readonly OpenedTask[]): Promise<void> {
    await this.timers.set(
      tx,
      tasks.flatMap((task) => atFoot(tx, task, 1)),
    );
  }

  /** The rungs that will not come any more are put on record as cancelled; notices not yet delivered are taken out. */
  async closed(tx: Tx, committeeId: string, taskIds: readonly string[]): Promise<void> {
    const stopped = await this.timers.cancel(tx, committeeId, LADDER_TIMER, taskIds);
    const tasks = await loadTasksOnLadders(tx, stopped);
    const lookUp = await this.rules.forCases(tx, [committeeId]);
    const lines = stopped.flatMap((timer) => {
      const task = tasks.get(timer.subjectId);
      if (task === undefined) return [];
      const as = { outcome: 'cancelled', reason: `task-${task.status}` } as const;
      return restOf(timer, task, lookUp(committeeId, task.ruleProfileVersion), as);
    });
    await writeOutcomes(tx, lines);
    await dropWaitingNotices(tx, committeeId, taskIds, { withUrgings: true });
  }

  /**
   * The rungs still to come for the old due date are put on record as superseded, notices about it that wait are taken
   * out, and the task starts at the foot of its ladder again. An urging that waits stays: somebody said it.
   */
  async moved(tx: Tx, tasks: readonly MovedTask[], reason: MoveReason): Promise<void> {
    const lines: ReminderLine[] = [];
    for (const [committeeId, ofCommittee] of Map.groupBy(tasks, (task) => task.committeeId)) {
      const byId = new Map(ofCommittee.map((task) => [task.id, task]));
      const stopped = await this.timers.cancel(tx, committeeId, LADDER_TIMER, [...byId.keys()]);
      for (const timer of stopped) {
        const task = byId.get(timer.subjectId);
        if (task === undefined) continue;
        const before = { ...task, opensOn: task.previousOpensOn, dueOn: task.previousDueOn };
        lines.push(...restOf(timer, before, task.rules, { outcome: 'superseded', reason }));
      }
      await dropWaitingNotices(tx, committeeId, [...byId.keys()], { withUrgings: false });
    }
    await writeOutcomes(tx, lines);
    const rounds = await loadRounds(tx, tasks);
    await this.timers.set(
      tx,
      tasks.flatMap((task) => atFoot(tx, task, (rounds.get(task.id) ?? 0) + 1)),
    );
  }

  /**
   * What still waits for the one who hands over is taken out; the one who takes over gets one notice of each duty as it
   * now stands, in the day's digest. The ladder goes on where it is: its next rungs find the new holder.
   */
  async handedOver(tx: Tx, tasks: readonly HandedTask[], between: HandedBetween): Promise<void> {
    for (const [committeeId, ofCommittee] of Map.groupBy(tasks, (task) => task.committeeId)) {
      const ids = ofCommittee.map((task) => task.id);
      await dropWaitingNotices(tx, committeeId, ids, { withUrgings: true, of: between.fromAccountId });
      const { calendar, profile } = await this.rules.inForce(tx, committeeId);
      const messageDueAt = messageMoment(tx.now, calendar, profile.reminder);
      const lines = ofCommittee.map((task) => ({
        committeeId,
        taskId: task.id,
        rung: `assigned ${between.handOverId}`,
        dueOn: task.dueOn,
        round: 1,
        form: 'assigned' as const,
        onDate: dateIn(profile.reminder.zone, tx.now).toString(),
        outcome: 'sent' as const,
        reason: 'handed-over',
      }));
      const notices = lines.map((line) => ({
        ...line,
        accountId: between.toAccountId,
        text: null,
        sentByAccountId: between.byAccountId,
        slot: DIGEST_SLOT,
        messageOn: dateIn(profile.reminder.zone, messageDueAt).toString(),
        messageDueAt,
      }));
      await this.people.run(tx, lines, notices);
    }
  }

  story(tx: Tx, committeeId: string, taskId: string): Promise<TaskStory> {
    return readStory(tx, this.rules, committeeId, taskId);
  }
}

/** The timer of a task at the foot of its ladder; none when the ladder has no rung for it. */
function atFoot(tx: Tx, task: OpenedTask, round: number): Timer[] {
  const { calendar, profile } = task.rules;
  const fireAt = firstMoment(momentsOf(task, task.rules), tx.now, calendar, profile.reminder);
  if (fireAt === null) return [];
  const payload = payloadOf(atLadderFoot, round);
  return [{ committeeId: task.committeeId, kind: LADDER_TIMER, subjectId: task.id, fireAt, payload }];
}

/** The rungs a timer would still have walked, each on the day it would have come. */
function restOf(timer: Timer, task: Duty, rules: Rules, as: Pick<ReminderLine, 'outcome' | 'reason'>): ReminderLine[] {
  const { calendar, profile } = rules;
  const from = { progress: progressOf(timer), nextAt: timer.fireAt };
  const rest = foreseeLadder(momentsOf(task, rules), from, calendar, profile.reminder);
  return rest.flatMap(({ outcomes, happensAt }) =>
    outcomes.map(({ moment, form }) => ({
      committeeId: task.committeeId,
      taskId: task.id,
      rung: moment.rung,
      dueOn: task.dueOn,
      round: roundOf(timer),
      form,
      onDate: dateIn(profile.reminder.zone, happensAt).toString(),
      ...as,
    })),
  );
}
