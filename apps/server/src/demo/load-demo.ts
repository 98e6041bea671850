import type { INestApplicationContext } from '@nestjs/common';
import { dateIn, instantIn, officialYears, WorkingCalendar } from '@xushi/domain';
import { bootServer } from '../boot.js';
import { MovableClock } from '../platform/clock/clock.js';
import { Doors } from '../platform/database/doors.js';
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
    await county.publish(year - 1);
    const ahead = [
      { at: day(year - 1, 12, 15), act: () => county.publish(year) },
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
