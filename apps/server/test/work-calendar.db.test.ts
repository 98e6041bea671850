import { officialYears } from '@xushi/domain';
import { createEmptyDatabase } from '@xushi/testkit';
import pg from 'pg';
import { bootServer, type RunningServer } from '../src/boot.js';
import { AddClosing } from '../src/capabilities/work-calendar/add-closing.js';
import { ImportYear } from '../src/capabilities/work-calendar/import-year.js';
import {
  type CalendarChange,
  CalendarListeners,
  type DateMove,
  WorkCalendars,
} from '../src/capabilities/work-calendar/index.js';
import { RemoveClosing } from '../src/capabilities/work-calendar/remove-closing.js';
import { TakeBackYear } from '../src/capabilities/work-calendar/take-back-year.js';
import { migrate } from '../src/platform/database/data-source.js';
import { Doors } from '../src/platform/database/doors.js';
import type { Tx } from '../src/platform/database/tx.js';
import { type LoadedScenario, loadScenario } from '../src/scenarios/load-scenario.js';
import type { Scenario } from '../src/scenarios/scenario.js';
import { schema } from '../src/schema.js';
import { PASSWORD, startServer, type TestServer } from './support.js';

const off = (name: string, ...dates: string[]) => dates.map((date) => ({ name, date, isOffDay: true }));

/** An invented notice: Thursday 2026-12-31 off, Sunday 2027-01-03 worked for it; the spring festival two days longer. */
const notice = {
  year: 2027,
  papers: ['https://www.gov.cn/invented'],
  days: [
    ...off('元旦', '2026-12-31', '2027-01-01', '2027-01-02'),
    { name: '元旦', date: '2027-01-03', isOffDay: false },
    ...off('春节', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10'),
    ...off('清明节', '2027-04-05'),
    ...off('劳动节', '2027-05-01', '2027-05-02'),
    ...off('端午节', '2027-06-09'),
    ...off('中秋节', '2027-09-15'),
    ...off('国庆节', '2027-10-01', '2027-10-02', '2027-10-03'),
  ],
};
const CHANGED = ['2026-12-31', '2027-01-03', '2027-02-09', '2027-02-10'];

const office = (committee: string) => [{ committee, role: 'administrator' as const, title: null }];
const tree = (prefix: string): Scenario => ({
  committees: [
    { key: 'county', parent: null, level: 'county', name: `${prefix}县政协` },
    { key: 'township', parent: 'county', level: 'township', name: `${prefix}乡工委` },
  ],
  people: [
    { key: 'county-admin', name: '县管理员', loginName: null, offices: office('county') },
    { key: 'township-admin', name: '乡管理员', loginName: null, offices: office('township') },
  ],
  plans: [],
});

/** What the law alone gives off in 2026, of which weekends need not be listed. */
const statutory2026 = [
  ['2026-01-01', '元旦'],
  ['2026-02-16', '春节'],
  ['2026-02-17', '春节'],
  ['2026-02-18', '春节'],
  ['2026-02-19', '春节'],
  ['2026-04-05', '清明节'],
  ['2026-05-01', '劳动节'],
  ['2026-06-19', '端午节'],
  ['2026-09-25', '中秋节'],
  ['2026-10-01', '国庆节'],
  ['2026-10-02', '国庆节'],
] as const;

let server: TestServer;
let ours: LoadedScenario;
let theirs: LoadedScenario;

/** Trees with fresh committees; official years are the whole installation's, so tests that enter any start afresh. */
async function addTrees() {
  const options = { password: PASSWORD, officeFrom: '2025-01-01' };
  ours = await loadScenario(server.app, tree('清溪'), options);
  theirs = await loadScenario(server.app, tree('云岭'), options);
}

const actor = (key: string) => ours.actor(key, server.clock.now());
const importing = (input: { notice?: unknown; lockVersion?: number; isTrial?: boolean; by?: string; at?: string }) =>
  server.app.get(ImportYear).run(actor(input.by ?? 'county-admin'), {
    committeeId: ours.committeeId(input.at ?? 'county'),
    notice: 'notice' in input ? input.notice : notice,
    lockVersion: input.lockVersion ?? 0,
    isTrial: input.isTrial ?? false,
  });

const takingBack = (
  year: number,
  input: { lockVersion?: number; isTrial?: boolean; by?: string; at?: string; app?: RunningServer['app'] } = {},
) =>
  (input.app ?? server.app).get(TakeBackYear).run(actor(input.by ?? 'county-admin'), {
    committeeId: ours.committeeId(input.at ?? 'county'),
    year,
    lockVersion: input.lockVersion ?? 0,
    isTrial: input.isTrial ?? false,
  });
/** Enters the notice and answers its stamp. */
async function enteredStamp(changes: object = {}, lockVersion = 0): Promise<number> {
  const made = await importing({ notice: { ...notice, ...changes }, lockVersion });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.value.lockVersion;
}
const changesOf = (year: number) =>
  server.owner(
    `select c.change, c.notice ->> 'papers' as papers, a.name from official_year_change c
     join account a on a.id = c.by_account_id where c.year = $1 order by c.id`,
    [year],
  );

/** Whether a committee works on a day, as a server sees it now. */
async function works(on: string, app: RunningServer['app'] = server.app, loaded = ours, committee = 'township') {
  const id = loaded.committeeId(committee);
  return app.get(Doors).inTenant(loaded.tenants(), async (tx) => {
    const calendarOf = await app.get(WorkCalendars).of(tx, [id]);
    return calendarOf(id).isWorkday(Temporal.PlainDate.from(on));
  });
}

/**
 * One date in each committee, due on the last working day of 2026. Who keeps real dates is tested where they are kept.
 */
function keepYearEnd({ fails = false } = {}) {
  const seen: { trial: boolean; committees: number }[] = [];
  const moves = (trial: boolean, change: CalendarChange): DateMove[] => {
    seen.push({ trial, committees: change.committeeIds.length });
    return change.committeeIds.map((committeeId) => ({
      committeeId,
      title: '年终总结',
      what: { occurrenceKey: '2026' },
      change: 'moved',
      from: '2026-12-31',
      to: change.calendarOf(committeeId).onOrBefore(Temporal.PlainDate.from('2026-12-31')).toString(),
      why: change.because,
    }));
  };
  server.app.get(CalendarListeners).register('tasks', {
    preview: async (_tx: Tx, change) => moves(true, change),
    apply: async (_tx: Tx, change) => {
      if (fails) throw new Error('A date cannot be moved.');
      return moves(false, change);
    },
  });
  return seen;
}

describe('a holiday notice', () => {
  beforeEach(async () => {
    server = await startServer();
    await addTrees();
  });
  afterEach(() => server.close());

  test('is tried without being entered: the days that change and the dates that move', async () => {
    const seen = keepYearEnd();
    const tried = await importing({ isTrial: true });
    expect(tried).toMatchObject({ ok: true, value: { isMade: false, year: 2027, faults: [], lockVersion: 0 } });
    if (!tried.ok) throw new Error();
    expect(tried.value.changedDays.map(({ on }) => on)).toEqual(CHANGED);
    expect(tried.value.moves).toEqual(
      ['county', 'township'].map((key) => ({
        committeeId: ours.committeeId(key),
        committeeName: key === 'county' ? '清溪县政协' : '清溪乡工委',
        title: '年终总结',
        what: { occurrenceKey: '2026' },
        change: 'moved',
        from: '2026-12-31',
        to: '2026-12-30',
        why: 'calendar-changed',
      })),
    );
    expect(seen).toEqual([{ trial: true, committees: 2 }]);
    expect(await server.owner('select year from official_year where year = 2027')).toEqual([]);
    expect(await works('2026-12-31')).toBe(true);
  });

  test('is entered with who and when, and moves what the trial said, here and in trees the caller cannot see', async () => {
    const seen = keepYearEnd();
    const tried = await importing({ isTrial: true });
    const made = await importing({});
    if (!tried.ok || !made.ok) throw new Error();
    const { lockVersion, ...rest } = made.value;
    expect(rest).toEqual({
      isMade: true,
      year: 2027,
      faults: [],
      changedDays: tried.value.changedDays,
      moves: tried.value.moves,
    });
    expect(seen.at(-1)).toEqual({ trial: false, committees: 4 });
    expect(
      await server.owner(
        'select stamp, notice, entered_at, entered_by_account_id from official_year where year = 2027',
      ),
    ).toEqual([
      {
        stamp: lockVersion,
        notice: expect.objectContaining({ year: 2027, papers: ['https://www.gov.cn/invented'] }),
        entered_at: server.clock.now(),
        entered_by_account_id: ours.accountId('county-admin'),
      },
    ]);
    expect(await works('2026-12-31', server.app, theirs)).toBe(false);
  });

  test('counts in every process from the moment it commits, though the clock stands still', async () => {
    const other = await bootServer({ databaseUrl: server.database.url, clock: server.clock, roles: [] });
    try {
      expect(await works('2027-01-03', other.app)).toBe(false);
      await importing({});
      expect(await works('2027-01-03', other.app)).toBe(true);
      expect(await works('2027-01-03')).toBe(true);
    } finally {
      await other.close();
    }
  });

  test('that could not be entered leaves nothing behind, not even in the process that tried', async () => {
    keepYearEnd({ fails: true });
    await expect(importing({})).rejects.toThrow('A date cannot be moved.');
    expect(await works('2026-12-31')).toBe(true);
    keepYearEnd();
    const shorter = { ...notice, days: notice.days.filter((day) => day.date !== '2027-02-10') };
    expect(await importing({ notice: shorter })).toMatchObject({ ok: true });
    expect(await works('2027-02-09')).toBe(false);
    expect(await works('2027-02-10')).toBe(true);
  });

  test('replaces the one before only for whoever has seen it', async () => {
    const first = await importing({});
    if (!first.ok) throw new Error();
    const { lockVersion } = first.value;
    expect(await importing({})).toEqual({ ok: false, why: 'conflict', currentLockVersion: lockVersion });
    const again = await importing({ lockVersion });
    expect(again).toMatchObject({ ok: true, value: { changedDays: [] } });
    expect(again.ok && again.value.lockVersion).not.toBe(lockVersion);
  });

  test('entered twice at the same moment is entered once', async () => {
    const answers = await Promise.all([importing({}), importing({}), importing({})]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.why === 'conflict')).toHaveLength(2);
  });

  test('at fault is answered with its faults when tried, refused when entered', async () => {
    const broken = { ...notice, days: [...notice.days, { name: '元旦', date: '2027-01-04', isOffDay: false }] };
    expect(await importing({ notice: broken, isTrial: true })).toMatchObject({
      ok: true,
      value: { isMade: false, year: null, faults: [{ code: 'worked-day-not-weekend', found: '2027-01-04' }] },
    });
    expect(await importing({ notice: broken })).toEqual({
      ok: false,
      why: 'refused',
      reason: 'notice-faulty',
      field: 'notice',
    });
    expect(await importing({ notice: undefined })).toMatchObject({ reason: 'notice-faulty' });
  });

  test.each([true, false])("is not a township administrator's business (trial: %s)", async (isTrial) => {
    expect(await importing({ by: 'township-admin', at: 'township', isTrial })).toEqual({
      ok: false,
      why: 'refused',
      reason: 'not-the-top-committee',
    });
  });
});

describe('a notice entered by mistake', () => {
  beforeEach(async () => {
    server = await startServer();
    await addTrees();
  });
  afterEach(() => server.close());

  test('is taken back after a trial that says what returns; the year is provisional again, in every process', async () => {
    const lockVersion = await enteredStamp();
    const other = await bootServer({ databaseUrl: server.database.url, clock: server.clock, roles: [] });
    try {
      expect(await works('2027-01-03', other.app)).toBe(true);
      const seen = keepYearEnd();
      const tried = await takingBack(2027, { isTrial: true });
      if (!tried.ok) throw new Error(JSON.stringify(tried));
      expect(tried.value).toMatchObject({ isMade: false, year: 2027, becomes: 'provisional', lockVersion });
      expect(tried.value.changedDays.map(({ on, isWorked }) => [on, isWorked])).toEqual(
        CHANGED.map((on) => [on, on !== '2027-01-03']),
      );
      expect(tried.value.moves).toEqual(
        ['county', 'township'].map((key) =>
          expect.objectContaining({ committeeId: ours.committeeId(key), to: '2026-12-31', why: 'calendar-changed' }),
        ),
      );
      expect(await works('2027-01-03', other.app)).toBe(true);

      const made = await takingBack(2027, { lockVersion });
      expect(made).toEqual({ ok: true, value: { ...tried.value, isMade: true, lockVersion: 0 } });
      expect(seen).toEqual([
        { trial: true, committees: 2 },
        { trial: false, committees: 4 },
      ]);
      expect(await server.owner('select 1 from official_year where year = 2027')).toEqual([]);
      for (const app of [server.app, other.app]) expect(await works('2027-01-03', app, theirs)).toBe(false);
      const papers = '["https://www.gov.cn/invented"]';
      expect(await changesOf(2027)).toEqual([
        { change: 'entered', papers, name: '县管理员' },
        { change: 'taken-back', papers, name: '县管理员' },
      ]);
    } finally {
      await other.close();
    }
  });

  test('of a year that came with the product gives way to what came, which cannot be taken back', async () => {
    const shipped = officialYears.find(({ year }) => year === 2026)!;
    const [{ stamp } = { stamp: 0 }] = await server.owner<{ stamp: number }>(
      'select stamp from official_year where year = 2026',
    );
    const refusal = { ok: false, why: 'refused', reason: 'notice-came-with-product' };
    expect(await takingBack(2026, { isTrial: true })).toEqual(refusal);
    expect(await takingBack(2026, { lockVersion: stamp })).toEqual(refusal);

    // One day more than the law's own: those alone are no notice.
    const days = [...statutory2026, ['2026-01-02', '元旦'] as const].map(([date, name]) => ({
      date,
      name,
      isOffDay: true,
    }));
    const lockVersion = await enteredStamp({ year: 2026, days }, stamp);
    expect(await works('2026-10-05')).toBe(true);
    expect(await takingBack(2026, { lockVersion })).toMatchObject({
      ok: true,
      value: {
        becomes: 'published',
        changedDays: expect.arrayContaining([expect.objectContaining({ on: '2026-10-05' })]),
      },
    });
    expect(await works('2026-10-05')).toBe(false);
    expect(
      await server.owner('select notice, entered_at, entered_by_account_id from official_year where year = 2026'),
    ).toEqual([{ notice: shipped, entered_at: null, entered_by_account_id: null }]);
    expect(await takingBack(2026, { isTrial: true })).toEqual(refusal);
    expect((await changesOf(2026)).map(({ change }) => change)).toEqual(['replaced', 'taken-back']);
  });

  test('is not there in a year in which none was entered', async () => {
    for (const isTrial of [true, false]) {
      expect(await takingBack(2027, { isTrial })).toEqual({ ok: false, why: 'refused', reason: 'notice-not-entered' });
    }
  });

  test('is taken back only by whoever has seen it as it stands', async () => {
    const first = await enteredStamp();
    const second = await enteredStamp({ papers: [] }, first);
    expect(await takingBack(2027, { lockVersion: first })).toEqual({
      ok: false,
      why: 'conflict',
      currentLockVersion: second,
    });
    expect(await works('2027-01-03')).toBe(true);
  });

  test('is taken back once by a double click, and either replaced or taken back when both are asked at one moment', async () => {
    const lockVersion = await enteredStamp();
    const twice = await Promise.all([takingBack(2027, { lockVersion }), takingBack(2027, { lockVersion })]);
    expect(twice.map((one) => (one.ok ? 'done' : one.why)).sort()).toEqual(['conflict', 'done']);

    const again = await enteredStamp();
    const other = await bootServer({ databaseUrl: server.database.url, clock: server.clock, roles: [] });
    try {
      const both = await Promise.all([
        importing({ notice: { ...notice, papers: [] }, lockVersion: again }),
        takingBack(2027, { lockVersion: again, app: other.app }),
      ]);
      expect(both.map((one) => (one.ok ? 'done' : one.why)).sort()).toEqual(['conflict', 'done']);
      expect((await changesOf(2027)).at(-1)?.change).toBe(both[0].ok ? 'replaced' : 'taken-back');
      expect(await works('2027-01-03')).toBe(both[0].ok);
    } finally {
      await other.close();
    }
  });

  test('stays when a date cannot follow', async () => {
    const lockVersion = await enteredStamp();
    keepYearEnd({ fails: true });
    await expect(takingBack(2027, { lockVersion })).rejects.toThrow('A date cannot be moved.');
    expect(await works('2027-01-03')).toBe(true);
    expect((await changesOf(2027)).map(({ change }) => change)).toEqual(['entered']);
  });

  test.each([true, false])("is not a township administrator's business (trial: %s)", async (isTrial) => {
    const lockVersion = await enteredStamp();
    expect(await takingBack(2027, { by: 'township-admin', at: 'township', isTrial, lockVersion })).toEqual({
      ok: false,
      why: 'refused',
      reason: 'not-the-top-committee',
    });
  });
});

describe('the table of official years', () => {
  beforeAll(async () => {
    server = await startServer();
    await addTrees();
  });
  afterAll(() => server.close());

  const enter = `select enter_official_year(2027, '{}', (select id from account limit 1), now())`;
  const takeBack = `select take_back_official_year(2027, null, (select id from account limit 1), now())`;
  const inside = (keys: readonly string[], sql: string) => {
    const tenants = new Map(keys.map((key) => [ours.committeeId(key), ours.committeeId('county')]));
    return server.app.get(Doors).inTenant(tenants, (tx) => tx.query(sql));
  };

  test.each([
    `insert into official_year (year, status, notice) values (2027, 'published', '{}')`,
    'update official_year set status = status',
    'delete from official_year',
    'delete from official_year_change',
    `update official_year_change set at = at`,
    `select nextval('official_year_stamp')`,
  ])('is not written by hand behind any door: %s', async (sql) => {
    await expect(inside(['county', 'township'], sql)).rejects.toThrow('permission denied');
  });

  test.each([enter, takeBack])('is written by its functions only from inside a top committee: %s', async (sql) => {
    await expect(inside(['township'], sql)).rejects.toThrow('changed from a top committee');
    await expect(server.app.get(Doors).beforeSignIn((tx) => tx.query(sql))).rejects.toThrow('top committee');
    await expect(inside(['county'], sql)).resolves.toHaveLength(1);
  });

  test('gives nothing back that nobody entered', async () => {
    await expect(inside(['county'], takeBack.replace('2027', '2026'))).rejects.toThrow('No notice of 2026 was entered');
  });

  test('and only from there all committees are named', async () => {
    const all = 'select id from every_committee()';
    expect(await inside(['township'], all)).toEqual([]);
    expect(await server.app.get(Doors).beforeSignIn((tx) => tx.query(all))).toEqual([]);
    expect(await inside(['county'], all)).toHaveLength(4);
  });
});

describe('a closing day', () => {
  beforeAll(async () => {
    server = await startServer();
  });
  beforeEach(addTrees);
  afterAll(() => server.close());

  const closing = (input: { on: string; name?: string; isTrial?: boolean }) =>
    server.app.get(AddClosing).run(actor('township-admin'), {
      committeeId: ours.committeeId('township'),
      on: input.on,
      name: input.name ?? '乡庆',
      isTrial: input.isTrial ?? false,
    });
  const opening = (on: string, isTrial = false) =>
    server.app
      .get(RemoveClosing)
      .run(actor('township-admin'), { committeeId: ours.committeeId('township'), on, isTrial });

  test('closes one committee, moves its dates, and can be taken back', async () => {
    const seen = keepYearEnd();
    const changed = { on: '2026-12-31', isWorked: false, nameBefore: null, nameAfter: '乡庆' };
    const moves = [expect.objectContaining({ to: '2026-12-30', why: 'calendar-changed', committeeName: '清溪乡工委' })];
    const tried = await closing({ on: '2026-12-31', isTrial: true });
    expect(tried).toEqual({ ok: true, value: { isMade: false, changedDays: [changed], moves } });
    expect(await works('2026-12-31')).toBe(true);

    expect(await closing({ on: '2026-12-31' })).toEqual({
      ok: true,
      value: { isMade: true, changedDays: [changed], moves },
    });
    expect(await works('2026-12-31')).toBe(false);
    expect(await works('2026-12-31', server.app, ours, 'county')).toBe(true);

    const back = { on: '2026-12-31', isWorked: true, nameBefore: '乡庆', nameAfter: null };
    expect(await opening('2026-12-31', true)).toMatchObject({
      ok: true,
      value: { isMade: false, changedDays: [back] },
    });
    expect(await works('2026-12-31')).toBe(false);
    expect(await opening('2026-12-31')).toMatchObject({
      ok: true,
      value: { isMade: true, changedDays: [back], moves: [{ to: '2026-12-31' }] },
    });
    expect(await works('2026-12-31')).toBe(true);
    expect(seen).toEqual([true, false, true, false].map((trial) => ({ trial, committees: 1 })));
  });

  // Today is Monday 2026-01-05.
  test.each([
    ['without a name', '2026-04-07', '  ', 'closing-name-missing', 'name'],
    ['of yesterday', '2026-01-04', '乡庆', 'closing-in-past', 'on'],
    ['after the last year', '2101-01-03', '乡庆', 'year-out-of-range', 'on'],
    ['on an ordinary Sunday', '2026-04-12', '乡庆', 'closing-needless', 'on'],
    ['on a holiday', '2026-10-01', '乡庆', 'closing-needless', 'on'],
    ['that is there already', '2026-04-08', '乡庆', 'closing-exists', 'on'],
  ])('%s is refused', async (_, on, name, reason, field) => {
    await closing({ on: '2026-04-08', name: '庙会' });
    expect(await closing({ on, name })).toEqual({ ok: false, why: 'refused', reason, field });
    const kept = await server.owner('select name from closing_day where committee_id = $1', [
      ours.committeeId('township'),
    ]);
    expect(kept).toEqual([{ name: '庙会' }]);
  });

  test.each(['2026-01-05', '2026-02-14'])('%s, today or a worked Saturday, is accepted', async (on) => {
    expect(await closing({ on })).toMatchObject({ ok: true });
    expect(await works(on)).toBe(false);
  });

  test('never entered is missing; one that has passed stays', async () => {
    expect(await opening('2026-04-07')).toEqual({ ok: false, why: 'missing' });
    await server.owner(`insert into closing_day (committee_id, on_date, name) values ($1, '2026-01-02', '乡庆')`, [
      ours.committeeId('township'),
    ]);
    expect(await opening('2026-01-02')).toMatchObject({ reason: 'closing-in-past', field: 'on' });
  });

  test('asked for twice at the same moment is entered once', async () => {
    const answers = await Promise.all([closing({ on: '2026-04-07' }), closing({ on: '2026-04-07' })]);
    expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: 'closing-exists' });
  });
});

test('a database made when three years came with the product gets all of them, in the present shape', async () => {
  const database = await createEmptyDatabase();
  const client = new pg.Client({ connectionString: database.url });
  try {
    await migrate(database.url, { ...schema, migrations: schema.migrations.slice(0, 2) });
    await client.connect();
    await client.query('delete from official_year where year < 2024');
    await client.query(`update official_year set notice = jsonb_set(notice - 'papers', '{worked}', '["2026-01-04"]')`);
    await migrate(database.url, schema);
    const { rows } = await client.query<{ notice: unknown }>('select notice from official_year order by year');
    expect(rows.map((row) => row.notice)).toEqual(officialYears);
  } finally {
    await client.end();
    await database.drop();
  }
});

test('a notice entered before changes were kept is on file as entered', async () => {
  const database = await createEmptyDatabase();
  const client = new pg.Client({ connectionString: database.url });
  try {
    const earlier = schema.migrations.findIndex(({ name }) => name.startsWith('OfficialYearsTakenBack'));
    await migrate(database.url, { ...schema, migrations: schema.migrations.slice(0, earlier) });
    await client.connect();
    await client.query(
      `insert into account (id, name, login_name, created_at)
       values ('00000000-0000-4000-8000-000000000001', '何定安', 'admin', '2026-01-01T00:00:00Z')`,
    );
    await client.query(
      `insert into official_year (year, status, notice, entered_at, entered_by_account_id)
       values (2027, 'published', '{"year":2027}', '2026-11-02T01:00:00Z', '00000000-0000-4000-8000-000000000001')`,
    );
    await migrate(database.url, schema);
    const { rows } = await client.query(
      'select c.year, c.change, c.notice, a.name from official_year_change c join account a on a.id = c.by_account_id',
    );
    expect(rows).toEqual([{ year: 2027, change: 'entered', notice: { year: 2027 }, name: '何定安' }]);
  } finally {
    await client.end();
    await database.drop();
  }
});
