import { Injectable } from '@nestjs/common';

/**
 * The only source of time. A door reads it once per transaction, in the round trip that opens the transaction, and
 * hands it on as `tx.now`.
 */
@Injectable()
export class Clock {
  /** SQL that yields the moment; the database's clock, so that all processes agree. */
  get nowSql(): string {
    return 'now()';
  }

  /** Milliseconds to wait from now until an instant; at least 0. For sleeping only, never for rules. */
  millisecondsUntil(instant: Temporal.Instant): number {
    return Math.max(0, instant.epochMilliseconds - Temporal.Now.instant().epochMilliseconds);
  }
}

/** A clock that stands where it was put. Simulations and tests move it from event to event. */
export class MovableClock extends Clock {
  #now: Temporal.Instant;

  constructor(start: Temporal.Instant) {
    super();
    this.#now = start;
  }

  override get nowSql(): string {
    return `timestamptz '${this.#now.toString()}'`;
  }

  override millisecondsUntil(instant: Temporal.Instant): number {
    return Math.max(0, instant.epochMilliseconds - this.#now.epochMilliseconds);
  }

  now(): Temporal.Instant {
    return this.#now;
  }

  /** Time does not run backwards: moving to an earlier instant is refused. */
  moveTo(instant: Temporal.Instant): void {
    if (Temporal.Instant.compare(instant, this.#now) < 0) {
      throw new RangeError(
        `The clock stands at ${this.#now.toString()} and does not go back to ${instant.toString()}.`,
      );
    }
    this.#now = instant;
  }
}

/** The database's clock shifted by a fixed length: real processes living at another date (crash tests, demos). */
export class ShiftedClock extends Clock {
  readonly #shift: Temporal.Duration;

  constructor(shift: Temporal.Duration) {
    super();
    this.#shift = shift;
  }

  override get nowSql(): string {
    return `now() + interval '${this.#shift.total('milliseconds')} milliseconds'`;
  }

  override millisecondsUntil(instant: Temporal.Instant): number {
    return super.millisecondsUntil(instant.subtract(this.#shift));
  }
}
