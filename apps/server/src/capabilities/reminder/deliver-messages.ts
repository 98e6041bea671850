import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Timer, TimerScheduler } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { MESSAGE_TIMER } from './fan-out.query.js';

/** Delivers messages that were kept back over quiet hours; one whose every matter was settled meanwhile is dropped. */
@Injectable()
export class DeliverMessages implements OnModuleInit {
  constructor(private readonly scheduler: TimerScheduler) {}

  onModuleInit(): void {
    this.scheduler.handle(MESSAGE_TIMER, (tx, timers) => this.run(tx, timers));
  }

  async run(tx: Tx, timers: readonly Timer[]): Promise<Timer[]> {
    await tx.query(
      `with settled as (
         update message set status = case when live_notices > 0 then 'sent' else 'dropped' end,
           sent_at = case when live_notices > 0 then $3::timestamptz end
         where committee_id = any($1) and id = any($2) and status = 'waiting'
         returning committee_id, id, status)
       insert into delivery (committee_id, message_id, attempt, status, at)
       select committee_id, id, 1, 'delivered', $3 from settled where status = 'sent'`,
      [
        [...new Set(timers.map((timer) => tx.mailboxOf(timer.committeeId)))],
        timers.map((timer) => timer.subjectId),
        tx.now,
      ],
    );
    return [];
  }
}
