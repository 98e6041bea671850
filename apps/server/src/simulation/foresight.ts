import {
  atLadderFoot,
  dateIn,
  firstMoment,
  foreseeLadder,
  type Membership,
  type Rehearsal,
  recipientsOf,
  type TaskHolder,
  tellStep,
} from '@xushi/domain';
import { momentsOf, progressOf } from '../capabilities/reminder/index.js';
import { type HolderColumns, holderOfRow } from '../capabilities/task/index.js';
import type { Rules, Timer } from '../engine/index.js';

/** A rung somebody was told to expect. `settled` is what the rehearsal said would become of it. */
export interface ForeseenReminder {
  readonly rung: string;
  /** The due date it counts from, and how many times the task has been due on that day. */
  readonly dueOn: string;
  readonly round: number;
  readonly on: string;
  /** `moved`: not sent any more, since the task was moved to another day. */
  readonly settled: 'sent' | 'superseded' | 'moved';
  readonly recipients: readonly string[];
}

/** A rung of a task, also of one that was moved away from its day and back. */
export const rungKey = ({ rung, dueOn, round }: Pick<ForeseenReminder, 'rung' | 'dueOn' | 'round'>): string =>
  `${dueOn} ${round} ${rung}`;

/** The one notice that tells somebody of a duty handed over to them on a day. */
const assignedRung = (on: string): string => `assigned ${on}`;

/** What is known when the rest of a year is foreseen. */
interface Known {
  readonly committeeId: string;
  readonly now: Temporal.Instant;
  readonly rules: Rules;
  readonly roster: readonly Membership[];
}

export interface SimulatedTask extends HolderColumns {
  readonly id: string;
  readonly item_id: string | null;
  readonly occurrence_key: string | null;
  readonly kind: string;
  readonly leader_account_id: string | null;
  readonly ladder: string;
  readonly opens_on: string;
  readonly due_on: string;
  readonly opened_at: Temporal.Instant;
  readonly status: 'open' | 'done' | 'cancelled';
  /** Where it stands on its ladder; null when that has ended. */
  readonly fire_at: Temporal.Instant | null;
  readonly payload: Timer['payload'] | null;
  /** Owed by a handling unit that has not been told of it. */
  readonly awaits_release: boolean;
}

/**
 * What is expected of each task's reminders: for the duties of a plan what its rehearsal said before it was published,
 * for those that people's acts opened what the pure ladder says of them at that moment.
 */
export class Foresight {
  readonly #rehearsed = new Map<string, ForeseenReminder[]>();
  readonly #expected = new Map<string, ForeseenReminder[]>();
  /** Who owed each task when it was looked at last. */
  readonly #holders = new Map<string, string>();
  #unmatched = 0;

  constructor(rehearsal: Rehearsal, roster: readonly Membership[]) {
    for (const duty of rehearsal.duties) {
      const { leaderAccountId } = duty;
      for (const holder of duty.holders) {
        this.#rehearsed.set(
          keyOf(duty.itemId, duty.occurrenceKey, duty.kind, holder),
          duty.rungs.map((rung) => {
            // The rehearsal names everyone a rung reaches over all holders: of them, those who hear of this one's task.
            const own = recipientsOf(rung.to, { holder, leaderAccountId }, roster, rung.on);
            const recipients = own.filter((accountId) => rung.recipients.includes(accountId));
            const isOvertaken = own.length > 0 && recipients.length === 0;
            const settled = isOvertaken ? 'superseded' : rung.outcome;
            return { rung: rung.rung, dueOn: duty.dueOn, round: 1, on: rung.on, settled, recipients };
          }),
        );
      }
    }
  }

  /** The tasks the published plan opened are exactly those rehearsed; any that is not counts as extra. */
  matchPlan(tasks: readonly SimulatedTask[]): void {
    for (const task of tasks) {
      if (task.item_id === null) continue;
      const key = keyOf(task.item_id, task.occurrence_key ?? '', task.kind, holderOfRow(task));
      const expected = this.#rehearsed.get(key);
      if (expected === undefined) this.#unmatched++;
      // A unit's task says nothing until it is released; what its ladder says from then on is foreseen then.
      else if (!task.awaits_release) this.#expect(task, expected);
      this.#rehearsed.delete(key);
    }
  }

  /** What people's acts opened, or released to a unit, just now: foreseen at once, before anything happens to it. */
  foresee(tasks: readonly SimulatedTask[], known: Known): void {
    const { calendar, profile } = known.rules;
    for (const task of tasks) {
      if (this.#expected.has(task.id) || task.awaits_release) continue;
      const begunAt = task.holder_unit_id === null ? task.opened_at : known.now;
      const nextAt = firstMoment(momentsFor(task, known), begunAt, calendar, profile.reminder);
      this.#expect(task, restOf(task, { progress: atLadderFoot, nextAt }, 1, known));
    }
  }

  /**
   * After people or days changed: what is on record stays as it was foreseen, the rest is foreseen anew from where each
   * task stands. A rung that counted from a day the task was moved away from must be on record as superseded. Only a new
   * calendar may take a rung away without a word, where two of them now share a day.
   */
  foreseeAgain(
    tasks: readonly SimulatedTask[],
    recorded: ReadonlySet<string>,
    known: Known & { readonly haveDaysChanged: boolean },
  ): void {
    const today = dateIn(known.rules.profile.reminder.zone, known.now).toString();
    for (const task of tasks) {
      const before = this.#expected.get(task.id);
      if (before === undefined) continue;
      const assigned = this.#assigned(task, today);
      if (task.status !== 'open') {
        this.#expect(task, [...before, ...assigned]);
        continue;
      }
      const round = Number(task.payload?.round ?? before.at(-1)?.round ?? 1);
      const from =
        task.payload === null || task.fire_at === null
          ? null
          : { progress: progressOf({ payload: task.payload }), nextAt: task.fire_at };
      const rest = from === null ? [] : restOf(task, from, round, known);
      const coming = new Set(rest.map(rungKey));
      const kept = before.flatMap((one): ForeseenReminder[] => {
        const isOfThisDay = one.dueOn === task.due_on && one.round === round;
        if (recorded.has(`${task.id} ${rungKey(one)}`)) {
          return [isOfThisDay || one.on <= today ? one : { ...one, settled: 'moved' }];
        }
        if (known.haveDaysChanged && !momentsFor(task, known, one.dueOn).some(({ rung }) => rung === one.rung))
          return [];
        if (!isOfThisDay) return [{ ...one, settled: 'moved' }];
        return coming.has(rungKey(one)) ? [] : [one];
      });
      this.#expect(task, [...kept, ...assigned, ...rest]);
    }
  }

  /** Whoever a duty was handed over to since the last look is told of it once, the same day. */
  #assigned(task: SimulatedTask, today: string): ForeseenReminder[] {
    if (this.#holders.get(task.id) === holderNameOf(task) || task.holder_account_id === null) return [];
    const recipients = [task.holder_account_id];
    return [{ rung: assignedRung(today), dueOn: task.due_on, round: 1, on: today, settled: 'sent', recipients }];
  }

  #expect(task: SimulatedTask, expected: ForeseenReminder[]): void {
    this.#expected.set(task.id, expected);
    this.#holders.set(task.id, holderNameOf(task));
  }

  of(taskId: string): readonly ForeseenReminder[] | null {
    return this.#expected.get(taskId) ?? null;
  }

  /** Rehearsed duties that never came, and duties of the plan that nobody rehearsed. */
  get tasksMissing(): number {
    return this.#rehearsed.size;
  }

  get tasksExtra(): number {
    return this.#unmatched;
  }
}

const holderNameOf = (task: SimulatedTask): string => Object.values(holderOfRow(task)).join(' ');

function momentsFor(task: SimulatedTask, { committeeId, rules }: Known, dueOn = task.due_on) {
  return momentsOf({ committeeId, ladder: task.ladder, opensOn: task.opens_on, dueOn }, rules);
}

/** The rungs a task has still before it, with the people they tell. */
function restOf(
  task: SimulatedTask,
  from: Parameters<typeof foreseeLadder>[1],
  round: number,
  known: Known,
): ForeseenReminder[] {
  const { calendar, profile } = known.rules;
  const duty = { holder: holderOfRow(task), leaderAccountId: task.leader_account_id };
  const steps = foreseeLadder(momentsFor(task, known), from, calendar, profile.reminder);
  return steps.flatMap(({ outcomes, happensAt }) => {
    const on = dateIn(profile.reminder.zone, happensAt).toString();
    return tellStep(outcomes, (to) => recipientsOf(to, duty, known.roster, on)).map((told) => ({
      rung: told.moment.rung,
      dueOn: task.due_on,
      round,
      on,
      settled: told.outcome === 'superseded' ? told.outcome : ('sent' as const),
      recipients: told.recipients,
    }));
  });
}

function keyOf(itemId: string, occurrenceKey: string, kind: string, holder: TaskHolder): string {
  return [itemId, occurrenceKey, kind, ...Object.values(holder)].join(' ');
}
