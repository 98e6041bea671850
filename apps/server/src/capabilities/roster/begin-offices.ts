import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dateIn, instantIn } from '@xushi/domain';
import {
  CommitteeRules,
  type EngineActor,
  systemActor,
  type Timer,
  TimerQueue,
  TimerScheduler,
} from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { type AskedOfJoiners, AskJoiners } from '../task/index.js';
import { loadBeginnings } from './roster.query.js';

const OFFICE_TIMER = 'office-begins';

/**
 * Offices that begin, or came into another group: those who hold them are asked for what the published plans ask of each
 * participant, at once, or on the first day in office where that is still to come.
 */
@Injectable()
export class BeginOffices implements OnModuleInit {
  constructor(
    private readonly scheduler: TimerScheduler,
    private readonly timers: TimerQueue,
    private readonly rules: CommitteeRules,
    private readonly joiners: AskJoiners,
  ) {}

  onModuleInit(): void {
    this.scheduler.handle(OFFICE_TIMER, (tx, timers) => this.#onFirstDay(tx, timers));
  }

  /** Answers what was asked at once. */
  async run(
    tx: Tx,
    { committeeId, officeIds }: { committeeId: string; officeIds: readonly string[] },
    actor: EngineActor,
  ): Promise<AskedOfJoiners[]> {
    if (officeIds.length === 0) return [];
    const { profile } = await this.rules.inForce(tx, committeeId);
    const { zone } = profile.reminder;
    const today = dateIn(zone, tx.now).toString();
    const beginnings = await loadBeginnings(tx, committeeId, officeIds);
    await this.timers.set(
      tx,
      beginnings
        .filter(({ from }) => from > today)
        .map(({ officeId, from }) => ({
          ...{ committeeId, kind: OFFICE_TIMER, subjectId: officeId, payload: {} },
          fireAt: instantIn(zone, Temporal.PlainDate.from(from), '00:00'),
        })),
    );
    const begun = beginnings.filter(({ from }) => from <= today);
    return this.joiners.run(tx, { committeeId, accountIds: begun.map(({ accountId }) => accountId) }, actor);
  }

  async #onFirstDay(tx: Tx, timers: readonly Timer[]): Promise<Timer[]> {
    for (const [committeeId, begun] of Map.groupBy(timers, (timer) => timer.committeeId)) {
      await this.run(tx, { committeeId, officeIds: begun.map(({ subjectId }) => subjectId) }, systemActor);
    }
    return [];
  }
}
