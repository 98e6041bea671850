import {
  atLadderFoot,
  dateIn,
  firstMoment,
  foreseeLadder,
  type Membership,
  type Rehearsal,
  type Role,
  recipientsOf,
} from '@xushi/domain';
import { momentsOf } from '../capabilities/reminder/index.js';
import type { Rules } from '../engine/index.js';

/** A rung somebody was told to expect. `settled` is what the rehearsal said would become of it. */
export interface ForeseenReminder {
  readonly rung: string;
  readonly on: string;
  readonly settled: 'sent' | 'superseded';
  readonly recipients: readonly string[];
}

export interface SimulatedTask {
  readonly id: string;
  readonly item_id: string | null;
  readonly occurrence_key: string | null;
  readonly kind: string;
  readonly holder_account_id: string | null;
  readonly holder_role: Role | null;
  readonly ladder: string;
  readonly opens_on: string;
  readonly due_on: string;
  readonly opened_at: Temporal.Instant;
}

/**
 * What is expected of each task's reminders: for the duties of a plan what its rehearsal said before it was published,
 * for those that people's acts opened what the pure ladder says of them at that moment.
 */
export class Foresight {
  readonly #rehearsed = new Map<string, ForeseenReminder[]>();
  readonly #expected = new Map<string, ForeseenReminder[]>();
  #unmatched = 0;

  constructor(rehearsal: Rehearsal) {
    for (const task of rehearsal.tasks)
      this.#rehearsed.set(keyOf(task.itemId, task.occurrenceKey, task.kind, task.holder), []);
    for (const one of rehearsal.reminders) {
      this.#rehearsed
        .get(keyOf(one.itemId, one.occurrenceKey, one.kind, one.holder))
        ?.push({ rung: one.rung, on: one.on, settled: one.outcome, recipients: one.recipients });
    }
  }

  /** The tasks the published plan opened are exactly those rehearsed; any that is not counts as extra. */
  matchPlan(tasks: readonly SimulatedTask[]): void {
    for (const task of tasks) {
      if (task.item_id === null) continue;
      const key = keyOf(task.item_id, task.occurrence_key ?? '', task.kind, holderOf(task));
      const expected = this.#rehearsed.get(key);
      if (expected === undefined) this.#unmatched++;
      else this.#expected.set(task.id, expected);
      this.#rehearsed.delete(key);
    }
  }

  /** What people's acts opened since: foreseen at once, before anything happens to it. */
  foresee(tasks: readonly SimulatedTask[], committeeId: string, rules: Rules, roster: readonly Membership[]): void {
    const { calendar, profile } = rules;
    for (const task of tasks) {
      if (this.#expected.has(task.id)) continue;
      const duty = { committeeId, ladder: task.ladder, opensOn: task.opens_on, dueOn: task.due_on };
      const moments = momentsOf(duty, rules);
      const nextAt = firstMoment(moments, task.opened_at, calendar, profile.reminder);
      const rest = foreseeLadder(moments, { progress: atLadderFoot, nextAt }, calendar, profile.reminder);
      this.#expected.set(
        task.id,
        rest.map(({ moment, outcome, happensAt }) => {
          const on = dateIn(profile.reminder.zone, happensAt).toString();
          const isSent = outcome === 'sent';
          return {
            rung: moment.rung,
            on,
            settled: isSent ? ('sent' as const) : ('superseded' as const),
            recipients: isSent ? recipientsOf(moment.to, holderOf(task), roster, on) : [],
          };
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

function holderOf(task: SimulatedTask) {
  if (task.holder_account_id !== null) return { kind: 'account', accountId: task.holder_account_id } as const;
  if (task.holder_role !== null) return { kind: 'role', role: task.holder_role } as const;
  throw new Error(`Task ${task.id} has no holder.`);
}

function keyOf(
  itemId: string,
  occurrenceKey: string,
  kind: string,
  holder: Rehearsal['tasks'][number]['holder'],
): string {
  return [itemId, occurrenceKey, kind, holder.kind === 'account' ? holder.accountId : holder.role].join(' ');
}
