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
  expect((await clerk.call('GET', `${path}/rule-profiles`)).body).toMatchObject([first]);
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
    // Asked at T+1 and given three days, the clerk may still answer when T+3 would tell the leader.
    [
      { ...profile, reminder: { ...profile.reminder, askBeforeClimbingWorkdays: 3 } },
      'leader-before-answer',
      'profile.ladders.duty.7.offset.days',
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
  // Nothing is planned that far ahead: a slip of the keyboard would leave a version that never comes into force.
  expect(await write(clerk, '9999-12-31', 1, profile)).toMatchObject({
    status: 422,
    body: { data: { reason: 'date-too-late', field: 'validFrom' } },
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

describe('a profile that is being written', () => {
  const trial = { basedOnVersion: 1, ladder: 'duty-short', opensOn: '2026-07-01', dueOn: '2026-09-30' };
  const judge = (browser: Browser, input: object) =>
    browser.call('POST', `${path}/rule-profiles/judge`, { ...trial, ...input });

  test('is judged and tried on a duty, and nothing is written', async () => {
    const clerk = await signedIn('ganshi');
    const { profile } = await read(clerk, 1);
    const changed = { ...profile, reminder: { ...profile.reminder, remindAt: '10:30' } };
    const { status, body } = await judge(clerk, { profile: changed });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      faults: [],
      changes: [{ area: 'reminder', name: 'remindAt', was: '09:00', is: '10:30' }],
      trial: { isDueOnDayOff: false },
    });
    const { reminders, lights } = (
      body as { trial: { reminders: { rung: string; readAt: string }[]; lights: object[] } }
    ).trial;
    expect(reminders.map(({ rung, readAt }) => `${rung} ${readAt}`)).toEqual([
      'T-3 2026-09-24T02:30:00Z',
      'T-1 2026-09-29T02:30:00Z',
      'T+0 2026-09-30T02:30:00Z',
      'T+1 2026-10-08T02:30:00Z',
      'T+3 2026-10-10T02:30:00Z',
    ]);
    expect(lights).toEqual([
      { light: { meaning: 'on-course', colour: 'green' }, from: '2026-07-01' },
      { light: { meaning: 'near-due', colour: 'yellow' }, from: '2026-09-20' },
      { light: { meaning: 'overdue', colour: 'red' }, from: '2026-10-01' },
    ]);
    expect((await clerk.call('GET', `${path}/rule-profiles`)).body).toHaveLength(1);
  });

  test('names every fault at once, and is not tried before they are mended', async () => {
    const clerk = await signedIn('ganshi');
    const { profile } = await read(clerk, 1);
    const faulty = {
      ...profile,
      reminder: { ...profile.reminder, remindAt: '21:00' },
      lights: { ...profile.lights, doneColour: 'red' },
      reportWithinWorkdays: -1,
    };
    const { body } = await judge(clerk, { profile: faulty });
    expect(body).toMatchObject({
      faults: [
        { field: 'reminder.remindAt', code: 'reminded-in-quiet-hours' },
        { field: 'lights.doneColour', code: 'light-repeated' },
        { field: 'reportWithinWorkdays', code: 'length-out-of-range' },
      ],
      trial: null,
    });
  });

  test.each([
    ['2026-10-01', '2026-09-30'],
    ['2025-01-01', '2026-09-30'],
    ['2000-12-01', '2000-12-31'],
    ['2100-01-01', '2100-01-31'],
    ['9999-12-01', '9999-12-31'],
  ])('a duty from %s to %s is not tried', async (opensOn, dueOn) => {
    const clerk = await signedIn('ganshi');
    const { profile } = await read(clerk, 1);
    expect((await judge(clerk, { profile, opensOn, dueOn })).body).toMatchObject({ faults: [], trial: null });
  });

  test('a member has no business with it', async () => {
    const clerk = await signedIn('ganshi');
    const { profile } = await read(clerk, 1);
    expect((await judge(await signedIn('weiyuan1'), { profile })).status).toBe(403);
  });
});

test('each version says what it changed and how many cases under way keep it', async () => {
  const clerk = await signedIn('ganshi');
  const { profile } = await read(clerk, 1);
  const { 'duty/member': gentle, ...ladders } = profile.ladders;
  expect((await write(clerk, '2026-01-05', 1, { ...profile, ladders, reportWithinWorkdays: 20 })).status).toBe(200);
  const [{ open }] = (await world.owner(
    `select count(*)::int as open from workflow_instance where committee_id = $1 and not is_final`,
    [world.committeeId],
  )) as [{ open: number }];
  expect(open).toBeGreaterThan(0);
  expect((await clerk.call('GET', `${path}/rule-profiles`)).body).toMatchObject([
    {
      version: 2,
      openCases: 0,
      changes: [
        { area: 'ladder', key: 'duty/member', was: gentle, is: null },
        { area: 'length', name: 'reportWithinWorkdays', was: 15, is: 20 },
      ],
    },
    { version: 1, openCases: open, changes: [] },
  ]);
});

test('the profile a committee begins with and the usual lights are there to start from', async () => {
  const clerk = await signedIn('ganshi');
  const { profile } = await read(clerk, 1);
  const { body } = await clerk.call('GET', `${path}/rule-profile-start`);
  expect(body).toMatchObject({ profile });
  expect(Object.keys((body as { lightSchemes: object }).lightSchemes)).toEqual([
    'green-yellow-red',
    'blue-orange-red',
    'five-colours',
  ]);
});
