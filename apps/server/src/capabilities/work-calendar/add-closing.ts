import { Injectable } from '@nestjs/common';
import { dateIn, LAST_CALENDAR_YEAR, WorkingCalendar } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import { ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, committeeOf, tenantsOf } from '../account/index.js';
import { addClosingDay, loadClosings } from './closing-day.query.js';
import { type CalendarOutcome, FollowCalendarChange } from './follow-calendar-change.js';
import { loadOfficialYears, lockCalendars } from './official-year.query.js';

/** Closes a committee on a day on which the country works, or tries what that would move. */
@Injectable()
export class AddClosing {
  constructor(
    private readonly doors: Doors,
    private readonly follow: FollowCalendarChange,
  ) {}

  run(
    actor: Actor,
    input: { committeeId: string; on: string; name: string; isTrial: boolean },
  ): Promise<
    Result<
      CalendarOutcome,
      'closing-name-missing' | 'closing-in-past' | 'year-out-of-range' | 'closing-exists' | 'closing-needless'
    >
  > {
    const { committeeId, on, isTrial } = input;
    const closing = { on, name: input.name.trim() };
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      if (closing.name === '') return refused('closing-name-missing', 'name');
      const today = dateIn(committeeOf(actor, committeeId)?.zone ?? 'Asia/Shanghai', tx.now).toString();
      if (on < today) return refused('closing-in-past', 'on');
      const date = Temporal.PlainDate.from(on);
      if (date.year > LAST_CALENDAR_YEAR) return refused('year-out-of-range', 'on');
      if (!isTrial) await lockCalendars(tx);
      const closings = (await loadClosings(tx, [committeeId])).get(committeeId) ?? [];
      if (closings.some((one) => one.on === on)) return refused('closing-exists', 'on');
      const years = (await loadOfficialYears(tx)).map((record) => record.notice);
      const before = new WorkingCalendar(years, closings);
      if (!before.isWorkday(date)) return refused('closing-needless', 'on');

      const calendar = new WorkingCalendar(years, [...closings, closing]);
      if (!isTrial) await addClosingDay(tx, committeeId, closing);
      const moves = await this.follow.run(
        tx,
        { because: 'calendar-changed', committeeIds: [committeeId], calendarOf: () => calendar },
        { isTrial, actor: actorIn(actor, committeeId) },
      );
      const changed = { on, isWorked: false, nameBefore: before.exchangedFor(date), nameAfter: closing.name };
      return ok({ isMade: !isTrial, changedDays: [changed], moves });
    });
  }
}
