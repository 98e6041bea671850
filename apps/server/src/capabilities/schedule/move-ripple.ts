import { Injectable } from '@nestjs/common';
import { atLadderFoot, dateIn, firstMoment, foreseeLadder, type RunMove, type TaskKind } from '@xushi/domain';
import type { Rules, WorkflowInstance } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { loadRoster } from '../account/index.js';
import { momentsOf, progressOf } from '../reminder/index.js';
import { tasksOpenedBy } from '../task/index.js';
import { countTold, listOpenTasks, type OpenTaskRecord } from './move.query.js';
import { listEntries } from './schedule.query.js';

/** Tasks of one kind that a move concerns: they get another day, are asked anew for another one, or end. */
export interface TaskRipple {
  readonly kind: TaskKind;
  readonly change: 'moved' | 'asked-again' | 'opened' | 'withdrawn';
  readonly people: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** How many reminders come on a day. */
interface DayOfReminders {
  readonly on: string;
  readonly count: number;
}

type Dated = Pick<OpenTaskRecord, 'ladder' | 'opensOn' | 'dueOn'>;

/** Everything that moving a run does, said before it is done: tasks, reminders, who was told, what else is on that day. */
@Injectable()
export class MoveRipple {
  async of(tx: Tx, instance: WorkflowInstance, move: RunMove, rules: Rules) {
    const { committeeId, id } = instance;
    const open = await listOpenTasks(tx, committeeId, id);
    const ofKind = Map.groupBy(open, ({ kind }) => kind);
    const roster = (await loadRoster(tx, [committeeId])).get(committeeId) ?? [];
    const actor = { accountId: null, roles: [], onBehalfOfAccountId: null };
    const tasks = new Map<TaskKind, TaskRipple>();
    const dropped: string[] = [];
    const coming: string[] = [];
    for (const effect of move.effects) {
      if (effect.effect === 'complete-task') continue;
      const { kind } = effect;
      const concerned = ofKind.get(kind) ?? [];
      dropped.push(...concerned.flatMap((task) => restOf(committeeId, task, rules)));
      if (effect.effect === 'open-task') {
        const opened = tasksOpenedBy(tx, { instance, effects: [], rules, actor }, effect, roster);
        const before = tasks.get(kind);
        const change = before === undefined ? 'opened' : 'asked-again';
        tasks.set(kind, { kind, change, people: opened.length, from: before?.from ?? null, to: effect.dueOn });
        coming.push(...opened.flatMap((task) => wholeOf(tx, committeeId, task, rules)));
        continue;
      }
      if (concerned.length === 0) continue;
      const from = concerned[0]?.dueOn ?? null;
      const isMoved = effect.effect === 'move-task';
      const people = concerned.length;
      tasks.set(kind, {
        kind,
        change: isMoved ? 'moved' : 'withdrawn',
        people,
        from,
        to: isMoved ? effect.dueOn : null,
      });
      if (isMoved) {
        const { opensOn, dueOn } = effect;
        coming.push(...concerned.flatMap((task) => wholeOf(tx, committeeId, { ...task, opensOn, dueOn }, rules)));
      }
    }
    const sameDay = await this.#sameDay(tx, instance, move.to);
    const told = await countTold(tx, committeeId, id);
    return { tasks: [...tasks.values()], dropped: byDay(dropped), coming: byDay(coming), sameDay, ...told };
  }

  /** What else is held, or due as a run of the plan, on the day it moves to. */
  async #sameDay(tx: Tx, { committeeId, id }: WorkflowInstance, to: string): Promise<string[]> {
    const entries = await listEntries(tx, { committeeId, memberId: null }, { from: to, to, most: 50 });
    const others = entries.filter(
      ({ taskKind, instanceId, day }) => taskKind === null && instanceId !== id && day !== 'dropped',
    );
    return others.map(({ title }) => title);
  }
}

/** The days of the reminders a task still has before it. */
function restOf(committeeId: string, task: OpenTaskRecord, rules: Rules): string[] {
  if (task.fireAt === null || task.payload === null) return [];
  return daysOf(committeeId, task, rules, { progress: progressOf({ payload: task.payload }), nextAt: task.fireAt });
}

/** The days of all reminders of a task that begins at the foot of its ladder now. */
function wholeOf(tx: Tx, committeeId: string, task: Dated, rules: Rules): string[] {
  const moments = momentsOf({ committeeId, ...task }, rules);
  const nextAt = firstMoment(moments, tx.now, rules.calendar, rules.profile.reminder);
  return daysOf(committeeId, task, rules, { progress: atLadderFoot, nextAt });
}

function daysOf(
  committeeId: string,
  task: Dated,
  { calendar, profile }: Rules,
  from: Parameters<typeof foreseeLadder>[1],
) {
  const steps = foreseeLadder(
    momentsOf({ committeeId, ...task }, { calendar, profile }),
    from,
    calendar,
    profile.reminder,
  );
  return steps.flatMap(({ outcomes, happensAt }) =>
    outcomes.filter(({ outcome }) => outcome === 'sent').map(() => dateIn(profile.reminder.zone, happensAt).toString()),
  );
}

function byDay(days: readonly string[]): DayOfReminders[] {
  return [...Map.groupBy(days, (on) => on)]
    .map(([on, all]) => ({ on, count: all.length }))
    .sort((a, b) => a.on.localeCompare(b.on));
}
