import type { Rehearsal } from '@xushi/domain';
import { RehearsePlan } from '../src/capabilities/annual-plan/index.js';
import { TimerScheduler } from '../src/engine/index.js';
import { Doors } from '../src/platform/database/doors.js';
import { draftPlan, type LoadedScenario, loadScenario } from '../src/scenarios/load-scenario.js';
import { publishScenarioPlan } from '../src/scenarios/publish-scenario-plan.js';
import { townshipScenario } from '../src/scenarios/township.js';
import { PASSWORD, startServer, type TestServer } from './support.js';

/**
 * The township's year on the real server: four quarterly activities (the first due Tuesday 2026-03-31), an inspection
 * in the second half-year, and two proposals of each of twelve members by Thursday 2026-12-10.
 */
export interface TownshipYear extends TestServer {
  readonly township: LoadedScenario;
  readonly committeeId: string;
  /** What was foreseen at the moment of publishing. */
  readonly rehearsal: Rehearsal;
}

/** Published on Monday 2026-01-05 at 10:00 in Shanghai, when nothing has fallen due yet, or at another moment. */
export async function publishedYear(published?: string): Promise<TownshipYear> {
  const server = await startServer(published === undefined ? {} : { at: at(published).toString() });
  const { app, clock } = server;
  const township = await loadScenario(app, townshipScenario, { password: PASSWORD, officeFrom: '2025-01-01' });
  const now = clock.now();
  const [plan] = townshipScenario.plans;
  if (plan === undefined) throw new Error('The scenario has no plan.');
  const planId = await draftPlan(app, township, plan, { clerk: 'clerk', year: 2026, now });
  const committeeId = township.committeeId('township');
  const rehearsal = await app
    .get(Doors)
    .inTenant(township.tenants(), (tx) => app.get(RehearsePlan).run(tx, committeeId, planId));
  if (rehearsal === null) throw new Error('The plan just drafted is gone.');
  await publishScenarioPlan(app, township, { committee: 'township', planId, now });
  return { ...server, township, committeeId, rehearsal };
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
