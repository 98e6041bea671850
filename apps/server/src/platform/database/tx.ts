import type { EntityManager, QueryRunner } from 'typeorm';
import { toParameter } from './pg-types.js';

/** One open transaction behind a door: its moment, and the only way to the rows. */
export class Tx {
  constructor(
    private readonly runner: QueryRunner,
    /** The transaction's one reading of the clock. */
    readonly now: Temporal.Instant,
    /** The committees whose rows can be seen, each with its mailbox. */
    private readonly tenants: ReadonlyMap<string, string>,
  ) {}

  get committees(): readonly string[] {
    return [...this.tenants.keys()];
  }

  /** Where messages to a committee's people live. Asking for a committee outside the door is a defect. */
  mailboxOf(committeeId: string): string {
    const mailbox = this.tenants.get(committeeId);
    if (mailbox === undefined) throw new Error(`Committee ${committeeId} is not behind this door.`);
    return mailbox;
  }

  /** For repositories of rows; queries that matter for speed use `query`. */
  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** Runs SQL with numbered parameters; Temporal values are sent as ISO text. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result = (await this.runner.query(sql, parameters.map(toParameter), true)) as { records: Row[] };
    return result.records ?? [];
  }
}
