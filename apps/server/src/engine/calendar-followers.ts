import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/tx.js';

/** Does what a changed calendar means for something that was reckoned by the old one. */
export type CalendarFollower = (tx: Tx, committeeIds: readonly string[]) => Promise<void>;

/**
 * Who must follow when the working days of committees change: a holiday notice is imported, a closing day entered.
 * Whoever changes them tells it here, in the same transaction and after the due dates have moved.
 */
@Injectable()
export class CalendarFollowers {
  readonly #followers: CalendarFollower[] = [];

  register(follower: CalendarFollower): void {
    this.#followers.push(follower);
  }

  async calendarChanged(tx: Tx, committeeIds: readonly string[]): Promise<void> {
    for (const follow of this.#followers) await follow(tx, committeeIds);
  }
}
