import type { BenchServer } from './bench-server.js';
import { sql } from './bench-server.js';
import { type Figure, inTurn } from './figure.js';
import { walkDue } from './walk-due.js';

/** Fan-out right after a plan was published, against the same after ANALYZE. */
export async function afterBulk(bench: BenchServer, published: string): Promise<Figure[]> {
  const measured = await inTurn(
    7,
    async () => (await walkDue(bench, published, async () => undefined)).perSecond,
    async () => (await walkDue(bench, published, (database) => sql(database, 'analyze'))).perSecond,
  );
  return [{ id: 'after-bulk', unit: 'rows/s', ...measured }];
}
