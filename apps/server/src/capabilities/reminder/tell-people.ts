import { Injectable } from '@nestjs/common';
import { TimerQueue } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { CarryOutside } from './carry-outside.js';
import { type NoticeLine, type ReminderLine, writeReminders } from './fan-out.query.js';

/** Puts reminders on record and tells their people: in the app now or after quiet hours, and outside it where they are reached. */
@Injectable()
export class TellPeople {
  constructor(
    private readonly timers: TimerQueue,
    private readonly outside: CarryOutside,
  ) {}

  async run(tx: Tx, reminders: readonly ReminderLine[], notices: readonly NoticeLine[]): Promise<void> {
    const { waiting, sent } = await writeReminders(tx, reminders, notices);
    await this.timers.set(tx, waiting);
    await this.outside.run(tx, sent);
  }
}
