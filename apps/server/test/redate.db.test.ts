import type { DateMove } from '../src/capabilities/work-calendar/index.js';
import { type AnchorInput, SaveAnchor } from '../src/capabilities/work-calendar/save-anchor.js';
import { plainItem, type ScenarioItem } from '../src/scenarios/scenario.js';
import { liveUntil, publishedYear, type TownshipYear } from './township-year.js';

/** Within 30 days after the plenary session closes, and each quarter. */
const items = (): ScenarioItem[] => [
  {
    ...plainItem,
    title: '学习贯彻全会精神座谈会',
    category: 'study',
    workflow: 'activity',
    cadence: {
      kind: 'anchored',
      anchor: 'event:plenary-closes',
      from: null,
      to: { unit: 'calendar-days', count: 30 },
      shift: 'forward',
    },
  },
  {
    ...plainItem,
    title: '委员活动',
    category: 'activity',
    workflow: 'activity',
    cadence: { kind: 'each', unit: 'quarter' },
  },
];

let world: TownshipYear;
beforeEach(async () => {
  world = await publishedYear({ items });
});
afterEach(() => world.close());

const closes = (committee: string, on: string | null, changes: Partial<AnchorInput> = {}): AnchorInput => ({
  committeeId: world.township.committeeId(committee),
  year: 2026,
  key: 'plenary-closes',
  name: '全会闭幕',
  on,
  isProvisional: false,
  lockVersion: null,
  isTrial: false,
  ...changes,
});
const clerk = () => world.township.actor('clerk', world.clock.now());

async function save(input: AnchorInput): Promise<readonly DateMove[]> {
  const saveAnchor = world.app.get(SaveAnchor);
  const preview = await saveAnchor.run(clerk(), { ...input, isTrial: true });
  const saved = await saveAnchor.run(clerk(), input);
  if (!saved.ok || !preview.ok) throw new Error(JSON.stringify([preview, saved]));
  // What was shown is what was done.
  expect(saved.value).toEqual(preview.value);
  return saved.value;
}
const say = ({ title, change, from, to, why }: DateMove) => [title, change, from, to, why].filter(Boolean).join(' ');

/** The session's task, as it stands. */
async function task() {
  const [row] = await world.owner<{ id: string; due_on: string; status: string; due_reason: { provisional: boolean } }>(
    `select t.id, t.due_on, t.status, t.due_reason from task t join workflow_instance i on i.id = t.instance_id
     where i.title = '学习贯彻全会精神座谈会' and t.kind = 'hold-activity' order by t.opened_at desc`,
  );
  return row;
}

test('an item that hangs on an open day has no date until the day is entered, then comes with its task', async () => {
  expect(await task()).toBeUndefined();
  expect((await save(closes('township', '2026-01-15', { isProvisional: true }))).map(say)).toEqual([
    '学习贯彻全会精神座谈会 added 2026-02-14',
  ]);
  expect(await task()).toMatchObject({ due_on: '2026-02-14', status: 'open', due_reason: { provisional: true } });
});

test('the day moves: the task moves with it, what was still to be said for the old date is superseded', async () => {
  await save(closes('township', '2026-01-15', { isProvisional: true }));
  await liveUntil(world, '2026-02-05T10:00');
  const moves = await save(closes('township', '2026-02-10', { lockVersion: 1 }));
  expect(moves.map(say)).toEqual(['学习贯彻全会精神座谈会 moved 2026-02-14 2026-03-12']);
  const { id } = (await task())!;
  expect(await task()).toMatchObject({ due_on: '2026-03-12', status: 'open', due_reason: { provisional: false } });
  await liveUntil(world, '2026-03-20T10:00');
  const rungs = await world.owner<{ line: string }>(
    `select concat_ws(' ', due_on, rung, on_date, outcome, reason) as line from reminder where task_id = $1
     order by due_on, on_date, rung`,
    [id],
  );
  expect(rungs.map(({ line }) => line)).toEqual([
    '2026-02-14 T-30 2026-01-15 sent reached',
    '2026-02-14 T-15 2026-01-30 sent reached',
    '2026-02-14 T-7 2026-02-05 sent reached',
    '2026-02-14 T-3 2026-02-11 superseded anchor-moved',
    '2026-02-14 T-1 2026-02-13 superseded anchor-moved',
    '2026-02-14 T+0 2026-02-14 superseded anchor-moved',
    '2026-02-14 T+1 2026-02-24 superseded anchor-moved',
    '2026-02-14 T+3 2026-02-26 superseded anchor-moved',
    '2026-02-14 T+7 2026-03-03 superseded anchor-moved',
    '2026-03-12 T-30 2026-02-10 sent reached',
    '2026-03-12 T-15 2026-02-25 sent reached',
    '2026-03-12 T-7 2026-03-03 sent reached',
    '2026-03-12 T-3 2026-03-09 sent reached',
    '2026-03-12 T-1 2026-03-11 sent reached',
    '2026-03-12 T+0 2026-03-12 sent reached',
    '2026-03-12 T+1 2026-03-13 sent reached',
    '2026-03-12 T+3 2026-03-17 sent reached',
  ]);
});

test('the same day, no longer provisional: confirmed, and nothing is said twice', async () => {
  await save(closes('township', '2026-01-15', { isProvisional: true }));
  expect((await save(closes('township', '2026-01-15', { lockVersion: 1 }))).map(say)).toEqual([
    '学习贯彻全会精神座谈会 confirmed 2026-02-14 2026-02-14',
  ]);
  expect(await task()).toMatchObject({ due_on: '2026-02-14', due_reason: { provisional: false } });
  await liveUntil(world, '2026-02-20T10:00');
  const [count] = await world.owner<{ rungs: number; twice: number }>(
    `select count(*)::int as rungs, (count(*) - count(distinct rung))::int as twice from reminder where task_id = $1`,
    [(await task())!.id],
  );
  expect(count).toEqual({ rungs: 6, twice: 0 });
});

test('a township goes by its county’s session until it enters one of its own', async () => {
  const county = world.township.actor('administrator', world.clock.now());
  const asCountyClerk = {
    ...county,
    memberships: county.memberships.map((one) => ({ ...one, role: 'staff' as const })),
  };
  const saved = await world.app.get(SaveAnchor).run(asCountyClerk, closes('county', '2026-01-15'));
  expect(saved).toMatchObject({ ok: true, value: [{ change: 'added', to: '2026-02-14' }] });
  expect((await save(closes('township', '2026-01-20'))).map(say)).toEqual([
    '学习贯彻全会精神座谈会 moved 2026-02-14 2026-02-24',
  ]);
  const again = await world.app.get(SaveAnchor).run(asCountyClerk, closes('county', '2026-01-22', { lockVersion: 1 }));
  expect(again).toEqual({ ok: true, value: [] });
});

test.each([
  [{ key: '全会 闭幕' }, 'anchor-key-invalid', 'key'],
  [{ name: ' ' }, 'name-missing', 'name'],
  [{ on: null, isProvisional: true }, 'provisional-without-date', 'on'],
  [{ on: '2024-12-31' }, 'date-outside-year', 'on'],
] as const)('%j is refused and nothing is written', async (changes, reason, field) => {
  const result = await world.app.get(SaveAnchor).run(clerk(), { ...closes('township', '2026-01-15'), ...changes });
  expect(result).toEqual({ ok: false, why: 'refused', reason, field });
  expect(await world.owner('select * from anchor')).toEqual([]);
});

test('two clerks at once: the second sees that the first has saved', async () => {
  const saveAnchor = world.app.get(SaveAnchor);
  const answers = await Promise.all([
    saveAnchor.run(clerk(), closes('township', '2026-01-15')),
    saveAnchor.run(clerk(), closes('township', '2026-01-16')),
  ]);
  expect(answers.map((one) => (one.ok ? 'saved' : one.why)).sort()).toEqual(['conflict', 'saved']);
});
