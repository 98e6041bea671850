import { TimerScheduler } from '../src/engine/index.js';
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
}

/** Published on Monday 2026-01-05 at 10:00 in Shanghai; nothing has fallen due yet. */
export async function publishedYear(): Promise<TownshipYear> {
  const server = await startServer();
  const { app, clock } = server;
  const township = await loadScenario(app, townshipScenario, { password: PASSWORD, officeFrom: '2025-01-01' });
  const now = clock.now();
  const [plan] = townshipScenario.plans;
  if (plan === undefined) throw new Error('The scenario has no plan.');
  const planId = await draftPlan(app, township, plan, { clerk: 'clerk', year: 2026, now });
  await publishScenarioPlan(app, township, { committee: 'township', planId, now });
  return { ...server, township, committeeId: township.committeeId('township') };
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
