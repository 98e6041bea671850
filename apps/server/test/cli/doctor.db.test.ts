import { createTestDatabase, type TestDatabase } from '@xushi/testkit';
import pg from 'pg';
import { judgeMigrations } from '../../src/cli/doctor/examine-database.js';
import { examineDataFolder, examineNode, judgeDisk } from '../../src/cli/doctor/examine-machine.js';
import { judgeCalendar, judgeOutcomes, judgeTimers } from '../../src/cli/doctor/examine-work.js';
import type { Finding } from '../../src/cli/doctor/finding.js';
import { liveUntil, publishedYear } from '../township-year.js';
import { type Ran, xushi } from './xushi.js';

type Report = { isSound: boolean; findings: Finding[] };

const levels = (ran: Ran) =>
  Object.fromEntries(ran.json<Report>().findings.map(({ check, level }) => [check, level] as const));

const doctor = (url: string) => xushi(['doctor', '--json'], { env: { DATABASE_URL: url } });

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

const sound = {
  node: 'ok',
  database: 'ok',
  encoding: 'ok',
  migrations: 'ok',
  roles: 'ok',
  'row-level-security': 'ok',
  'server-code': 'ok',
  timers: 'ok',
};

describe('on a database', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());

  it('finds a fresh one sound', async () => {
    const ran = await doctor(database.url);
    expect(levels(ran)).toMatchObject(sound);
    expect(ran.exit).toBe(0);
  });

  it.each([
    [
      'a migration not run',
      `delete from migration where id = (select max(id) from migration)`,
      'migrations',
      'start the server once',
    ],
    [
      'a table without row-level security',
      'alter table task disable row level security',
      'row-level-security',
      'stop the server',
    ],
    [
      'a committee that everybody sees',
      `create policy careless on committee to xushi_app using (true);
       insert into committee (id, root_id, level, name, created_at)
       values ('018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000001', 'county', '某县', now())`,
      'row-level-security',
      'stop the server',
    ],
  ])('%s is a fault with its remedy, and nothing that rests on it is looked at', async (_case, sql, check, remedy) => {
    await asOwner(database.url, sql);
    const ran = await doctor(database.url);
    expect(ran.exit).toBe(1);
    const { isSound, findings } = ran.json<Report>();
    expect(isSound).toBe(false);
    const fault = findings.find(({ level }) => level === 'fault');
    expect(fault?.check).toBe(check);
    expect(fault?.remedy?.english).toContain(remedy);
    expect(levels(ran)).not.toHaveProperty('server-code');
  });
});

it('a database that does not answer is a fault, told without the password', async () => {
  const ran = await doctor('postgres://xushi:secret@127.0.0.1:1/xushi');
  expect(ran.exit).toBe(1);
  expect(levels(ran)).toMatchObject({ database: 'fault' });
  expect(ran.stdout + ran.stderr).not.toContain('secret');
});

it('counts what is due with no outcome; nothing is left once a server has lived through it', async () => {
  // Last year's plan; the doctor lives now, and no server has worked since.
  const lastYear = Temporal.Now.plainDateISO('Asia/Shanghai').year - 1;
  const year = await publishedYear({ year: lastYear, at: `${lastYear}-01-05T10:00` });
  const outcomes = async () => {
    const ran = await doctor(year.database.url);
    const found = ran.json<Report>().findings.filter(({ check }) => check === 'outcomes' || check === 'timers');
    return { exit: ran.exit, found };
  };
  const foreseen = year.rehearsal.duties.reduce((sum, { holders, rungs }) => sum + holders.length * rungs.length, 0);
  const before = await outcomes();
  expect(before.exit).toBe(1);
  expect(before.found).toMatchObject([
    { check: 'timers', level: 'warning' },
    { check: 'outcomes', level: 'fault', facts: { reminders: foreseen } },
  ]);
  await liveUntil(year, `${lastYear + 9}-12-31T00:00`);
  const after = await outcomes();
  expect(after).toMatchObject({
    exit: 0,
    found: [{ level: 'ok' }, { level: 'ok', facts: { reminders: 0, messages: 0 } }],
  });
  await year.close();
});

describe('what is judged how', () => {
  const state = {
    folder: '/srv/xushi/.data/database',
    isMade: true,
    mode: 0o700,
    passwordFile: '/srv/xushi/.data/database.password',
    passwordMode: 0o600,
    canReadPassword: true,
    heldBy: null,
    user: 'clerk',
  };
  const years = (...known: number[]) => ({
    status: (year: number) => (known.includes(year) ? ('published' as const) : ('provisional' as const)),
  });
  const november = Temporal.PlainDate.from('2026-11-23');
  const timers = { waiting: 9, overdue: 0, dead: 0, isServed: true };

  it.each<[string, Finding, Finding['level'], string | null]>([
    ['Node 26', examineNode('26.10.0'), 'ok', null],
    ['Node 20', examineNode('20.20.0'), 'fault', 'install Node 26'],
    ['room on the disk', judgeDisk(5e9, '/srv'), 'ok', null],
    ['little room', judgeDisk(5e8, '/srv'), 'warning', 'make room'],
    ['next to none', judgeDisk(1e8, '/srv'), 'fault', 'make room'],
    ['data of one’s own', examineDataFolder(state), 'ok', null],
    ['data in use by npm start', examineDataFolder({ ...state, heldBy: 4711 }), 'ok', null],
    ['no data yet', examineDataFolder({ ...state, isMade: false }), 'warning', 'npm start'],
    [
      'a password nobody can read',
      examineDataFolder({ ...state, canReadPassword: false }),
      'fault',
      'started it first',
    ],
    [
      'data open to others',
      examineDataFolder({ ...state, mode: 0o755 }),
      'fault',
      'chmod 700 /srv/xushi/.data/database',
    ],
    ['a password open to others', examineDataFolder({ ...state, passwordMode: 0o644 }), 'fault', 'chmod 600'],
    ['an older program', judgeMigrations({ pending: [], unknown: ['Later'] }), 'fault', 'update the program'],
    ['an older database', judgeMigrations({ pending: ['Later'], unknown: [] }), 'fault', 'start the server once'],
    ['this year and the next published', judgeCalendar(years(2026, 2027), november), 'ok', null],
    ['the next year provisional', judgeCalendar(years(2026), november), 'warning', 'notice for 2027'],
    ['this year provisional', judgeCalendar(years(2025), november), 'fault', 'notice for 2026'],
    ['timers ahead', judgeTimers(timers), 'ok', null],
    [
      'timers overdue, no server',
      judgeTimers({ ...timers, overdue: 1, isServed: false }),
      'warning',
      'start the server',
    ],
    ['timers overdue under a server', judgeTimers({ ...timers, overdue: 1 }), 'fault', 'does not keep up'],
    ['dead timers', judgeTimers({ ...timers, dead: 1 }), 'fault', 'last_error'],
    ['every outcome on record', judgeOutcomes({ reminders: 0, messages: 0 }), 'ok', null],
    ['a reminder without one', judgeOutcomes({ reminders: 1, messages: 0 }), 'fault', 'within minutes'],
  ])('%s', (_case, finding, level, remedy) => {
    expect(finding.level).toBe(level);
    if (remedy === null) expect(finding.remedy).toBeNull();
    else expect(finding.remedy?.english).toContain(remedy);
  });
});
