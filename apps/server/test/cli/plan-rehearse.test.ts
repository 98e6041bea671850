import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPlanFile } from '../../src/cli/plan/read-plan-file.js';
import type { RehearsalSummary } from '../../src/cli/plan/rehearsal-summary.js';
import { xushi } from './xushi.js';

const EXAMPLE = join(import.meta.dirname, '../../../../docs/operations/plan-example.json');
const example = () => JSON.parse(readFileSync(EXAMPLE, 'utf8')) as Record<string, unknown> & { items: object[] };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xushi-plan-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('the example of docs/operations', () => {
  it('rehearses: dates with their reasons, duties, reminders, load and clashes', async () => {
    const ran = await xushi(['plan', 'rehearse', EXAMPLE, '--json']);
    expect(ran).toMatchObject({ exit: 0, stderr: '' });
    const summary = ran.json<RehearsalSummary>();
    const due = Map.groupBy(summary.occurrences, ({ item }) => item);
    const datesOf = (item: number) => due.get(item)?.map(({ dueOn }) => dueOn);
    expect(datesOf(1)).toEqual(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31']);
    // The plenary session of 21 December, seven working days before.
    expect(datesOf(3)).toEqual(['2026-12-10']);
    expect(datesOf(4)).toEqual(['2026-06-18', '2026-11-30']);
    // 31 October 2026 is a Saturday.
    expect(datesOf(5)).toEqual(['2026-10-30']);
    expect(datesOf(6)).toEqual(['2026-10-16']);
    expect(datesOf(7)).toHaveLength(12);
    expect(summary.waiting).toEqual([{ item: 8, title: '重点提案走访承办单位', anchor: 'event:hand-over-meeting' }]);
    expect(summary.totals).toMatchObject({ items: 9, occurrences: 23, tasks: 34 });
    expect(summary.occurrences.find(({ item }) => item === 3)?.duties).toMatchObject([{ holders: 12 }]);
    expect(summary.clashes.map(({ kind }) => kind)).toEqual(['anchor-open', 'anchor-provisional', 'over-cap']);
    expect(new Set(summary.occurrences.map(({ why }) => why.rule))).toEqual(
      new Set(['last-workday-of-window', 'day-of-rule', 'days-from-anchor']),
    );
  });

  it('reads as a table by month', async () => {
    const { stdout } = await xushi(['plan', 'rehearse', EXAMPLE]);
    const lines = stdout.split('\n');
    expect(lines.filter((line) => /^2026-\d\d$/.test(line))).toHaveLength(12);
    expect(lines).toContainEqual(expect.stringMatching(/03-31 Tue 周二 +1 委员活动.*01-01 – 03-31/));
    expect(stdout).toContain('event:plenary-opens 12-21 -7 workdays');
  });
});

it('the moment of publication settles which reminders are still sent', () => {
  const late = readPlanFile({ ...example(), publishedAt: '2026-03-30T09:00:00+08:00' });
  expect(late.ok && late.plan.publishedAt.toString()).toBe('2026-03-30T01:00:00Z');
  const plain = readPlanFile({ ...example(), publishedAt: undefined });
  // 1 to 3 January 2026 are off, Sunday the 4th is worked.
  expect(plain.ok && plain.plan.publishedAt.toString()).toBe('2026-01-04T01:00:00Z');
});

const item = { title: '学习', cadence: { kind: 'each', unit: 'quarter' } };
const withItem = (change: object) => ({ year: 2026, items: [item, { ...item, ...change }] });

describe('faults are named by item and field, with what to write', () => {
  it.each([
    [{ items: [item] }, null, 'year', 'missing', 'a number without quotes'],
    [{ year: '2026', items: [item] }, null, 'year', 'unreadable', 'a number without quotes'],
    [{ year: 2026, items: [] }, null, 'items', 'out-of-range', 'at least 1'],
    [{ year: 2026, item: [item], items: [item] }, null, 'item', 'name-unknown', 'check its spelling'],
    [{ year: 2026, roster: { members: -1 }, items: [item] }, null, 'roster.members', 'out-of-range', 'at least 0'],
    [
      { year: 2026, roster: [{ accountId: 'a', role: 'boss' }], items: [item] },
      null,
      'roster[0].role',
      'unreadable',
      'staff',
    ],
    [
      { year: 2026, anchors: [{ key: 'Opening', on: null }], items: [item] },
      null,
      'anchors[0].key',
      'unreadable',
      'small letters',
    ],
    [{ year: 2026, publishedAt: '2026-01-05', items: [item] }, null, 'publishedAt', 'unreadable', '+08:00'],
    [withItem({ title: ' ' }), 2, 'title', 'title-missing', 'say what is to be done'],
    [withItem({ title: undefined }), 2, 'title', 'missing', 'a text in quotes'],
    [withItem({ category: 'fun' }), 2, 'category', 'unreadable', '"study"'],
    [withItem({ cadence: { kind: 'weekly' } }), 2, 'cadence.kind', 'unreadable', '"each", "within"'],
    [
      withItem({ cadence: { kind: 'each', unit: 'quarter', times: 2 } }),
      2,
      'cadence.times',
      'name-unknown',
      'spelling',
    ],
    [withItem({ cadence: { kind: 'by', on: '31.10.2026' } }), 2, 'cadence.on', 'unreadable', '"2026-03-27"'],
    [
      withItem({ cadence: { kind: 'by', on: '2027-10-31' } }),
      2,
      'cadence',
      'window-outside-year',
      'the year of the file',
    ],
    [
      withItem({ cadence: { kind: 'rule', rrule: 'EVERY DAY', shift: 'back' } }),
      2,
      'cadence',
      'rule-unreadable',
      'FREQ=',
    ],
    [withItem({ times: 13 }), 2, 'times', 'times-out-of-range', 'from 1 to 12'],
    [withItem({ target: 1.5 }), 2, 'target', 'unreadable', 'a whole number'],
    [
      withItem({ responsibleAccountId: 'nobody' }),
      2,
      'responsibleAccountId',
      'name-not-in-roster',
      'add it to the roster',
    ],
    [
      withItem({ workflow: 'solicitation', participants: 'none' }),
      2,
      'participants',
      'participants-missing',
      '"members"',
    ],
  ])('%j: item %s, %s: %s', (json, at, field, code, remedy) => {
    const reading = readPlanFile(JSON.parse(JSON.stringify(json)));
    if (reading.ok) throw new Error('It was read.');
    expect(reading.faults).toMatchObject([{ item: at, field, code }]);
    expect(reading.faults[0]?.english).toContain(remedy);
    expect(reading.faults[0]?.chinese).toMatch(/\p{Script=Han}/u);
  });

  it('all at once, and nothing is rehearsed', async () => {
    const faulty = {
      year: 2026,
      items: [
        { ...item, target: 0 },
        { ...item, times: 99 },
      ],
    };
    const ran = await xushi(['plan', 'rehearse', file('faulty.json', faulty), '--json']);
    expect(ran.exit).toBe(1);
    expect(ran.json()).toMatchObject({ error: { code: 'plan-file-faulty', faults: [{ item: 1 }, { item: 2 }] } });
    expect(ran.stderr).toContain('item 1 "学习", target: 0 – write a whole number from 1 to 99.');
    expect(ran.stderr).toContain('第 2 项 "学习" times：99，请写 1 至 12 的整数。');
  });
});

it.each([
  ['a file that is not there', () => join(folder, 'absent.json'), 2, 'does not exist'],
  ['a folder', () => folder, 2, 'is a folder'],
  ['no JSON', () => file('plan.txt', '2026年工作计划'), 1, 'is not JSON'],
])('%s is refused by name', async (_case, path, exit, words) => {
  const ran = await xushi(['plan', 'rehearse', path()]);
  expect(ran).toMatchObject({ exit, stdout: '' });
  expect(ran.stderr).toContain(words);
});

it('a relative path counts from where the command was typed', async () => {
  file('here.json', example());
  expect(await xushi(['plan', 'rehearse', 'here.json'], { env: { INIT_CWD: folder } })).toMatchObject({ exit: 0 });
});
