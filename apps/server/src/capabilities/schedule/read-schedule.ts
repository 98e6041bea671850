import { Injectable } from '@nestjs/common';
import { dateIn, isCountable, light } from '@xushi/domain';
import { CommitteeRules } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { ok, refused } from '../../platform/refusal.js';
import { type Actor, keepsRecord } from '../account/index.js';
import { countEntries, type EntryRecord, listEntries, type ScheduleScope } from './schedule.query.js';

/** A quarter with the weeks around it, and somewhat more; a year is read as its load. */
const MOST_DAYS = 130;
const MOST_ENTRIES = 1000;

export type ScheduleInput = Omit<ScheduleScope, 'memberId'>;

/** Reads what a committee's days hold. Who keeps no record reads their own lines, without lights and without others. */
@Injectable()
export class ReadSchedule {
  constructor(private readonly rules: CommitteeRules) {}

  async run(tx: Tx, actor: Actor, input: ScheduleInput & { from: string; to: string }) {
    const { committeeId, from, to } = input;
    if (!isRange(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to))) return refused('range-invalid', 'to');
    const scope = scopeFor(actor, input);
    const records = await listEntries(tx, scope, { from, to, most: MOST_ENTRIES });
    const { calendar, profile } = await this.rules.inForce(tx, committeeId);
    const today = dateIn(profile.reminder.zone, tx.now);
    const lightOf = (record: EntryRecord) => light(datesOf(record), today, calendar, profile.lights);
    const isOwn = scope.memberId !== null;
    const entries = records.map((record) => {
      const { all, done, doneOn, isHeld, total, taskId, ...entry } = record;
      return {
        ...entry,
        taskId: isOwn ? taskId : null,
        people: isOwn || all === 0 ? null : { all, done },
        light: isOwn ? null : lightOf(record),
      };
    });
    return ok({ entries, total: records[0]?.total ?? 0 });
  }

  load(tx: Tx, actor: Actor, input: ScheduleInput & { year: number }) {
    return countEntries(tx, scopeFor(actor, input), input.year);
  }
}

/** Days the calendar knows, in order and not too many at once. */
function isRange(from: Temporal.PlainDate, to: Temporal.PlainDate): boolean {
  const { days } = from.until(to);
  return isCountable(from) && isCountable(to) && days >= 0 && days <= MOST_DAYS;
}

const scopeFor = (actor: Actor, { committeeId, category, personId }: ScheduleInput): ScheduleScope => {
  const memberId = keepsRecord(actor, committeeId) ? null : actor.accountId;
  return { committeeId, memberId, category, personId };
};

const datesOf = ({ opensOn, dueOn, doneOn, day, isHeld }: EntryRecord) => ({
  opensOn,
  dueOn,
  doneOn,
  status: day === 'dropped' ? ('cancelled' as const) : day === 'done' ? ('done' as const) : ('open' as const),
  onHold: isHeld,
});
