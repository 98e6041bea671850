import { ClosePlan, ReadClosing } from '../src/capabilities/annual-plan/index.js';
import { ActOnCase } from '../src/capabilities/workflow/index.js';
import { Doors } from '../src/platform/database/doors.js';
import { plainItem, type ScenarioItem } from '../src/scenarios/scenario.js';
import { at, liveUntil, publishedYear, type TownshipYear } from './township-year.js';

const duty = { ...plainItem, category: 'other', workflow: 'duty', participants: 'none', responsible: 'clerk' } as const;
const items = (): ScenarioItem[] => [
  {
    ...plainItem,
    title: '委员活动',
    category: 'activity',
    workflow: 'activity',
    cadence: { kind: 'each', unit: 'half-year' },
  },
  {
    ...plainItem,
    title: '视察供水工程',
    category: 'inspection',
    workflow: 'inspection',
    cadence: { kind: 'by', on: '2026-05-20' },
    responsible: 'clerk',
    reportWanted: true,
  },
  { ...duty, title: '走访困难群众', cadence: { kind: 'by', on: '2026-02-10' } },
  { ...duty, title: '编印委员风采', cadence: { kind: 'by', on: '2026-09-30' } },
];

let world: TownshipYear;
beforeEach(async () => {
  world = await publishedYear({ items });
});
afterEach(() => world.close());

const actor = (key = 'clerk') => world.township.actor(key, world.clock.now());

async function closing() {
  const { app, committeeId, planId, township } = world;
  const read = await app
    .get(Doors)
    .inTenant(township.tenants(), (tx) => app.get(ReadClosing).run(tx, actor(), { committeeId, planId }));
  if (read === null) throw new Error('The plan is gone.');
  return read;
}

type Closing = Parameters<ClosePlan['run']>[1];

/** What the clerk would send from the page as it stands: a reason of its own for each run. */
async function filledIn(): Promise<Closing> {
  const { undone, lockVersion } = await closing();
  return {
    committeeId: world.committeeId,
    planId: world.planId,
    lockVersion,
    note: '经主任会议研究',
    undone: undone.map((one) => ({ ...one, reason: `${one.title}：条件不具备` })),
  };
}
const close = (input: Closing, who = 'clerk') => world.app.get(ClosePlan).run(actor(who), input);

async function act(title: string, event: string, input: Record<string, string>, who = 'clerk') {
  const [one] = await world.owner<{ id: string; lock_version: number }>(
    `select i.id, i.lock_version from workflow_instance i left join occurrence o on o.id = i.occurrence_id
     where i.title = $1 order by o.due_on limit 1`,
    [title],
  );
  return world.app.get(ActOnCase).run(actor(who), {
    committeeId: world.committeeId,
    instanceId: one!.id,
    lockVersion: one!.lock_version,
    event,
    input,
  });
}
const planTitle = async () => (await world.owner<{ title: string }>('select title from plan'))[0]!.title;
const states = async () =>
  (
    await world.owner<{ line: string }>(
      `select i.title || ' ' || coalesce(o.key, '-') || ' ' || i.state as line
       from workflow_instance i left join occurrence o on o.id = i.occurrence_id order by o.due_on nulls first, i.title`,
    )
  ).map(({ line }) => line);

/** A year in which one thing was done late, one is held and owes its report, two were not done. */
async function yearEnds(): Promise<void> {
  await liveUntil(world, '2026-03-05T09:00');
  expect(await act('走访困难群众', 'finish', { doneOn: '2026-02-20' })).toMatchObject({ ok: true });
  await liveUntil(world, '2026-05-20T09:00');
  expect(await act('视察供水工程', 'record', { doneOn: '2026-05-20' })).toMatchObject({ ok: true });
  expect(await act('委员活动', 'record', { doneOn: '2026-05-20' })).toMatchObject({ ok: true });
  await liveUntil(world, '2026-12-28T09:00');
}

test('done, done late, not done and owed are told apart, and looking writes nothing', async () => {
  await yearEnds();
  const before = await states();
  expect(await closing()).toMatchObject({
    isClosed: false,
    closed: null,
    mayClose: true,
    done: 2,
    doneLate: 1,
    postponed: 0,
    notDone: [],
    undone: [
      { title: '编印委员风采', dueOn: '2026-09-30', responsibleName: '林晓雨', isAhead: false },
      { title: '委员活动', key: '2026-H2', isAhead: true },
    ],
    owed: [{ title: '视察供水工程', state: 'reporting' }],
  });
  expect(await states()).toEqual(before);
});

test('a plan is closed with what was not done and why; its tasks and reminders end, what is owed stays', async () => {
  await yearEnds();
  expect(await close(await filledIn())).toEqual({ ok: true, value: { isClosed: true, notDone: 2, faults: [] } });
  expect(await closing()).toMatchObject({
    isClosed: true,
    mayClose: false,
    closed: { byName: '林晓雨', note: '经主任会议研究' },
    done: 2,
    undone: [],
    notDone: [
      { title: '编印委员风采', reason: '编印委员风采：条件不具备', byName: '林晓雨', at: expect.any(String) },
      { title: '委员活动', key: '2026-H2', reason: '委员活动：条件不具备' },
    ],
    owed: [{ title: '视察供水工程' }],
  });
  const open = await world.owner(
    `select i.title, t.kind from task t join workflow_instance i on i.id = t.instance_id where t.status = 'open'`,
  );
  expect(open).toEqual([{ title: '视察供水工程', kind: 'write-report' }]);
  const waiting = await world.owner(
    `select distinct i.title from timer r join task t on t.id = r.subject_id join workflow_instance i on i.id = t.instance_id`,
  );
  expect(waiting.filter(({ title }) => title !== '视察供水工程')).toEqual([]);
});

test('a bare close is refused while anything is undone, and passes when nothing is', async () => {
  await yearEnds();
  const title = await planTitle();
  expect(await act(title, 'close', {})).toMatchObject({ ok: false, reason: 'plan-has-undone' });
  expect(await act('编印委员风采', 'finish', { doneOn: '2026-12-20' })).toMatchObject({ ok: true });
  await world.owner(`update workflow_instance set state = 'closed', is_final = true where title = '委员活动'`);
  expect(await act(title, 'close', {})).toMatchObject({ ok: true });
});

test('a clerk still calls off no single matter', async () => {
  expect(await act('编印委员风采', 'drop', { reason: '算了' })).toMatchObject({
    ok: false,
    reason: 'role-not-allowed',
  });
});

test('two clicks at once close it once', async () => {
  await yearEnds();
  const input = await filledIn();
  const answers = await Promise.all([close(input), close(input)]);
  expect(answers.filter((one) => one.ok)).toHaveLength(1);
  expect(answers.find((one) => !one.ok)).toMatchObject({ why: 'refused', reason: 'action-not-known-here' });
  const drops = await world.owner(`select from workflow_event where event = 'drop'`);
  expect(drops).toHaveLength(2);
});

test('somebody finishes a matter at the very moment: one of the two is told, and nothing is half written', async () => {
  await yearEnds();
  const input = await filledIn();
  const [closed, finished] = await Promise.all([close(input), act('编印委员风采', 'finish', { doneOn: '2026-12-20' })]);
  const printing = (await states()).find((line) => line.startsWith('编印委员风采'));
  if (finished.ok) {
    expect(closed).toMatchObject({ value: { isClosed: false, faults: [{ title: '编印委员风采', why: 'changed' }] } });
    expect(printing).toMatch(/closed$/);
  } else {
    expect(closed).toMatchObject({ value: { isClosed: true } });
    expect(printing).toMatch(/dropped$/);
  }
});

const without = (title: string) => (input: Closing) => ({
  ...input,
  undone: input.undone.filter((_, index) => index !== (title === '编印委员风采' ? 0 : 1)),
});

test.each<[string, (input: Closing) => Closing | Promise<Closing>, object]>([
  [
    'with a run left out',
    without('委员活动'),
    { value: { isClosed: false, faults: [{ title: '委员活动', why: 'reason-missing' }] } },
  ],
  [
    'with a blank reason',
    (input) => ({ ...input, undone: input.undone.map((one) => ({ ...one, reason: ' ' })) }),
    { value: { isClosed: false, faults: [{ why: 'reason-missing' }, { why: 'reason-missing' }] } },
  ],
  [
    'when a run was finished since it was looked at',
    async (input) => {
      await act('编印委员风采', 'finish', { doneOn: '2026-12-20' });
      return input;
    },
    { value: { isClosed: false, faults: [{ title: '编印委员风采', why: 'changed' }] } },
  ],
  [
    'when a run was touched since it was looked at',
    async (input) => {
      await world.owner(`update workflow_instance set lock_version = lock_version + 1 where title = '编印委员风采'`);
      return input;
    },
    { value: { isClosed: false, faults: [{ title: '编印委员风采', why: 'changed' }] } },
  ],
  ['that changed since it was looked at', (input) => ({ ...input, lockVersion: 99 }), { why: 'conflict' }],
  [
    'with a reason for a run of no plan',
    (input) => ({ ...input, undone: [{ instanceId: crypto.randomUUID(), lockVersion: 1, reason: '无' }] }),
    { why: 'missing' },
  ],
  [
    'that is being amended',
    async (input) => {
      expect(await act(await planTitle(), 'amend', {})).toMatchObject({ ok: true });
      return input;
    },
    { reason: 'action-not-known-here' },
  ],
])('closing a plan %s is refused and writes nothing', async (_what, change, refusal) => {
  await yearEnds();
  const input = await change(await filledIn());
  const before = await states();
  expect(await close(input)).toMatchObject(refusal);
  expect(await states()).toEqual(before);
});

test('the clerk of another committee finds no such plan', async () => {
  await yearEnds();
  const input = { ...(await filledIn()), committeeId: world.township.committeeId('sibling') };
  expect(await close(input, 'sibling-clerk')).toMatchObject({ ok: false, why: 'missing' });
});

test('a day moved to a later one counts as postponed, not as late', async () => {
  expect(await act(await planTitle(), 'amend', {})).toMatchObject({ ok: true });
  await world.owner(
    `update plan_item set cadence = '{"kind":"by","on":"2026-11-20"}' where title = '编印委员风采' and plan_id = $1`,
    [world.planId],
  );
  expect(await act(await planTitle(), 'publish-amendment', { reason: '经费推迟到位' })).toMatchObject({ ok: true });
  world.clock.moveTo(at('2026-11-15T09:00'));
  expect(await act('编印委员风采', 'finish', { doneOn: '2026-11-12' })).toMatchObject({ ok: true });
  expect(await closing()).toMatchObject({ done: 1, doneLate: 0, postponed: 1 });
});
