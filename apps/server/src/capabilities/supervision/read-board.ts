import { Injectable } from '@nestjs/common';
import { bandDates, dateIn, lightsOf, pendingRungs, type SchemeLight } from '@xushi/domain';
import { CommitteeRules, type Rules } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { momentsOf, progressOf } from '../reminder/index.js';
import { presentTasks, selectTask, type TaskView } from '../task/index.js';
import {
  type BoardDivision,
  countInPart,
  countLights,
  countParts,
  type LateFacts,
  loadLateFacts,
  pageOfLate,
} from './board.query.js';

const MOST_PAUSED = 200;

/** What is on hold; the invitations that rest with an activity go without saying. */
const PAUSED = `where t.committee_id = any($1) and t.status = 'open' and t.held_at is not null
  and not (t.by_contribution and t.hold_reason is not null and exists (
    select from task other where other.committee_id = t.committee_id and other.instance_id = t.instance_id
      and not other.by_contribution and other.held_at = t.held_at))
  order by t.due_on, i.title, t.id limit ${MOST_PAUSED}`;

/** What the board is divided by, the one part of it that is listed, and the page of what is listed. */
export interface BoardQuestion {
  readonly by?: BoardDivision | undefined;
  readonly part?: string | undefined;
  readonly page?: number;
  readonly pageSize?: number;
}

/**
 * The supervision board: the late tasks of some committees page by page, each with its story, how many stand under each light, and where
 * it is late: in which committee, with whom, in which kind of work.
 */
@Injectable()
export class ReadBoard {
  constructor(private readonly rules: CommitteeRules) {}

  async run(tx: Tx, committeeId: string, { by, part, page = 1, pageSize = 50 }: BoardQuestion = {}) {
    const inForce = await this.rules.allInForce(tx, tx.committees);
    const today = dateIn(inForce(committeeId).profile.reminder.zone, tx.now);
    const listed = { by: by ?? null, part: by === undefined ? null : (part ?? null), page, pageSize };
    const late = await this.#tasks(tx, await pageOfLate(tx, today, listed));
    const paused = await tx.query(`${selectTask} ${PAUSED}`, [tx.committees]);
    const facts = await loadLateFacts(tx, late);
    const lookUp = await this.rules.forCases(tx, [...new Set(late.map((task) => task.committeeId))]);
    const lights = await this.#countLights(tx, [committeeId, ...tx.committees], inForce);
    // Whatever is past its date stands under one of the bands that begin after it.
    const lateCount = lights.filter(({ side }) => side === 'after-due').reduce((sum, { count }) => sum + count, 0);
    return {
      asOf: today.toString(),
      paused: await presentTasks(tx, this.rules, paused, () => false),
      late: late.map((task) => presentLate(task, facts.get(task.id), lookUp)),
      listedCount: by === undefined || part === undefined ? lateCount : await countInPart(tx, today, { by, part }),
      lateCount,
      parts: by === undefined ? [] : await this.#parts(tx, by, today),
      lights: lights.map(({ meaning, colour, count }) => ({ meaning, colour, count })),
    };
  }

  /** Tasks by their ids, in the order of these. */
  async #tasks(tx: Tx, ids: readonly string[]): Promise<TaskView[]> {
    // Not joined to the ids: estimating that, the planner reads every task.
    const rows = await tx.query(`${selectTask} where t.committee_id = any($1) and t.id = any($2)`, [
      tx.committees,
      ids,
    ]);
    const tasks = new Map((await presentTasks(tx, this.rules, rows, () => false)).map((task) => [task.id, task]));
    return ids.flatMap((id) => tasks.get(id) ?? []);
  }

  async #parts(tx: Tx, by: BoardDivision, today: Temporal.PlainDate) {
    const parts = await countParts(tx, by, today);
    const earliest = await this.#tasks(
      tx,
      parts.map(({ taskId }) => taskId),
    );
    const tasks = new Map(earliest.map((task) => [task.id, task]));
    return parts.flatMap(({ key, count, taskId }) => {
      const task = tasks.get(taskId);
      if (task === undefined) return [];
      const { committeeName, holder, category, dueOn } = task;
      return [{ key, count, oldestDueOn: dueOn, committeeName, holder, category }];
    });
  }

  /**
   * The lights of the committee first named with the number of tasks under each; those that only others have come after
   * them, each committee's tasks under its own scheme.
   */
  async #countLights(tx: Tx, committeeIds: readonly string[], inForce: (committeeId: string) => Rules) {
    const ids = [...new Set(committeeIds)];
    const committees = ids.map((id) => {
      const { calendar, profile } = inForce(id);
      const today = dateIn(profile.reminder.zone, tx.now);
      return { committeeId: id, today, bands: bandDates(profile.lights, today, calendar) };
    });
    const counts = await countLights(tx, committees);
    const shown = new Map<string, SchemeLight & { count: number }>();
    for (const id of ids) {
      for (const light of lightsOf(inForce(id).profile.lights)) {
        const own = counts.find((one) => one.committeeId === id && one.meaning === light.meaning)?.count ?? 0;
        const key = `${light.meaning} ${light.colour}`;
        shown.set(key, { ...light, count: (shown.get(key)?.count ?? 0) + own });
      }
    }
    return [...shown.values()];
  }
}

function presentLate(
  task: TaskView,
  facts: LateFacts | undefined,
  lookUp: Awaited<ReturnType<CommitteeRules['forCases']>>,
) {
  return {
    ...task,
    workdaysLate: -task.workdaysLeft,
    askedOn: facts?.asked_on ?? null,
    escalatedOn: facts?.escalated_on ?? null,
    urged:
      facts?.last_urged_at == null
        ? null
        : { times: facts.urged_times, lastAt: facts.last_urged_at.toString(), lastByName: facts.last_urged_by },
    slip: facts?.slip ?? null,
    nextStep: nextStepOf(task, facts, lookUp),
  };
}

function nextStepOf(
  task: TaskView,
  facts: LateFacts | undefined,
  lookUp: Awaited<ReturnType<CommitteeRules['forCases']>>,
) {
  if (facts?.fire_at == null || facts.payload === null) return null;
  const rules = lookUp(task.committeeId, facts.rule_profile_version);
  const moments = momentsOf({ ...task, ladder: facts.ladder }, rules);
  const [moment] = pendingRungs(moments, progressOf({ payload: facts.payload }));
  if (moment === undefined) return null;
  return { rung: moment.rung, on: dateIn(rules.profile.reminder.zone, facts.fire_at).toString(), to: moment.to };
}
