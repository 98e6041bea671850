import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Timer, TimerScheduler } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { CarryOutside } from './carry-outside.js';
import { MESSAGE_TIMER } from './fan-out.query.js';

interface Settled {
  readonly mailboxId: string;
  readonly messageId: string;
  readonly status: 'sent' | 'dropped' | 'queued';
}

/**
 * Delivers messages that were kept back over quiet hours; one whose every matter was settled meanwhile is dropped. One
 * for outside the app, which gathered what joined a message already sent, is queued.
 */
@Injectable()
export class DeliverMessages implements OnModuleInit {
  constructor(
    private readonly scheduler: TimerScheduler,
    private readonly outside: CarryOutside,
  ) {}

  onModuleInit(): void {
    this.scheduler.handle(MESSAGE_TIMER, (tx, timers) => this.run(tx, timers));
  }

  async run(tx: Tx, timers: readonly Timer[]): Promise<Timer[]> {
    const settled = await tx.query<Settled>(
      `with settled as (
         update message set
           status = case when channel <> 'in-app' then 'queued' when live_notices > 0 then 'sent' else 'dropped' end,
           sent_at = case when channel = 'in-app' and live_notices > 0 then $3::timestamptz end,
           next_try_at = case when channel <> 'in-app' then $3::timestamptz end
         where committee_id = any($1) and id = any($2) and status = 'waiting'
         returning committee_id, id, status),
       delivered as (
         insert into delivery (committee_id, message_id, attempt, status, at)
         select committee_id, id, 1, 'delivered', $3 from settled where status = 'sent')
       select committee_id as "mailboxId", id as "messageId", status from settled`,
      [
        [...new Set(timers.map((timer) => tx.mailboxOf(timer.committeeId)))],
        timers.map((timer) => timer.subjectId),
        tx.now,
      ],
    );
    const committeeOf = new Map(timers.map((timer) => [timer.subjectId, timer.committeeId]));
    await this.outside.run(
      tx,
      settled.flatMap(({ messageId, status }) => {
        const committeeId = committeeOf.get(messageId);
        return status === 'sent' && committeeId !== undefined ? [{ messageId, committeeId, hasBegun: true }] : [];
      }),
    );
    await this.outside.queue(
      tx,
      settled.filter(({ status }) => status === 'queued'),
    );
    return [];
  }
}
