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
import { momentsOf } from '../capabilities/reminder/index.js';
import { type HolderColumns, holderOfRow } from '../capabilities/task/index.js';
import type { Rules } from '../engine/index.js';

/** A rung somebody was told to expect. `settled` is what the rehearsal said would become of it. */
export interface ForeseenReminder {
  readonly rung: string;
  readonly on: string;
  readonly settled: 'sent' | 'superseded';
  readonly recipients: readonly string[];
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
            return { rung: rung.rung, on: rung.on, settled, recipients };
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
      else if (!task.awaits_release) this.#expected.set(task.id, expected);
      this.#rehearsed.delete(key);
    }
  }

  /** What people's acts opened, or released to a unit, just now: foreseen at once, before anything happens to it. */
  foresee(
    tasks: readonly SimulatedTask[],
    at: { committeeId: string; now: Temporal.Instant; rules: Rules; roster: readonly Membership[] },
  ): void {
    const { committeeId, roster, rules } = at;
    const { calendar, profile } = rules;
    for (const task of tasks) {
      if (this.#expected.has(task.id) || task.awaits_release) continue;
      const duty = { holder: holderOfRow(task), leaderAccountId: task.leader_account_id };
      const moments = momentsOf(
        { committeeId, ladder: task.ladder, opensOn: task.opens_on, dueOn: task.due_on },
        rules,
      );
      const begunAt = task.holder_unit_id === null ? task.opened_at : at.now;
      const nextAt = firstMoment(moments, begunAt, calendar, profile.reminder);
      const rest = foreseeLadder(moments, { progress: atLadderFoot, nextAt }, calendar, profile.reminder);
      this.#expected.set(
        task.id,
        rest.flatMap(({ outcomes, happensAt }) => {
          const on = dateIn(profile.reminder.zone, happensAt).toString();
          return tellStep(outcomes, (to) => recipientsOf(to, duty, roster, on)).map((told) => ({
            rung: told.moment.rung,
            on,
            settled: told.outcome === 'superseded' ? told.outcome : ('sent' as const),
            recipients: told.recipients,
          }));
        }),
      );
    }
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

function keyOf(itemId: string, occurrenceKey: string, kind: string, holder: TaskHolder): string {
  return [itemId, occurrenceKey, kind, ...Object.values(holder)].join(' ');
}
