import { dateIn, instantIn } from '@xushi/domain';
import { bootServer } from '../boot.js';
import { loadRoster } from '../capabilities/account/index.js';
import { RehearsePlan } from '../capabilities/annual-plan/index.js';
import { CommitteeRules } from '../engine/index.js';
import { MovableClock } from '../platform/clock/clock.js';
import { Doors } from '../platform/database/doors.js';
import { draftPlan, loadScenario } from '../scenarios/load-scenario.js';
import { publishScenarioPlan } from '../scenarios/publish-scenario-plan.js';
import type { Scenario } from '../scenarios/scenario.js';
import { smallScenario } from '../scenarios/small.js';
import { Chance } from './chance.js';
import { Foresight } from './foresight.js';
import { live } from './live.js';
import { PeopleAct } from './people-act.js';
import { loadTasks, reckon, type SimulationLine } from './reckon.js';

const ZONE = 'Asia/Shanghai';
const COMMITTEE = 'township';

/**
 * Lives through the days from `from` to `to`, both included, on a migrated and empty database: the real server, its
 * clock moved from event to event, people acting by seeded chance. Compares what happened with what was rehearsed.
 */
export async function simulate(options: {
  databaseUrl: string;
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  seed: number;
  scenario?: Scenario;
}): Promise<SimulationLine> {
  const startedAt = performance.now();
  const scenario = options.scenario ?? smallScenario;
  const chance = new Chance(options.seed);
  const opening = instantIn(ZONE, options.from, '09:30');
  const clock = new MovableClock(opening);
  const { app, close } = await bootServer({ databaseUrl: options.databaseUrl, clock, poolSize: 2, roles: [] });
  try {
    const officeFrom = options.from.subtract({ years: 1 }).toString();
    const loaded = await loadScenario(app, scenario, { password: 'not used here', officeFrom });
    const committeeId = loaded.committeeId(COMMITTEE);
    const doors = app.get(Doors);
    const inTenant = doors.inTenant.bind(doors, loaded.tenants());
    const rules = await doors.inTenant(loaded.tenants(), (tx) => app.get(CommitteeRules).inForce(tx, committeeId));
    const plan = scenario.plans.find((one) => one.committee === COMMITTEE);
    if (plan === undefined) throw new Error(`The scenario has no plan for ${COMMITTEE}.`);
    // The plan is published on a working day of the first weeks, sometimes late.
    clock.moveTo(instantIn(ZONE, rules.calendar.addWorkdays(options.from, 1 + chance.upTo(20)), '15:00'));
    const now = clock.now();
    const planId = await draftPlan(app, loaded, plan, { clerk: 'clerk', year: options.from.year, now });
    const rehearsal = await doors.inTenant(loaded.tenants(), (tx) =>
      app.get(RehearsePlan).run(tx, committeeId, planId),
    );
    if (rehearsal === null) throw new Error('The plan just drafted is gone.');
    const roster = await doors.inTenant(
      loaded.tenants(),
      async (tx) => (await loadRoster(tx, [committeeId])).get(committeeId) ?? [],
    );
    const foresight = new Foresight(rehearsal, roster);
    await publishScenarioPlan(app, loaded, { committee: COMMITTEE, planId, now });

    const look = async () => {
      await inTenant(async (tx) => {
        const roster = (await loadRoster(tx, [committeeId])).get(committeeId) ?? [];
        foresight.foresee(await loadTasks(tx, committeeId), committeeId, rules, roster);
      });
    };
    await inTenant(async (tx) => foresight.matchPlan(await loadTasks(tx, committeeId)));
    await look();
    const people = new PeopleAct(app, loaded, COMMITTEE, chance);
    const until = instantIn(ZONE, options.to.add({ days: 1 }), '00:00');
    await live(app, clock, rules.calendar, until, async (at) => {
      await people.day(at, rules.calendar);
      await look();
    });
    const lastDay = dateIn(ZONE, until.subtract({ seconds: 1 })).toString();
    const reckoned = await doors.inTenant(loaded.tenants(), (tx) => reckon(tx, committeeId, foresight, lastDay));
    return {
      seed: options.seed,
      days: options.from.until(options.to).days + 1,
      ...reckoned,
      seconds: Math.round((performance.now() - startedAt) / 10) / 100,
    };
  } finally {
    await close();
  }
}
