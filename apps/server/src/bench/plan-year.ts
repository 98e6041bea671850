import { bootServer } from '../boot.js';
import { RehearsePlan } from '../capabilities/annual-plan/index.js';
import { MovableClock } from '../platform/clock/clock.js';
import { migrate } from '../platform/database/data-source.js';
import { Doors } from '../platform/database/doors.js';
import { draftPlan, loadScenario } from '../scenarios/load-scenario.js';
import { publishScenarioPlan } from '../scenarios/publish-scenario-plan.js';
import { clerkOf } from '../scenarios/scenario.js';
import { schema } from '../schema.js';
import type { BenchServer } from './bench-server.js';
import { sql } from './bench-server.js';
import { countyYear } from './county-year.js';
import { type Figure, median, stopwatch } from './figure.js';

const NOW = Temporal.Instant.from('2026-01-05T09:30:00+08:00');
const REHEARSALS = 11;
const PUBLICATIONS = 5;

/**
 * A county's year rehearsed, from the plan's rows to the finished rehearsal, and the same plan submitted, approved and
 * published: every case, task and timer of the year written in one transaction. In milliseconds; nothing to compare with.
 */
export async function planYear(bench: BenchServer): Promise<Figure[]> {
  const rehearsed: number[] = [];
  const published: number[] = [];
  for (let publication = 0; publication <= PUBLICATIONS; publication++) {
    const database = await bench.create();
    await migrate(database, schema);
    const clock = new MovableClock(NOW);
    const { app, close } = await bootServer({ databaseUrl: database, clock, roles: [] });
    try {
      const scenario = countyYear();
      const [plan] = scenario.plans;
      if (plan === undefined) throw new Error('The county has no plan.');
      const { committee } = plan;
      const loaded = await loadScenario(app, scenario, { password: 'bench-only', officeFrom: '2025-01-01' });
      const clerk = clerkOf(scenario, committee);
      const planId = await draftPlan(app, loaded, plan, { clerk, year: 2026, now: NOW });
      await sql(database, 'analyze');
      if (publication === 0) {
        const rehearse = () =>
          app
            .get(Doors)
            .inTenant(loaded.tenants(), (tx) => app.get(RehearsePlan).run(tx, loaded.committeeId(committee), planId));
        for (let run = 0; run <= REHEARSALS; run++) rehearsed.push(await stopwatch(rehearse));
      }
      published.push(await stopwatch(() => publishScenarioPlan(app, loaded, { committee, planId, now: NOW })));
    } finally {
      await close();
      await bench.drop(database);
    }
  }
  // The first of each warms up.
  const figure = (id: string, [, ...values]: readonly number[]): Figure => ({
    id,
    value: median(values),
    unit: 'ms',
    against: null,
    ratio: null,
  });
  return [figure('rehearse', rehearsed), figure('publish', published)];
}
