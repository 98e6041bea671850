import type { Rehearsal } from '@xushi/domain';
import { RehearsePlan } from '../src/capabilities/annual-plan/index.js';
import { TimerScheduler } from '../src/engine/index.js';
import { Doors } from '../src/platform/database/doors.js';
import { draftPlan, type LoadedScenario, loadScenario } from '../src/scenarios/load-scenario.js';
import { publishScenarioPlan } from '../src/scenarios/publish-scenario-plan.js';
import type { Scenario, ScenarioItem } from '../src/scenarios/scenario.js';
import { townshipScenario } from '../src/scenarios/township.js';
import { PASSWORD, startServer, type TestServer } from './support.js';

/**
 * The township's year on the real server: four quarterly activities (the first due Tuesday 2026-03-31), an inspection
 * in the second half-year, and two proposals of each of twelve members by Thursday 2026-12-10.
 */
export interface TownshipYear extends TestServer {
  readonly township: LoadedScenario;
  readonly committeeId: string;
  readonly planId: string;
  /** What was foreseen at the moment of publishing. */
  readonly rehearsal: Rehearsal;
}

/**
 * Published on Monday 2026-01-05 at 10:00 in Shanghai; nothing has fallen due yet. Another plan, year or moment can be
 * asked for.
 */
export async function publishedYear(
  wanted: {
    items?: (year: number) => readonly ScenarioItem[];
    groups?: NonNullable<Scenario['committees'][number]['groups']>;
    year?: number;
    at?: string;
  } = {},
): Promise<TownshipYear> {
  const server = await startServer(wanted.at === undefined ? {} : { at: at(wanted.at).toString() });
  const { app, clock } = server;
  const { groups = [] } = wanted;
  const committees = townshipScenario.committees.map((one) => (one.key === 'township' ? { ...one, groups } : one));
  const township = await loadScenario(
    app,
    { ...townshipScenario, committees },
    { password: PASSWORD, officeFrom: '2025-01-01' },
  );
  const now = clock.now();
  const [plan] = townshipScenario.plans;
  if (plan === undefined) throw new Error('The scenario has no plan.');
  const { items = plan.items, year = 2026 } = wanted;
  const planId = await draftPlan(app, township, { ...plan, items }, { clerk: 'clerk', year, now });
  const committeeId = township.committeeId('township');
  const rehearsal = await app
    .get(Doors)
    .inTenant(township.tenants(), (tx) => app.get(RehearsePlan).run(tx, committeeId, planId));
  if (rehearsal === null) throw new Error('The plan just drafted is gone.');
  await publishScenarioPlan(app, township, { committee: 'township', planId, now });
  return { ...server, township, committeeId, planId, rehearsal };
}

/** Shanghai's wall clock as an instant. */
export const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant();

/** Lets the clock run from event to event, as a server that is never down would. */
export async function liveUntil(
  { app, clock }: TestServer,
  local: string,
  schedulers = [app.get(TimerScheduler)],
): Promise<void> {
  const end = at(local);
  for (;;) {
    const [next] = await Promise.all(schedulers.map((one) => one.runDue()));
    if (next == null || Temporal.Instant.compare(next, end) > 0) break;
    if (Temporal.Instant.compare(next, clock.now()) > 0) clock.moveTo(next);
  }
  clock.moveTo(end);
  await Promise.all(schedulers.map((one) => one.runDue()));
}
