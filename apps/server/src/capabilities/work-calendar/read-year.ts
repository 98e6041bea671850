import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { WorkCalendars } from './work-calendars.js';

/** The days of a year that differ from an ordinary week: holidays, closings, worked weekends. */
@Injectable()
export class ReadYear {
  constructor(private readonly calendars: WorkCalendars) {}

  async run(tx: Tx, committeeId: string, year: number) {
    const calendar = (await this.calendars.of(tx, [committeeId]))(committeeId);
    const days: { on: string; isWorked: boolean; name: string }[] = [];
    const first = new Temporal.PlainDate(year, 1, 1);
    for (let i = 0; i < first.daysInYear; i++) {
      const date = first.add({ days: i });
      const isWorked = calendar.isWorkday(date);
      const name = calendar.dayName(date);
      if (!isWorked && name !== null) days.push({ on: date.toString(), isWorked, name });
      else if (isWorked && date.dayOfWeek > 5) days.push({ on: date.toString(), isWorked, name: '调休上班' });
    }
    return { year, status: calendar.status(year), days };
  }
}
