import { Injectable } from '@nestjs/common';
import { bandDates, type Category, dateIn, type LightMeaning } from '@xushi/domain';
import { CommitteeRules } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { type Actor, rolesIn, unitsIn } from '../account/index.js';
import { presentTasks, selectTask, type TaskView } from './task-view.query.js';

export interface TaskFilter {
  readonly committeeId: string;
  readonly status: 'open' | 'done' | 'cancelled' | 'all';
  readonly light?: LightMeaning | undefined;
  readonly category?: Category | undefined;
  readonly search?: string | undefined;
  readonly page: number;
  readonly pageSize: number;
}

const MOST_OWN = 500;

/** Reads lists of tasks: one's own over all committees, and a committee's page by page. */
@Injectable()
export class ListTasks {
  constructor(private readonly rules: CommitteeRules) {}

  /** What a person owes by name, by office or for a handling unit it was released to, the nearest first; done ones, the latest first. */
  async mine(tx: Tx, actor: Actor, status: 'open' | 'done'): Promise<TaskView[]> {
    const offices = tx.committees.flatMap((committeeId) =>
      rolesIn(actor, committeeId).map((role) => ({ committeeId, role })),
    );
    const rows = await tx.query(
      `${selectTask}
       where t.status = $1 and (t.holder_account_id = $2 or exists (
         select from unnest($3::uuid[], $4::text[]) as held (committee_id, role)
         where held.committee_id = t.committee_id and held.role = t.holder_role)
         or t.holder_unit_id = any($5) and (t.held_at is null or t.hold_reason is not null))
       order by ${status === 'open' ? 't.due_on, i.title, t.id' : 't.recorded_at desc, t.id'} limit ${MOST_OWN}`,
      [
        status,
        actor.accountId,
        offices.map((one) => one.committeeId),
        offices.map((one) => one.role),
        tx.committees.flatMap((committeeId) => unitsIn(actor, committeeId)),
      ],
    );
    return presentTasks(tx, this.rules, rows, (task) => isOwnAsMember(actor, task));
  }

  /** One page of a committee's tasks with the number of all that match. */
  async page(tx: Tx, filter: TaskFilter): Promise<{ rows: TaskView[]; total: number }> {
    const conditions = ['t.committee_id = $1'];
    const values: unknown[] = [filter.committeeId];
    const where = (sql: (place: string) => string, value: unknown) => {
      values.push(value);
      conditions.push(sql(`$${values.length}`));
    };
    if (filter.status !== 'all') where((place) => `t.status = ${place}`, filter.status);
    if (filter.category !== undefined) where((place) => `i.category = ${place}`, filter.category);
    if (filter.search !== undefined && filter.search !== '') {
      where((place) => `(strpos(i.title, ${place}) > 0 or strpos(h.name, ${place}) > 0)`, filter.search);
    }
    if (filter.light !== undefined) await this.#whereLight(tx, filter.committeeId, filter.light, where, conditions);
    const all = `${selectTask} where ${conditions.join(' and ')}`;
    const [count] = await tx.query<{ total: number }>(`select count(*) as total from (${all}) as matching`, values);
    const order = filter.status === 'done' ? 't.done_on desc, t.id' : 't.due_on, i.title, t.id';
    const rows = await tx.query(
      `${all} order by ${order} limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize}`,
      values,
    );
    return { rows: await presentTasks(tx, this.rules, rows, () => false), total: count?.total ?? 0 };
  }

  /** A light as conditions on dates: the same rule as `light` in the domain, tested against it. */
  async #whereLight(
    tx: Tx,
    committeeId: string,
    wanted: LightMeaning,
    where: (sql: (place: string) => string, value: unknown) => void,
    conditions: string[],
  ): Promise<void> {
    const { calendar, profile } = await this.rules.inForce(tx, committeeId);
    const today = dateIn(profile.reminder.zone, tx.now);
    if (wanted === 'done' || wanted === 'cancelled') {
      where((place) => `t.status = ${place}`, wanted);
      return;
    }
    conditions.push(`t.status = 'open'`, wanted === 'paused' ? 't.held_at is not null' : 't.held_at is null');
    if (wanted === 'paused') return;
    const notStarted = (place: string) => `(t.opens_on > ${place}::date and t.due_on >= ${place}::date)`;
    if (wanted === 'not-started') {
      where(notStarted, today);
      return;
    }
    where((place) => `not ${notStarted(place)}`, today);
    const bands = bandDates(profile.lights, today, calendar);
    const index = bands.findIndex(({ meaning }) => meaning === wanted);
    if (index < 0) conditions.push('false');
    const until = bands[index]?.dueUntil ?? null;
    const graver = bands[index + 1]?.dueUntil ?? null;
    if (until !== null) where((place) => `t.due_on <= ${place}`, until);
    if (index >= 0 && graver !== null) where((place) => `t.due_on > ${place}`, graver);
  }
}

/** Whether the reader owes the task as a member: then no colour is shown. */
export function isOwnAsMember(actor: Actor, task: { committeeId: string; holderAccountId: string | null }): boolean {
  return task.holderAccountId === actor.accountId && rolesIn(actor, task.committeeId).includes('member');
}
