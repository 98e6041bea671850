import { Injectable } from '@nestjs/common';
import type { AnchorDays, ConfirmationChange, MoveReason, Offices, WorkingCalendar } from '@xushi/domain';
import type { EngineActor } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';

/** A change in how dates are reckoned: a holiday notice, a committee's closing day, the day of an anchor. */
export interface CalendarChange {
  readonly because: Exclude<MoveReason, 'plan-amended' | 'moved-by-hand'>;
  /** The committees whose dates may move; the transaction has entered them. */
  readonly committeeIds: readonly string[];
  /** How dates are reckoned once the change is made. A preview asks before anything is written. */
  calendarOf(committeeId: string): WorkingCalendar;
  anchorsOf(committeeId: string, year: number): Promise<AnchorDays>;
}

/** One date that moves with a change, or stays although the plan now says otherwise, and why. ISO dates. */
export interface DateMove {
  readonly committeeId: string;
  readonly title: string;
  /** The occurrence's key, the kind of task whose date an action had made, or the offices an item names. */
  readonly what:
    | { readonly occurrenceKey: string }
    | { readonly taskKind: string }
    | { readonly before: Offices; readonly after: Offices };
  readonly change:
    | 'moved'
    | ConfirmationChange
    | 'replaced'
    | 'retitled'
    | 'reassigned'
    | 'added'
    | 'dropped'
    | 'kept'
    | 'skipped';
  readonly from: string | null;
  readonly to: string | null;
  readonly why: string | null;
}

export interface CalendarListener {
  /** What would move. Writes nothing. */
  preview(tx: Tx, change: CalendarChange): Promise<DateMove[]>;
  /**
   * Moves it, in the transaction that makes the change, in which the new days stand already; answers exactly what the
   * preview said. Locks what it dates before reading it, so that nothing acted on meanwhile keeps a date of the old days.
   */
  apply(tx: Tx, change: CalendarChange, actor: EngineActor): Promise<DateMove[]>;
}

/** In this order: a plan's occurrences, then tasks whose date an action made, then the rungs of whatever stayed. */
const stages = ['plans', 'tasks', 'reminders'] as const;

/** Who re-dates when days change. Higher capabilities register: the calendar knows neither plans nor tasks. */
@Injectable()
export class CalendarListeners {
  readonly #listeners = new Map<(typeof stages)[number], CalendarListener>();

  register(stage: (typeof stages)[number], listener: CalendarListener): void {
    this.#listeners.set(stage, listener);
  }

  async preview(tx: Tx, change: CalendarChange): Promise<DateMove[]> {
    const moves: DateMove[] = [];
    for (const listener of this.#inOrder()) moves.push(...(await listener.preview(tx, change)));
    return moves;
  }

  async apply(tx: Tx, change: CalendarChange, actor: EngineActor): Promise<DateMove[]> {
    const moves: DateMove[] = [];
    for (const listener of this.#inOrder()) moves.push(...(await listener.apply(tx, change, actor)));
    return moves;
  }

  #inOrder(): CalendarListener[] {
    return stages.flatMap((stage) => this.#listeners.get(stage) ?? []);
  }
}
