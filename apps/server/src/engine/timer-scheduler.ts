import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../platform/clock/clock.js';
import { Doors } from '../platform/database/doors.js';
import type { Tx } from '../platform/database/tx.js';
import { TimerListener } from './timer-listener.js';
import { claimDue, finish, type Timer } from './timer-queue.js';

/** Does the work of due timers, many at once, and returns those that have a next moment. */
export type TimerHandler = (tx: Tx, timers: readonly Timer[]) => Promise<Timer[]>;

const BATCH = 500;
const LONGEST_SLEEP_MS = 60_000;
/** Where this machine's clock runs ahead of the database's, the moment is not yet due there: no busy loop meanwhile. */
const SHORTEST_SLEEP_MS = 5;
const MOST_ATTEMPTS = 3;

/**
 * The heartbeat. Between beats it sleeps until the next due moment and is woken when an earlier one is set; the beat
 * of @nestjs/schedule is the safety net. Timers are claimed in batches and finished by the transaction that does
 * their work: a killed process strands nothing, two processes do nothing twice.
 */
@Injectable()
export class TimerScheduler {
  readonly #log = new Logger(TimerScheduler.name);
  readonly #handlers = new Map<string, TimerHandler>();
  readonly #onBeat: (() => Promise<void>)[] = [];
  #beating: Promise<unknown> | null = null;
  #sleep: NodeJS.Timeout | null = null;
  #wakesAt: Temporal.Instant | null = null;
  #running: Promise<unknown> | null = null;
  #isStarted = false;
  #isWantedAgain = false;
  #heardWhileRunning: Temporal.Instant | null = null;

  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly listener: TimerListener,
  ) {}

  handle(kind: string, handler: TimerHandler): void {
    this.#handlers.set(kind, handler);
  }

  /** Has something looked after once a minute, while this process works on timers: a safety net, nothing that is due. */
  onBeat(look: () => Promise<void>): void {
    this.#onBeat.push(look);
  }

  /** Starts working on its own. Simulations do not start it and call `runDue` instead. */
  async start(): Promise<void> {
    this.#isStarted = true;
    await this.listener.listen((fireAt) => {
      // A run under way may have looked for its next moment before this one was set: it must not sleep over it.
      if (this.#running !== null) this.#heardWhileRunning = earlier(this.#heardWhileRunning, fireAt);
      else if (this.#wakesAt === null || Temporal.Instant.compare(fireAt, this.#wakesAt) < 0) this.#arm(fireAt);
    });
    this.wake();
  }

  /** Ends after the batch in hand. */
  async stop(): Promise<void> {
    this.#isStarted = false;
    if (this.#sleep !== null) clearTimeout(this.#sleep);
    await this.listener.close();
    await this.#running;
    await this.#beating;
  }

  /** The safety net: looks once a minute even if nothing woke it. */
  @Cron('30 * * * * *', { name: 'timer-heartbeat' })
  async beat(): Promise<void> {
    if (!this.#isStarted || this.#beating !== null) return;
    this.wake();
    this.#beating = Promise.all(this.#onBeat.map((look) => look())).catch((error: unknown) =>
      this.#log.error(`What the beat looks after waits for the next one: ${String(error)}`),
    );
    await this.#beating;
    this.#beating = null;
  }

  wake(): void {
    if (!this.#isStarted) return;
    if (this.#running !== null) {
      this.#isWantedAgain = true;
      return;
    }
    this.#running = this.runDue()
      .then((next) => this.#arm(next))
      .catch((error: unknown) => {
        this.#log.error(`Timers wait for the next beat: ${String(error)}`);
        this.#arm(null);
      })
      .finally(() => {
        this.#running = null;
        const heard = this.#heardWhileRunning;
        this.#heardWhileRunning = null;
        if (heard !== null) this.#arm(earlier(this.#wakesAt, heard));
        if (this.#isWantedAgain) {
          this.#isWantedAgain = false;
          this.wake();
        }
      });
  }

  #arm(next: Temporal.Instant | null): void {
    if (!this.#isStarted) return;
    if (this.#sleep !== null) clearTimeout(this.#sleep);
    this.#wakesAt = next;
    const wait =
      next === null
        ? LONGEST_SLEEP_MS
        : Math.max(SHORTEST_SLEEP_MS, Math.min(LONGEST_SLEEP_MS, this.clock.millisecondsUntil(next)));
    this.#sleep = setTimeout(() => this.wake(), wait);
  }

  /** Works until nothing is due; answers the next moment, or null when there is none. */
  async runDue(): Promise<Temporal.Instant | null> {
    while ((await this.#runBatch(null)) > 0) {
      // Every batch commits for itself.
    }
    const next = await this.doors.asScheduler(
      async (tx) => {
        const [row] = await tx.query<{ at: Temporal.Instant | null }>(
          'select min(fire_at) as at from timer where dead_at is null',
        );
        return { claim: row?.at ?? null, committees: [] };
      },
      async (_tx, at) => at,
    );
    return next;
  }

  async #runBatch(only: readonly Timer[] | null): Promise<number> {
    const claimed: Timer[] = [];
    try {
      await this.#work(only, claimed);
    } catch (error) {
      if (claimed.length === 0 || isTrouble(error)) throw error;
      await this.#isolate(claimed);
    }
    return claimed.length;
  }

  /** Claims, works and finishes in one transaction; `claimed` tells what was in hand when it failed. */
  async #work(only: readonly Timer[] | null, claimed: Timer[]): Promise<void> {
    await this.doors.asScheduler(
      async (tx) => {
        claimed.push(...(await claimDue(tx, BATCH, only)));
        if (claimed.length === 0) return null;
        return { claim: claimed, committees: [...new Set(claimed.map((timer) => timer.committeeId))] };
      },
      async (tx, timers) => {
        const next: Timer[] = [];
        for (const [kind, ofKind] of Map.groupBy(timers, (timer) => timer.kind)) {
          const handler = this.#handlers.get(kind);
          if (handler === undefined) throw new Error(`Nobody handles timers of kind ${kind}.`);
          next.push(...(await handler(tx, ofKind)));
        }
        await finish(tx, timers, next);
      },
    );
  }

  /** A batch that fails is halved until the poison row stands alone. */
  async #isolate(failed: readonly Timer[]): Promise<void> {
    const [first] = failed;
    if (first === undefined) return;
    if (failed.length === 1) return this.#runAlone(first);
    const middle = Math.ceil(failed.length / 2);
    for (const half of [failed.slice(0, middle), failed.slice(middle)]) {
      const [single] = half;
      if (half.length === 1 && single !== undefined) await this.#runAlone(single);
      else await this.#runBatch(half);
    }
  }

  /** The attempt is counted before the work, so that even a row that kills the process is put aside at the third. */
  async #runAlone(timer: Timer): Promise<void> {
    const key = [timer.committeeId, timer.kind, timer.subjectId];
    const asTimers = (sql: string, parameters: readonly unknown[]) =>
      this.doors.asScheduler(
        async (tx) => {
          await tx.query(sql, [...key, tx.now, ...parameters]);
          return null;
        },
        async () => null,
      );
    await asTimers(
      `update timer set attempts = attempts + 1, dead_at = case when attempts >= $5 then $4::timestamptz end
       where committee_id = $1 and kind = $2 and subject_id = $3`,
      [MOST_ATTEMPTS],
    );
    try {
      await this.#work([timer], []);
    } catch (error) {
      if (isTrouble(error)) throw error;
      this.#log.error(`Timer ${timer.kind} ${timer.subjectId} failed: ${String(error)}`);
      await asTimers(
        `update timer set last_error = $5, fire_at = $4::timestamptz + attempts * interval '1 minute',
           dead_at = case when attempts >= $6 then $4::timestamptz end
         where committee_id = $1 and kind = $2 and subject_id = $3`,
        [String(error).slice(0, 500), MOST_ATTEMPTS],
      );
    }
  }
}

function earlier(a: Temporal.Instant | null, b: Temporal.Instant): Temporal.Instant {
  return a !== null && Temporal.Instant.compare(a, b) <= 0 ? a : b;
}

/** Trouble passes (the connection, a deadlock, a shutdown): the batch is tried again later and nothing is counted. */
function isTrouble(error: unknown): boolean {
  const code = String((error as { code?: unknown; driverError?: { code?: unknown } }).code ?? '');
  return /^(08|40|53|57)/.test(code) || /ECONN|EPIPE|terminated|timeout/i.test(String(error));
}
