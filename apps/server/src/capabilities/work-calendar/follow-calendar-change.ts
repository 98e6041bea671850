import { Injectable } from '@nestjs/common';
import type { ChangedDay } from '@xushi/domain';
import type { EngineActor } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { loadAnchorDays } from './anchors.query.js';
import { type CalendarChange, CalendarListeners, type DateMove } from './calendar-listeners.js';

/** A date that moves, with the name of the committee whose it is. */
export interface NamedDateMove extends DateMove {
  readonly committeeName: string;
}

/** What a change of days does, or after a trial run would do. */
export interface CalendarOutcome {
  /** False after a trial run: nothing was written. */
  readonly isMade: boolean;
  readonly changedDays: readonly ChangedDay[];
  readonly moves: readonly NamedDateMove[];
}

/** Asks those who keep dates what a change of days does to them, or lets them do it. */
@Injectable()
export class FollowCalendarChange {
  constructor(private readonly listeners: CalendarListeners) {}

  /** A trial run writes nothing. Otherwise the new days stand in the transaction already. */
  async run(
    tx: Tx,
    change: Omit<CalendarChange, 'anchorsOf'> & Partial<Pick<CalendarChange, 'anchorsOf'>>,
    by: { isTrial: boolean; actor: EngineActor },
  ): Promise<NamedDateMove[]> {
    const whole: CalendarChange = {
      anchorsOf: (committeeId, year) => loadAnchorDays(tx, committeeId, year),
      ...change,
    };
    const moves = by.isTrial
      ? await this.listeners.preview(tx, whole)
      : await this.listeners.apply(tx, whole, by.actor);
    const names = await tx.query<{ id: string; name: string }>('select id, name from committee where id = any($1)', [
      [...new Set(moves.map((move) => move.committeeId))],
    ]);
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    return moves.map((move) => ({ ...move, committeeName: nameOf.get(move.committeeId) ?? '' }));
  }
}
