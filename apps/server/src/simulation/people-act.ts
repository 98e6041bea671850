import type { INestApplicationContext } from '@nestjs/common';
import { dateIn, type WorkingCalendar, workdaysLeft } from '@xushi/domain';
import { actorIn } from '../capabilities/account/index.js';
import { IssueSlips, UrgeTasks } from '../capabilities/supervision/index.js';
import { ConfirmNotDone, EnterDuty, HoldTask, RecordContribution, RequestLeave } from '../capabilities/task/index.js';
import { ActOnCase } from '../capabilities/workflow/index.js';
import { Doors } from '../platform/database/doors.js';
import type { Tx } from '../platform/database/tx.js';
import { newId } from '../platform/ids.js';
import type { LoadedScenario } from '../scenarios/load-scenario.js';
import { clerkOf, leaderOf } from '../scenarios/scenario.js';
import type { Chance } from './chance.js';
import { chooseAction } from './choose-action.js';
import type { Day } from './day.js';
import {
  loadOpenCases,
  loadOwedPieces,
  loadTroubledTasks,
  type OpenCase,
  type OwedPiece,
  type TroubledTask,
} from './open-work.query.js';
import { type Changed, PeopleAndDays } from './people-and-days.js';

const ZONE = 'Asia/Shanghai';

/**
 * The people of a committee, by seeded chance: those in charge take the actions their matters offer, members answer and
 * hand in, some late, some never; the clerk records for others, says what is not done, pauses and releases; the leader
 * urges. They act through the same use cases as the screens.
 */
export class PeopleAct {
  readonly #clerk: string;
  readonly #leader: string;
  readonly #committeeId: string;
  readonly #peopleAndDays: PeopleAndDays;

  /** @param everyWorkdays they act on each so many-th working day, and then as much as on all of them together */
  constructor(
    private readonly app: INestApplicationContext,
    private readonly loaded: LoadedScenario,
    committee: string,
    private readonly chance: Chance,
    private readonly everyWorkdays = 1,
  ) {
    this.#clerk = clerkOf(loaded.scenario, committee);
    this.#leader = leaderOf(loaded.scenario, committee);
    this.#committeeId = loaded.committeeId(committee);
    this.#peopleAndDays = new PeopleAndDays(app, loaded, committee, chance);
  }

  async day(now: Temporal.Instant, calendar: WorkingCalendar): Promise<void> {
    const day = { now, today: dateIn(ZONE, now), calendar };
    for (const one of await this.#load(loadTroubledTasks, day)) await this.#seeTo(one, day);
    for (const one of await this.#load(loadOpenCases, day)) if (!isHandOver(one)) await this.#moveOn(one, day);
    for (const piece of await this.#load(loadOwedPieces, day)) await this.#handIn(piece, day);
    if (this.#happens(0.02)) await this.#enterDuty(day);
  }

  /** What happens on a day beside the work. Answers what of the year may be otherwise than foreseen from now on. */
  async change(now: Temporal.Instant, calendar: WorkingCalendar): Promise<Set<Changed>> {
    const day = { now, today: dateIn(ZONE, now), calendar };
    const changed = await this.#peopleAndDays.day(day, (aDay) => this.#happens(aDay));
    for (const one of (await this.#load(loadOpenCases, day)).filter(isHandOver)) {
      if (await this.#moveOn(one, day)) changed.add('people');
    }
    return changed;
  }

  /** Whether something with a chance a working day happened on one of the days since people acted last. */
  #happens(aDay: number): boolean {
    return this.chance.happens(1 - (1 - aDay) ** this.everyWorkdays);
  }

  /** The nearer the day, the likelier it is done; what has become late stays late for a while, as it does in life. */
  #urgency(dueOn: string, { today, calendar }: Day): number {
    const left = workdaysLeft(dueOn, today, calendar);
    return left < 0 ? 0.05 : left <= 7 ? 0.12 : 0.015;
  }

  /** Whether somebody took an action on it. */
  async #moveOn(one: OpenCase, day: Day): Promise<boolean> {
    if (!this.#happens(this.#readiness(one, day))) return false;
    const by = this.#whoActs(one);
    const actor = this.loaded.actor(by, day.now);
    const chosen = chooseAction(one, actorIn(actor, this.#committeeId), day.today, this.chance);
    if (chosen === null) return false;
    const result = await this.app.get(ActOnCase).run(actor, {
      committeeId: this.#committeeId,
      instanceId: one.id,
      lockVersion: one.lockVersion,
      ...chosen,
    });
    // An act earlier the same day may have ended it, as an urging ends with its duty: then the page was a stale one.
    if (!result.ok && result.why !== 'conflict') {
      throw new Error(`${chosen.event} in ${one.definition}.${one.state} was refused: ${JSON.stringify(result)}`);
    }
    return result.ok;
  }

  #readiness(one: OpenCase, day: Day): number {
    // Arranged: it is held on its day, and recorded soon after; seldom is it put off before.
    if (one.heldOn !== null) return one.heldOn <= day.today.toString() ? 0.7 : 0.004;
    // What members hand in is not closed over their heads before its day.
    if (one.collectsUntil !== null) return one.collectsUntil < day.today.toString() ? 0.05 : 0;
    return one.dueOn === null ? 0.05 : this.#urgency(one.dueOn, day);
  }

  /** Mostly whoever owes it, else the clerk; now and then the leader. */
  #whoActs({ ownerAccountId, ownerRole }: OpenCase): string {
    if (this.chance.happens(0.04)) return this.#leader;
    const owner = ownerRole === 'leader' ? this.#leader : this.loaded.personOf(ownerAccountId);
    return owner !== null && this.chance.happens(0.7) ? owner : this.#clerk;
  }

  async #handIn(piece: OwedPiece, day: Day): Promise<void> {
    if (!this.#happens(piece.kind === 'answer-invitation' ? 0.3 : this.#urgency(piece.dueOn, day))) return;
    const holder = this.loaded.personOf(piece.holderAccountId);
    if (piece.kind === 'answer-invitation' && holder !== null && this.chance.happens(0.12)) {
      await this.#askForLeave(piece.taskId, holder, day);
      return;
    }
    // Every third member has the clerk enter it.
    const by = holder === null || this.chance.happens(0.34) ? this.#clerk : holder;
    const result = await this.app.get(RecordContribution).run(this.loaded.actor(by, day.now), {
      committeeId: this.#committeeId,
      taskId: piece.taskId,
      amount: 1,
      doneOn: day.today.toString(),
      note: null,
      answer: piece.kind === 'answer-invitation' ? (this.chance.happens(0.85) ? 'coming' : 'not-coming') : null,
      idempotencyKey: newId(),
    });
    if (!result.ok) throw new Error(`A piece of ${piece.kind} was refused: ${JSON.stringify(result)}`);
  }

  /** Decided by the leader or the clerk as a case of its own; the invitation stays open until then. */
  async #askForLeave(taskId: string, holder: string, { now }: Day): Promise<void> {
    const input = { committeeId: this.#committeeId, taskId, reason: '外出开会' };
    const result = await this.app.get(RequestLeave).run(this.loaded.actor(holder, now), input);
    const isAskedAlready = !result.ok && result.why === 'refused' && result.reason === 'leave-requested';
    if (!result.ok && !isAskedAlready) throw new Error(`Leave could not be asked for: ${JSON.stringify(result)}`);
  }

  /** What is on hold is released in time; what is late is said to be not done, paused, or urged. */
  async #seeTo(task: TroubledTask, { now }: Day): Promise<void> {
    const { taskId, lockVersion, isHeld } = task;
    const target = { committeeId: this.#committeeId, taskId, lockVersion };
    const clerk = this.loaded.actor(this.#clerk, now);
    if (isHeld) {
      if (this.#happens(0.1)) await this.app.get(HoldTask).release(clerk, target);
    } else if (this.#happens(0.2)) await this.app.get(ConfirmNotDone).run(clerk, target);
    else if (this.#happens(0.01)) await this.app.get(HoldTask).hold(clerk, target, '等待上级文件');
    else await this.#press(task, now);
  }

  /** The leader urges, or demands it in writing: of the staff only. */
  async #press(task: TroubledTask, now: Temporal.Instant): Promise<void> {
    const leader = this.loaded.actor(this.#leader, now);
    const { taskId, isMembers } = task;
    const committeeId = this.#committeeId;
    if (this.#happens(0.1)) {
      await this.app
        .get(UrgeTasks)
        .run(leader, { committeeId, taskIds: [taskId], text: urgingOf(task), byPhone: false });
    } else if (!isMembers && this.#happens(0.03)) {
      const demand = '请于五个工作日内书面回复进展。';
      await this.app.get(IssueSlips).run(leader, { committeeId, taskIds: [taskId], demand, leaderAccountId: null });
    }
  }

  /** Something that no plan foresaw, told by those above. */
  async #enterDuty({ now, today }: Day): Promise<void> {
    const result = await this.app.get(EnterDuty).run(this.loaded.actor(this.#clerk, now), {
      committeeId: this.#committeeId,
      title: '上级交办事项',
      category: 'other',
      dueOn: today.add({ days: 3 + this.chance.upTo(25) }).toString(),
      responsibleAccountId: null,
      note: null,
      idempotencyKey: newId(),
    });
    if (!result.ok) throw new Error(`A duty beside the plan was refused: ${JSON.stringify(result)}`);
  }

  #load<Row>(load: (tx: Tx, committeeId: string, today: string) => Promise<Row[]>, { today }: Day): Promise<Row[]> {
    return this.#inTenant((tx) => load(tx, this.#committeeId, today.toString()));
  }

  #inTenant<Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
    return this.app.get(Doors).inTenant(this.loaded.tenants(), work);
  }
}

const isHandOver = ({ definition }: OpenCase): boolean => definition === 'hand-over';

/** Members are honoured, whoever urges them. */
function urgingOf({ isMembers }: TroubledTask): string {
  return isMembers
    ? '温馨提示：有一件事项待您办理，诚请您方便时办理；如已办理，请告知工作人员。'
    : '请抓紧办理；如已办理，请当日登记。';
}
