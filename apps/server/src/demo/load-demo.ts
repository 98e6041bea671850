import type { INestApplicationContext } from '@nestjs/common';
import { dateIn, instantIn, officialYears, WorkingCalendar } from '@xushi/domain';
import { bootServer } from '../boot.js';
import { MovableClock } from '../platform/clock/clock.js';
import { Doors } from '../platform/database/doors.js';
import { newId } from '../platform/ids.js';
import { demoCountyScenario } from '../scenarios/demo-county.js';
import { type LoadedScenario, loadScenario } from '../scenarios/load-scenario.js';
import { DemoCounty } from './demo-county.js';
import { DEMO_PASSWORD, demoAccounts } from './demo-people.js';
import { beginDemo, endDemo } from './demo-state.js';

const ZONE = 'Asia/Shanghai';
/** For so long people have had mail addresses: without a mail server, that is what lies in the outbox. */
const DAYS_WITH_MAIL = 14;

/**
 * Fills an empty database with a county, a township and a street that have lived the whole of last year's plans and this
 * year's until `now`, by the real server's rules; next year's plans are drafts. From its first row on the installation
 * is marked as a demo, and only at the end as a finished one: one that broke off is begun anew.
 */
export async function loadDemo(databaseUrl: string, now: Temporal.Instant): Promise<void> {
  await beginDemo(databaseUrl);
  const { year } = dateIn(ZONE, now);
  const day = (of: number, month: number, on: number) =>
    instantIn(ZONE, new Temporal.PlainDate(of, month, on), '09:30');
  const clock = new MovableClock(day(year - 1, 1, 4));
  const { app, close } = await bootServer({ databaseUrl, clock, roles: [] });
  try {
    const loaded = await loadScenario(app, demoCountyScenario, {
      password: DEMO_PASSWORD,
      officeFrom: `${year - 2}-12-01`,
    });
    const county = new DemoCounty(app, loaded, clock, new WorkingCalendar(officialYears));
    await giveSectors(app, loaded);
    await county.publish(year - 1);
    const ahead = [
      { at: day(year - 1, 12, 15), act: () => county.publish(year) },
      { at: day(year - 1, 12, 22), act: () => county.settleEvents(year - 1) },
      { at: day(year, 1, 20), act: () => county.close(year - 1) },
      { at: now.subtract({ hours: 24 * DAYS_WITH_MAIL }), act: () => giveAddresses(app, loaded) },
    ];
    const past = ahead.filter(({ at }) => Temporal.Instant.compare(at, now) < 0);
    for (const { at, act } of past.sort((a, b) => Temporal.Instant.compare(a.at, b.at))) {
      await county.liveUntil(at);
      await act();
    }
    await county.liveUntil(now);
    await county.draft(year + 1);
  } finally {
    await close();
  }
  await endDemo(databaseUrl);
}

/** Where the members of a township and a street come from (界别), and where they work: all of it invented. */
const SECTORS = [
  { name: '农业界', employer: '青溪茶叶专业合作社' },
  { name: '教育界', employer: '云岭中心小学' },
  { name: '经济界', employer: '望舒竹制品厂' },
  { name: '医药卫生界', employer: '云岭卫生院' },
] as const;

/** The county's members have their sectors by the scenario; those below it get theirs here. */
async function giveSectors(app: INestApplicationContext, loaded: LoadedScenario): Promise<void> {
  const below = loaded.scenario.committees.filter(({ parent }) => parent !== null);
  await app.get(Doors).inTenant(loaded.tenants(), async (tx) => {
    for (const committeeId of below.map(({ key }) => loaded.committeeId(key))) {
      for (const [index, { name, employer }] of SECTORS.entries()) {
        const sectorId = newId();
        await tx.query(`insert into member_group (committee_id, id, kind, name) values ($1, $2, 'sector', $3)`, [
          committeeId,
          sectorId,
          name,
        ]);
        await tx.query(
          `update membership m set sector_id = $2, employer = $3
           from (select id, row_number() over (order by id) as number from membership
                 where committee_id = $1 and role = 'member') as numbered
           where m.committee_id = $1 and m.id = numbered.id and numbered.number % $4::int = $5::int`,
          [committeeId, sectorId, employer, SECTORS.length, index],
        );
      }
    }
  });
}

/** Some people get a mail address, most a telephone, and the offices one: all of them invented. */
async function giveAddresses(app: INestApplicationContext, loaded: LoadedScenario): Promise<void> {
  await app.get(Doors).inTenant(loaded.tenants(), async (tx) => {
    for (const { loginName } of demoAccounts.filter(({ role }) => role !== 'administrator')) {
      await tx.query('update account set email = $2 where login_name = $1', [loginName, `${loginName}@example.com`]);
    }
    await tx.query(
      `update account a set phone = '0000-555' || lpad(numbered.number::text, 4, '0')
       from (select id, row_number() over (order by id) as number from account) as numbered
       where numbered.id = a.id and numbered.number % 10 <> 0 and a.phone is null`,
    );
    await tx.query(`update committee set office_phone = '0578-2123456'`);
  });
}
