import { Injectable, type OnModuleInit } from '@nestjs/common';
import { confirmationChange, dateIn, dueAgain } from '@xushi/domain';
import { CommitteeRules } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import {
  type CalendarChange,
  type CalendarListener,
  CalendarListeners,
  type DateMove,
} from '../work-calendar/index.js';
import { lockTasksByWorkdays, redateTask, type TaskByWorkdays } from './redate-tasks.query.js';
import { TaskListeners } from './task-listeners.js';

/**
 * Tasks whose due date an action made by counting working days (a report 15 working days after the inspection) are
 * counted anew when the working days change. Tasks due with their occurrence move with it.
 */
@Injectable()
export class RedateTasks implements OnModuleInit, CalendarListener {
  constructor(
    private readonly calendarListeners: CalendarListeners,
    private readonly taskListeners: TaskListeners,
    private readonly rules: CommitteeRules,
  ) {}

  onModuleInit(): void {
    this.calendarListeners.register('tasks', this);
  }

  async preview(tx: Tx, change: CalendarChange): Promise<DateMove[]> {
    return (await this.#moves(tx, change)).map(({ move }) => move);
  }

  async apply(tx: Tx, change: CalendarChange): Promise<DateMove[]> {
    const moves = await this.#moves(tx, change);
    const lookUp = await this.rules.forCases(tx, change.committeeIds);
    for (const { task, due } of moves) {
      await redateTask(tx, task, due);
      if (due.dueOn === task.dueOn) continue;
      const { profile } = lookUp(task.committeeId, task.ruleProfileVersion);
      const rules = { profile, calendar: change.calendarOf(task.committeeId) };
      const moved = { ...task, dueOn: due.dueOn, previousOpensOn: task.opensOn, previousDueOn: task.dueOn, rules };
      await this.taskListeners.moved(tx, [moved], change.because);
    }
    return moves.map(({ move }) => move);
  }

  /** Open tasks that are due after today and get another date, or lose or get their provisional mark. */
  async #moves(tx: Tx, change: CalendarChange) {
    if (change.because === 'anchor-moved') return [];
    const lookUp = await this.rules.forCases(tx, change.committeeIds);
    const tasks = await lockTasksByWorkdays(tx, change.committeeIds);
    return tasks.flatMap((task) => {
      const { zone } = lookUp(task.committeeId, task.ruleProfileVersion).profile.reminder;
      const due = dueAgain(task.dueReason, dateIn(zone, task.openedAt), change.calendarOf(task.committeeId));
      if (due === null || task.dueOn <= dateIn(zone, tx.now).toString()) return [];
      const kind = due.dueOn === task.dueOn ? confirmationChange(task.dueReason, due.dueReason) : 'moved';
      return kind === null ? [] : [{ task, due, move: moveOf(task, due.dueOn, kind) }];
    });
  }
}

function moveOf(task: TaskByWorkdays, to: string, change: DateMove['change']): DateMove {
  return {
    committeeId: task.committeeId,
    title: task.title,
    what: { taskKind: task.kind },
    change,
    from: task.dueOn,
    to,
    why: null,
  };
}
