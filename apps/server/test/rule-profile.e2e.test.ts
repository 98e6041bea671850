import type { RuleProfile } from '@xushi/domain';
import { CommitteeRules } from '../src/engine/index.js';
import { Doors } from '../src/platform/database/doors.js';
import { Browser, listen } from './support.js';
import { at, publishedYear, type TownshipYear } from './township-year.js';

let world: TownshipYear;
let baseUrl: string;
let path: string;
beforeEach(async () => {
  world = await publishedYear();
  baseUrl = await listen(world);
  path = `/api/committees/${world.committeeId}`;
});
afterEach(() => world.close());

async function signedIn(loginName: string) {
  const browser = new Browser(baseUrl);
  expect(await browser.signIn(loginName)).toMatchObject({ status: 200 });
  return browser;
}

type Profile = Omit<RuleProfile, 'version'>;
const read = async (browser: Browser, version: number): Promise<{ profile: Profile }> => {
  const { body } = await browser.call('GET', `${path}/rule-profiles/${version}`);
  return body as unknown as { profile: Profile };
};
const write = (browser: Browser, validFrom: string, basedOnVersion: number, profile: object) =>
  browser.call('POST', `${path}/rule-profiles`, { validFrom, basedOnVersion, profile });
const inForce = () =>
  world.app
    .get(Doors)
    .inTenant(
      world.township.tenants(),
      async (tx) => (await world.app.get(CommitteeRules).inForce(tx, world.committeeId)).profile,
    );

test('the clerk reads the version a committee began with and writes the next', async () => {
  const clerk = await signedIn('ganshi');
  const first = { version: 1, validFrom: '2000-01-01', isInForce: true, writtenAt: null, writtenByName: null };
  expect((await clerk.call('GET', `${path}/rule-profiles`)).body).toEqual([first]);
  const { profile, ...meta } = await read(clerk, 1);
  expect(meta).toEqual(first);
  expect(profile.reminder).toMatchObject({ remindAt: '09:00', mostMessagesPerPersonYear: 60 });
  expect(profile).not.toHaveProperty('version');

  const changed = { ...profile, reminder: { ...profile.reminder, remindAt: '10:30' }, reportWithinWorkdays: 20 };
  expect(await write(clerk, '2026-01-05', 1, changed)).toMatchObject({
    status: 200,
    body: {
      version: 2,
      validFrom: '2026-01-05',
      isInForce: true,
      writtenByName: '林晓雨',
      writtenAt: '2026-01-05T02:00:00Z',
    },
  });
  expect((await read(clerk, 2)).profile).toEqual(changed);
  expect((await read(clerk, 1)).profile).toEqual(profile);
  expect((await clerk.call('GET', `${path}/rule-profiles`)).body).toMatchObject([
    { version: 2, isInForce: true },
    { version: 1, isInForce: false },
  ]);
  expect(await clerk.call('GET', `${path}/rule-profiles/3`)).toMatchObject({ status: 404 });
});

test('what would mislead is refused with the field to mend, and nothing is written', async () => {
  const clerk = await signedIn('ganshi');
  const { profile } = await read(clerk, 1);
  const refusals: [object, string, string][] = [
    [
      { ...profile, reminder: { ...profile.reminder, remindAt: '21:00' } },
      'reminded-in-quiet-hours',
      'profile.reminder.remindAt',
    ],
    [{ ...profile, replyWithinWorkdays: 40.5 }, 'length-out-of-range', 'profile.replyWithinWorkdays'],
    [
      {
        ...profile,
        ladders: { ...profile.ladders, duty: profile.ladders.duty.filter((rung) => rung.form !== 'ask-record') },
      },
      'leader-before-question',
      'profile.ladders.duty.6.form',
    ],
    [{ ...profile, lights: { ...profile.lights, doneColour: 'red' } }, 'light-repeated', 'profile.lights.doneColour'],
  ];
  for (const [faulty, reason, field] of refusals) {
    expect(await write(clerk, '2026-01-05', 1, faulty)).toMatchObject({
      status: 422,
      body: { data: { reason, field } },
    });
  }
  expect(await write(clerk, '2026-01-04', 1, profile)).toMatchObject({
    status: 422,
    body: { data: { reason: 'date-in-past', field: 'validFrom' } },
  });
  const { leader: _, ...ladders } = profile.ladders;
  expect(await write(clerk, '2026-01-05', 1, { ...profile, ladders })).toMatchObject({ status: 400 });
  expect(
    await world.owner('select version from rule_profile where committee_id = $1', [world.committeeId]),
  ).toHaveLength(1);
});

test('of two who write at the same moment one is told, and what one has not seen is not overwritten', async () => {
  const clerk = await signedIn('ganshi');
  const { profile } = await read(clerk, 1);
  const both = await Promise.all([write(clerk, '2026-02-01', 1, profile), write(clerk, '2026-03-01', 1, profile)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await write(clerk, '2026-02-01', 1, profile)).toMatchObject({
    status: 409,
    body: { data: { currentLockVersion: 2 } },
  });
});

test('a version begins with its day in the committee’s zone, the one that began last counts, and the later written of one day', async () => {
  const clerk = await signedIn('ganshi');
  const { profile } = await read(clerk, 1);
  const reporting = (days: number) => ({ ...profile, reportWithinWorkdays: days });
  expect((await write(clerk, '2026-02-01', 1, reporting(20))).status).toBe(200);
  // Written later and valid earlier: in force until the other begins.
  expect((await write(clerk, '2026-01-20', 2, reporting(30))).status).toBe(200);
  expect((await write(clerk, '2026-01-20', 3, reporting(31))).status).toBe(200);
  const days = async (local: string) => {
    world.clock.moveTo(at(local));
    return (await inForce()).reportWithinWorkdays;
  };
  // Midnight in Shanghai, when it is still the day before in London.
  expect(await days('2026-01-19T23:59')).toBe(15);
  expect(await days('2026-01-20T00:00')).toBe(31);
  expect(await days('2026-01-31T23:59')).toBe(31);
  expect(await days('2026-02-01T00:00')).toBe(20);
});

test('a case keeps the version it opened under, a new one opens under the new', async () => {
  const clerk = await signedIn('ganshi');
  const { profile } = await read(clerk, 1);
  const quick = {
    ...profile,
    approveWithinWorkdays: 1,
    ladders: { ...profile.ladders, duty: profile.ladders.duty.slice(5) },
  };
  expect((await write(clerk, '2026-01-05', 1, quick)).status).toBe(200);
  const versions = await world.owner<{ version: number }>(
    'select distinct rule_profile_version as version from workflow_instance',
  );
  expect(versions).toEqual([{ version: 1 }]);
  const [before] = await world.owner<{ fire_at: Temporal.Instant }>(
    `select m.fire_at from timer m join task t on t.id = m.subject_id where t.kind = 'hold-activity' order by t.due_on limit 1`,
  );
  // T−30 of the first quarter still stands, though the new ladder begins on the day itself.
  expect(before?.fire_at).toEqual(at('2026-02-28T09:00'));

  const created = await clerk.call('POST', `${path}/plans`, { year: 2027, title: '2027年工作计划' });
  expect(created.status).toBe(200);
  const opened = await world.owner(
    `select distinct rule_profile_version as version from workflow_instance where definition = 'annual-plan' order by 1`,
  );
  expect(opened).toEqual([{ version: 1 }, { version: 2 }]);
});

test('no version is edited, not even by the server', async () => {
  const editing = world.app
    .get(Doors)
    .inTenant(world.township.tenants(), (tx) => tx.query(`update rule_profile set data = '{}'`));
  await expect(editing).rejects.toThrow('permission denied');
});
