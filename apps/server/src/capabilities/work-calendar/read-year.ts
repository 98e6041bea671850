import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { loadClosings } from './closing-day.query.js';
import { loadOfficialYears, loadYearChanges } from './official-year.query.js';
import { WorkCalendars } from './work-calendars.js';

/** The days of a year that differ from an ordinary week: holidays, closings, worked weekends. */
@Injectable()
export class ReadYear {
  constructor(private readonly calendars: WorkCalendars) {}

  async run(tx: Tx, committeeId: string, year: number) {
    const calendar = (await this.calendars.of(tx, [committeeId]))(committeeId);
    const closings = (await loadClosings(tx, [committeeId])).get(committeeId) ?? [];
    const closed = new Set(closings.map((closing) => closing.on));
    const record = (await loadOfficialYears(tx)).find((one) => one.notice.year === year);
    const changes = (await loadYearChanges(tx, year)).map((one) => ({ ...one, at: one.at.toString() }));
    const days: { on: string; isWorked: boolean; isClosing: boolean; name: string }[] = [];
    const first = new Temporal.PlainDate(year, 1, 1);
    for (let i = 0; i < first.daysInYear; i++) {
      const date = first.add({ days: i });
      const name = calendar.dayName(date) ?? calendar.exchangedFor(date);
      if (name === null) continue;
      const on = date.toString();
      days.push({ on, isWorked: calendar.isWorkday(date), isClosing: closed.has(on), name });
    }
    return {
      year,
      status: calendar.status(year),
      papers: record?.notice.papers ?? [],
      enteredAt: record?.enteredAt?.toString() ?? null,
      changes,
      days,
    };
  }
}
