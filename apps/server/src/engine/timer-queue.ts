import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/tx.js';

/** The next moment of one subject. `payload` is its handler's memory between moments. */
export interface Timer {
  readonly committeeId: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly fireAt: Temporal.Instant;
  readonly payload: Readonly<Record<string, string | number | null>>;
}

interface TimerRecord {
  committee_id: string;
  kind: string;
  subject_id: string;
  fire_at: Temporal.Instant;
  payload: Timer['payload'];
}

/** The channel on which a process tells the others that an earlier moment was set. */
export const TIMER_CHANNEL = 'xushi_timer';

/** Sets and takes back moments. One row a subject: setting again moves it. */
@Injectable()
export class TimerQueue {
  /** Sets moments and wakes every scheduler for the earliest of them. */
  async set(tx: Tx, timers: readonly Timer[]): Promise<void> {
    if (timers.length === 0) return;
    await tx.query(
      `insert into timer (committee_id, kind, subject_id, fire_at, payload)
       select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::timestamptz[], $5::jsonb[])
       on conflict (committee_id, kind, subject_id) do update
       set fire_at = excluded.fire_at, payload = excluded.payload, attempts = 0, dead_at = null, last_error = null`,
      columns(timers),
    );
    await this.#wake(tx, timers);
  }

  /** Takes moments back and returns where they stood. Waits for a scheduler that is just working on one. */
  async cancel(tx: Tx, committeeId: string, kind: string, subjectIds: readonly string[]): Promise<Timer[]> {
    const rows = await tx.query<TimerRecord>(
      `with gone as (
         select committee_id, kind, subject_id from timer
         where committee_id = $1 and kind = $2 and subject_id = any($3) order by subject_id for update)
       delete from timer using gone
       where timer.committee_id = gone.committee_id and timer.kind = gone.kind and timer.subject_id = gone.subject_id
       returning timer.committee_id, timer.kind, timer.subject_id, timer.fire_at, timer.payload`,
      [committeeId, kind, subjectIds],
    );
    return rows.map(timerOf);
  }

  /** The moments of one kind that committees wait for, locked; those put aside as dead are left alone. */
  async waiting(tx: Tx, committeeIds: readonly string[], kind: string): Promise<Timer[]> {
    const rows = await tx.query<TimerRecord>(
      `select committee_id, kind, subject_id, fire_at, payload from timer
       where committee_id = any($1) and kind = $2 and dead_at is null order by committee_id, subject_id for update`,
      [committeeIds, kind],
    );
    return rows.map(timerOf);
  }

  async #wake(tx: Tx, timers: readonly Timer[]): Promise<void> {
    const earliest = timers.reduce((a, b) => (Temporal.Instant.compare(a.fireAt, b.fireAt) <= 0 ? a : b));
    await tx.query('select pg_notify($1, $2)', [TIMER_CHANNEL, earliest.fireAt.toString()]);
  }
}

/** Claims due timers of one kind for this transaction; others skip what is claimed. */
export async function claimDue(tx: Tx, most: number, only: readonly Timer[] | null): Promise<Timer[]> {
  const rows =
    only === null
      ? await tx.query<TimerRecord>(
          `select committee_id, kind, subject_id, fire_at, payload from timer
           where fire_at <= $1 and dead_at is null order by fire_at limit $2 for update skip locked`,
          [tx.now, most],
        )
      : await tx.query<TimerRecord>(
          `select timer.committee_id, timer.kind, timer.subject_id, timer.fire_at, timer.payload
           from unnest($2::uuid[], $3::text[], $4::uuid[]) as wanted (committee_id, kind, subject_id)
           join timer using (committee_id, kind, subject_id)
           where timer.fire_at <= $1 and timer.dead_at is null for update of timer skip locked`,
          [tx.now, ...keys(only)],
        );
  return rows.map(timerOf);
}

/** Ends the claimed timers' moment: those with a next one move on, the others are gone. */
export async function finish(tx: Tx, claimed: readonly Timer[], next: readonly Timer[]): Promise<void> {
  const going = new Set(next.map((timer) => `${timer.kind} ${timer.subjectId}`));
  const gone = claimed.filter((timer) => !going.has(`${timer.kind} ${timer.subjectId}`));
  if (next.length > 0) {
    await tx.query(
      `update timer set fire_at = moved.fire_at, payload = moved.payload, attempts = 0, last_error = null
       from unnest($1::uuid[], $2::text[], $3::uuid[], $4::timestamptz[], $5::jsonb[])
         as moved (committee_id, kind, subject_id, fire_at, payload)
       where timer.committee_id = moved.committee_id and timer.kind = moved.kind and timer.subject_id = moved.subject_id`,
      columns(next),
    );
  }
  if (gone.length > 0) {
    await tx.query(
      `delete from timer using unnest($1::uuid[], $2::text[], $3::uuid[]) as gone (committee_id, kind, subject_id)
       where timer.committee_id = gone.committee_id and timer.kind = gone.kind and timer.subject_id = gone.subject_id`,
      keys(gone),
    );
  }
}

function keys(timers: readonly Timer[]): unknown[] {
  return [timers.map((one) => one.committeeId), timers.map((one) => one.kind), timers.map((one) => one.subjectId)];
}

function columns(timers: readonly Timer[]): unknown[] {
  return [
    ...keys(timers),
    timers.map((one) => one.fireAt.toString()),
    timers.map((one) => JSON.stringify(one.payload)),
  ];
}

function timerOf(row: TimerRecord): Timer {
  return {
    committeeId: row.committee_id,
    kind: row.kind,
    subjectId: row.subject_id,
    fireAt: row.fire_at,
    payload: row.payload,
  };
}
