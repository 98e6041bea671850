import { bootServer } from '../boot.js';
import { MovableClock } from '../platform/clock/clock.js';
import { migrate } from '../platform/database/data-source.js';
import { draftPlan, loadScenario } from '../scenarios/load-scenario.js';
import { publishScenarioPlan } from '../scenarios/publish-scenario-plan.js';
import { plainItem, type Scenario } from '../scenarios/scenario.js';
import { schema } from '../schema.js';
import { type BenchServer, sql } from './bench-server.js';

const PUBLISHED_AT = Temporal.Instant.from('2026-01-05T09:30:00+08:00');
/** Who signs in to the database that is measured. */
export const LEADER = 'leader';
export const PASSWORD = 'bench-only';
const DUE_ON = '2026-04-03';

/** When the first rung of every task (15 days before it is due) is reached. */
export const FIRST_RUNG_AT = Temporal.Instant.from('2026-03-19T09:00:00+08:00');

const scenarioOf = (members: number): Scenario => ({
  committees: [{ key: 'county', parent: null, level: 'county', name: '测试县政协' }],
  people: [
    {
      key: 'clerk',
      name: '测试干事',
      loginName: 'clerk',
      offices: [{ committee: 'county', role: 'staff', title: null }],
    },
    {
      key: 'leader',
      name: '测试主任',
      loginName: LEADER,
      offices: [{ committee: 'county', role: 'leader', title: null }],
    },
    ...Array.from({ length: members }, (_, index) => ({
      key: `member-${index}`,
      name: `委员${index}`,
      loginName: null,
      offices: [{ committee: 'county', role: 'member' as const, title: null }],
    })),
  ],
  plans: [
    {
      committee: 'county',
      title: (year) => `${year}年工作计划`,
      items: () => [
        {
          ...plainItem,
          title: '每位委员提交一件提案',
          category: 'proposal',
          workflow: 'solicitation',
          cadence: { kind: 'between', from: '2026-02-02', to: DUE_ON },
        },
      ],
    },
  ],
});

/**
 * A database in which one committee has just published its plan by the real use cases: one task and one timer for
 * each member, all to reach the same rung at the same moment. Nothing was analyzed since before the publication, and
 * autovacuum keeps away.
 */
export async function publishPlan(bench: BenchServer, members: number): Promise<string> {
  const database = await bench.create();
  await migrate(database, schema);
  await sql(
    database,
    `do $$ declare one regclass; begin
       for one in select oid::regclass from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace loop
         execute format('alter table %s set (autovacuum_enabled = off)', one);
       end loop;
     end $$`,
  );
  const clock = new MovableClock(PUBLISHED_AT);
  const { app, close } = await bootServer({ databaseUrl: database, clock, roles: [] });
  try {
    const scenario = scenarioOf(members);
    const loaded = await loadScenario(app, scenario, { password: PASSWORD, officeFrom: '2025-01-01' });
    await sql(database, 'analyze');
    for (const plan of scenario.plans) {
      const planId = await draftPlan(app, loaded, plan, { clerk: 'clerk', year: 2026, now: clock.now() });
      await publishScenarioPlan(app, loaded, { committee: plan.committee, planId, now: clock.now() });
    }
  } finally {
    await close();
  }
  return database;
}

/** Reads the committee's tables into memory, so that a fresh copy is not measured cold. */
export async function warm(database: string): Promise<void> {
  await sql(
    database,
    `select (select count(*) from timer), (select count(*) from task), (select count(*) from membership),
       (select count(*) from account), (select count(fire_at) from timer where fire_at <= '${FIRST_RUNG_AT}')`,
  );
}
