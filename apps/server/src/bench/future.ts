import type { BenchServer } from './bench-server.js';
import { sql } from './bench-server.js';
import { type Figure, inTurn } from './figure.js';
import { walkDue } from './walk-due.js';

/** Fan-out with a million timers of other committees waiting for later days, against none. */
export async function future(bench: BenchServer, published: string): Promise<Figure[]> {
  const alone = await bench.create(published);
  await sql(alone, 'analyze');
  const crowded = await bench.create(published);
  await sql(crowded, MILLION);
  await sql(crowded, 'vacuum analyze timer');
  await sql(crowded, 'analyze');
  const side = (template: string) => async () => (await walkDue(bench, template, async () => undefined)).perSecond;
  const measured = await inTurn(5, side(crowded), side(alone));
  return [{ id: 'future', unit: 'rows/s', ...measured }];
}

const MILLION = `
with committees as (select array_agg(gen_random_uuid()) as ids from generate_series(1, 100))
insert into timer (committee_id, kind, subject_id, fire_at, payload)
select ids[1 + n % 100], 'ladder', gen_random_uuid(), timestamptz '2026-03-20T09:00:00+08:00' + n % 300 * interval '1 day',
  '{"settled": 0, "askedOn": null}'
from committees, generate_series(1, 1000000) as n`;
