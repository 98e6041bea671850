import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChangedDay } from '@xushi/domain';
import type { NamedDateMove } from '../../src/capabilities/work-calendar/index.js';
import { publishedYear, type TownshipYear } from '../township-year.js';
import { type Ran, xushi } from './xushi.js';

interface Answer {
  year: number;
  isMade?: boolean;
  changedDays: ChangedDay[];
  moves: NamedDateMove[] | null;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xushi-notice-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, notice: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(notice));
  return path;
}

const off = (name: string, ...dates: string[]) => dates.map((date) => ({ name, date, isOffDay: true }));

/** Invented, of a year far enough ahead: the statutory days, and the last days of March besides. */
const notice = {
  year: 2060,
  papers: [],
  days: [
    ...off('元旦', '2060-01-01'),
    ...off('春节', '2060-02-01', '2060-02-02', '2060-02-03', '2060-02-04'),
    ...off('清明节', '2060-03-30', '2060-03-31', '2060-04-04'),
    ...off('劳动节', '2060-05-01', '2060-05-02'),
    ...off('端午节', '2060-06-03'),
    ...off('中秋节', '2060-09-09'),
    ...off('国庆节', '2060-10-01', '2060-10-02', '2060-10-03'),
  ],
};

describe('without a database', () => {
  it('diff lists the days that change against those that come with the product', async () => {
    const ran = await xushi(['calendar', 'diff', file('2060.json', notice), '--days-only', '--json']);
    expect(ran).toMatchObject({ exit: 0, stderr: '' });
    expect(ran.json<Answer>()).toEqual({
      year: 2060,
      changedDays: [
        { on: '2060-03-30', isWorked: false, nameBefore: null, nameAfter: '清明节' },
        { on: '2060-03-31', isWorked: false, nameBefore: null, nameAfter: '清明节' },
      ],
      moves: null,
    });
  });

  it('reads as a list', async () => {
    const { stdout } = await xushi(['calendar', 'diff', file('2060.json', notice), '--days-only']);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      '2060: 2 days change 个日子有变',
      '  2060-03-30  worked → off 改为放假  清明节',
    ]);
  });

  it.each([
    ['diff', 'days[0].date: 2060-13-01 – write the date as 2027-10-01'],
    ['import', 'days: 2060-02-02 春节 – this statutory day is not listed as off; add it'],
  ])('%s names what is wrong with a notice', async (command, words) => {
    const days =
      command === 'diff' ? off('元旦', '2060-13-01') : notice.days.filter(({ date }) => date !== '2060-02-02');
    const ran = await xushi(['calendar', command, file('faulty.json', { ...notice, days }), '--json']);
    expect(ran.exit).toBe(1);
    expect(ran.json()).toMatchObject({ error: { code: 'notice-faulty' } });
    expect(ran.stderr).toContain(words);
  });
});

describe('on an installation', () => {
  let township: TownshipYear;
  let path: string;
  beforeAll(async () => {
    township = await publishedYear({ year: 2060, at: '2060-01-05T10:00' });
    path = file('2060.json', notice);
  });
  afterAll(() => township.close());

  const call = (...words: string[]): Promise<Ran> =>
    xushi(['calendar', ...words, '--json'], { env: { DATABASE_URL: township.database.url } });
  const firstQuarter = () =>
    township.owner<{ due_on: string }>(`select due_on from task where kind = 'hold-activity' order by due_on limit 1`);
  const moved = {
    committeeName: '云岭乡政协工委',
    what: { occurrenceKey: '2060-Q1' },
    change: 'moved',
    from: '2060-03-31',
    to: '2060-03-29',
  };

  it('diff says which dates would move and moves none; import moves exactly those; then nothing is left to change', async () => {
    const tried = (await call('diff', path)).json<Answer>();
    expect(tried.changedDays.map(({ on }) => on)).toEqual(['2060-03-30', '2060-03-31']);
    expect(tried.moves).toContainEqual(expect.objectContaining(moved));
    expect(await firstQuarter()).toEqual([{ due_on: '2060-03-31' }]);

    const entered = (await call('import', path)).json<Answer>();
    expect(entered).toEqual({ ...tried, isMade: true });
    expect(await firstQuarter()).toEqual([{ due_on: '2060-03-29' }]);
    const [by] = await township.owner(
      `select a.login_name from official_year y join account a on a.id = y.entered_by_account_id where y.year = 2060`,
    );
    expect(by).toEqual({ login_name: 'admin' });

    const again = (await call('diff', path)).json<Answer>();
    expect(again).toEqual({ year: 2060, changedDays: [], moves: [] });
  });

  it('take-back says what would return and writes nothing; with --make exactly that returns; then nothing is there', async () => {
    const tried = (await call('take-back', '2060')).json<Answer>();
    expect(tried).toMatchObject({ year: 2060, isMade: false, becomes: 'provisional' });
    expect(tried.changedDays.map(({ on, isWorked }) => [on, isWorked])).toEqual([
      ['2060-03-30', true],
      ['2060-03-31', true],
    ]);
    expect(tried.moves).toContainEqual(expect.objectContaining({ ...moved, from: moved.to, to: moved.from }));
    expect(await firstQuarter()).toEqual([{ due_on: '2060-03-29' }]);

    const made = (await call('take-back', '2060', '--make')).json<Answer>();
    expect(made).toEqual({ ...tried, isMade: true });
    expect(await firstQuarter()).toEqual([{ due_on: '2060-03-31' }]);

    const again = await call('take-back', '2060', '--make');
    expect(again.exit).toBe(1);
    expect(again.json()).toMatchObject({ error: { code: 'notice-not-entered' } });
  });

  it.each([
    ['2026', 1, 'came with the product'],
    ['1999', 2, 'write it as 2027'],
  ])('take-back %s is refused', async (year, exit, words) => {
    const ran = await call('take-back', year);
    expect(ran.exit).toBe(exit);
    expect(ran.stderr).toContain(words);
  });

  it('an unknown administrator is refused', async () => {
    const ran = await call('import', path, '--as', 'zhuren');
    expect(ran.exit).toBe(1);
    expect(ran.json()).toMatchObject({ error: { code: 'administrator-unknown' } });
    expect(ran.stderr).toContain('create-admin');
  });
});
