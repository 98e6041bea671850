import { dateIn, instantIn, officialYears, WorkingCalendar } from '@xushi/domain';
import pg from 'pg';
import { bootServer } from './boot.js';
import { MovableClock } from './platform/clock/clock.js';
import { draftPlan, loadScenario } from './scenarios/load-scenario.js';
import { publishScenarioPlan } from './scenarios/publish-scenario-plan.js';
import { townshipInFullScenario } from './scenarios/township-in-full.js';
import { Chance } from './simulation/chance.js';
import { live } from './simulation/live.js';
import { PeopleAct } from './simulation/people-act.js';

/** Printed at start and used by the demo only; a real installation begins with the first-run page. */
export const DEMO_PASSWORD = 'xushi-demo';

/** A year in which, on a Monday of November, some is late and says why, some was done late, and most is done. */
const DEMO_SEED = 6;
/** People act on each second working day, and then as much as on two: the demo is there in half the time. */
const EVERY_WORKDAYS = 2;

export const demoAccounts = [
  { role: 'staff', committee: '云岭乡政协工委', loginName: 'ganshi', password: DEMO_PASSWORD },
  { role: 'leader', committee: '云岭乡政协工委', loginName: 'zhuren', password: DEMO_PASSWORD },
  { role: 'member', committee: '云岭乡政协工委', loginName: 'weiyuan1', password: DEMO_PASSWORD },
  { role: 'leader', committee: '清溪县政协', loginName: 'xianzhuxi', password: DEMO_PASSWORD },
  { role: 'administrator', committee: '清溪县政协', loginName: 'admin', password: DEMO_PASSWORD },
] as const;

/**
 * Fills an empty database with a township that has lived its whole plan of this year until now by the real server's
 * rules, and next year's plan as a draft. Does nothing when anybody has an account already.
 */
export async function loadDemo(databaseUrl: string, now: Temporal.Instant): Promise<void> {
  const zone = 'Asia/Shanghai';
  const { year } = dateIn(zone, now);
  const clock = new MovableClock(instantIn(zone, new Temporal.PlainDate(year, 1, 1), '09:30'));
  const { app, close } = await bootServer({ databaseUrl, clock, roles: [] });
  try {
    const loaded = await loadScenario(app, townshipInFullScenario, {
      password: DEMO_PASSWORD,
      officeFrom: `${year - 1}-01-01`,
    });
    const calendar = new WorkingCalendar(officialYears);
    for (const plan of townshipInFullScenario.plans) {
      const planId = await draftPlan(app, loaded, plan, { clerk: 'clerk', year, now: clock.now() });
      await publishScenarioPlan(app, loaded, { committee: plan.committee, planId, now: clock.now() });
      const people = new PeopleAct(app, loaded, plan.committee, new Chance(DEMO_SEED), EVERY_WORKDAYS);
      await live(app, clock, {
        calendar,
        until: now,
        everyWorkdays: EVERY_WORKDAYS,
        peopleAct: (at) => people.day(at, calendar),
      });
      await draftPlan(app, loaded, plan, { clerk: 'clerk', year: year + 1, now });
    }
  } finally {
    await close();
  }
  await markAsDemo(databaseUrl);
}

/** With the owner's rights: the application role cannot say of an installation that it is a demo. */
async function markAsDemo(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('insert into installation (is_demo) values (true)').finally(() => client.end());
}
