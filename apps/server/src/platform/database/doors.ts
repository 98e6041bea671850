import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Tx } from './tx.js';

/**
 * The committees a piece of work may touch, each with its mailbox: the root committee of its tree, where messages and
 * deliveries live, so that a person gets one digest a day over all committees of an installation.
 */
export type Tenants = ReadonlyMap<string, string>;

const NOBODY: Tenants = new Map();

/**
 * The three doors to the database, and there is no other. Each opens a transaction as a role that owns nothing, sets
 * the tenants and reads the clock in one round trip, and commits what its work did or nothing of it.
 */
@Injectable()
export class Doors {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Work inside committees: only their rows exist. */
  inTenant<T>(tenants: Tenants, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#open('xushi_app', tenants, work);
  }

  /** Look-ups before anybody is known: no tenant's row exists, only the definer functions can be asked. */
  beforeSignIn<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#open('xushi_app', NOBODY, work);
  }

  /**
   * The scheduler sees timers and nothing else. `claim` picks ids; then the same transaction enters the tenants they
   * belong to and does the work, so that a killed process leaves nothing half-claimed.
   */
  asScheduler<Claim, T>(
    claim: (tx: Tx) => Promise<{ claim: Claim; committees: readonly string[] } | null>,
    work: (tx: Tx, claim: Claim) => Promise<T>,
  ): Promise<T | null> {
    return this.#open('xushi_scheduler', NOBODY, async (tx, runner) => {
      const claimed = await claim(tx);
      if (claimed === null) return null;
      const rows = await tx.query<{ id: string; root_id: string }>('select id, root_id from tree_of($1)', [
        claimed.committees,
      ]);
      const tenants: Tenants = new Map(rows.map((row) => [row.id, row.root_id]));
      // Its statements take a batch by key. Right after a bulk load, or on tables still empty when their foreign-key
      // checks were planned, the planner would read whole tables for each of them.
      await runner.query(`${enterSql}, set_config('enable_seqscan', 'off', true)`, entering('xushi_app', tenants));
      return work(new Tx(runner, tx.now, tenants), claimed.claim);
    });
  }

  async #open<T>(role: string, tenants: Tenants, work: (tx: Tx, runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const [entered] = (await runner.query(`${enterSql}, ${this.clock.nowSql} as now`, entering(role, tenants))) as {
        now: Temporal.Instant;
      }[];
      if (entered === undefined) throw new Error('The database did not tell the time.');
      const result = await work(new Tx(runner, entered.now, tenants), runner);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

const enterSql = `select set_config('role', $1, true), set_config('xushi.committees', $2, true), set_config('xushi.mailboxes', $3, true)`;

function entering(role: string, tenants: Tenants): string[] {
  return [role, literal([...tenants.keys()]), literal([...new Set(tenants.values())])];
}

function literal(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `{${ids.join(',')}}`;
}
