import { Injectable } from '@nestjs/common';
import { dateIn, WorkingCalendar } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, committeeOf, tenantsOf } from '../account/index.js';
import { loadClosings, removeClosingDay } from './closing-day.query.js';
import { type CalendarOutcome, FollowCalendarChange } from './follow-calendar-change.js';
import { loadOfficialYears, lockCalendars } from './official-year.query.js';

/** Opens a committee again on a day it meant to be closed on, or tries what that would move. */
@Injectable()
export class RemoveClosing {
  constructor(
    private readonly doors: Doors,
    private readonly follow: FollowCalendarChange,
  ) {}

  run(
    actor: Actor,
    input: { committeeId: string; on: string; isTrial: boolean },
  ): Promise<Result<CalendarOutcome, 'closing-in-past'>> {
    const { committeeId, on, isTrial } = input;
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      if (!isTrial) await lockCalendars(tx);
      const closings = (await loadClosings(tx, [committeeId])).get(committeeId) ?? [];
      const closing = closings.find((one) => one.on === on);
      if (closing === undefined) return missing;
      const today = dateIn(committeeOf(actor, committeeId)?.zone ?? 'Asia/Shanghai', tx.now).toString();
      if (on < today) return refused('closing-in-past', 'on');

      const years = (await loadOfficialYears(tx)).map((record) => record.notice);
      const rest = closings.filter((one) => one !== closing);
      const calendar = new WorkingCalendar(years, rest);
      if (!isTrial) await removeClosingDay(tx, committeeId, on);
      const moves = await this.follow.run(
        tx,
        { because: 'calendar-changed', committeeIds: [committeeId], calendarOf: () => calendar },
        { isTrial, actor: actorIn(actor, committeeId) },
      );
      const date = Temporal.PlainDate.from(on);
      // A notice of later date may have made it a holiday meanwhile.
      const changedDays = calendar.isWorkday(date)
        ? [{ on, isWorked: true, nameBefore: closing.name, nameAfter: calendar.exchangedFor(date) }]
        : [];
      return ok({ isMade: !isTrial, changedDays, moves });
    });
  }
}
