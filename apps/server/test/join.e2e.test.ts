import { ActOnCase } from '../src/capabilities/workflow/index.js';
import { plainItem, type ScenarioItem } from '../src/scenarios/scenario.js';
import { Browser, listen } from './support.js';
import { liveUntil, publishedYear, type TownshipYear } from './township-year.js';

/**
 * 2026 of a township of twelve, published on 5 January: two proposals of each member by Thursday 10 December, one line of
 * news of each member of the east group by Wednesday 30 September, a report of each unit by Tuesday 30 June, four activities.
 */
const items = (): ScenarioItem[] => [
  {
    ...plainItem,
    title: '提案',
    category: 'proposal',
    workflow: 'solicitation',
    cadence: { kind: 'by', on: '2026-12-10' },
    target: 2,
  },
  {
    ...plainItem,
    title: '东片组信息',
    category: 'opinion',
    workflow: 'solicitation',
    cadence: { kind: 'within', spans: [{ unit: 'quarter', number: 3 }] },
    target: 1,
    group: 'east',
  },
  {
    ...plainItem,
    title: '办理情况报告',
    category: 'proposal',
    workflow: 'solicitation',
    cadence: { kind: 'by', on: '2026-06-30' },
    participants: 'units',
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
let clerk: ReturnType<typeof clerkAt>;
beforeEach(async () => {
  world = await publishedYear({ items, groups: [{ key: 'east', kind: 'liaison', name: '东片组' }] });
  clerk = clerkAt(await listen(world));
});
afterEach(() => world.close());

interface Asked {
  asked: { title: string; taskKind: string; opensOn: string; dueOn: string; target: number; people: number }[];
}

/** The clerk, who signs in anew each time: months lie between. */
function clerkAt(baseUrl: string) {
  const browser = new Browser(baseUrl);
  const post = async (path: string, body: object) => {
    expect(await browser.signIn('ganshi')).toMatchObject({ status: 200 });
    return browser.call('POST', `/api/committees/${world.committeeId}/roster${path}`, body);
  };
  const saved = async (path: string, body: object) => {
    const answer = await post(path, body);
    expect({ status: answer.status, body: answer.status === 200 ? null : answer.body }).toEqual({
      status: 200,
      body: null,
    });
    return answer.body as unknown as Asked & {
      accountId: string;
      fingerprint: string;
      offices: { membershipId: string }[];
    };
  };
  const person = (name: string, more: object = {}) => ({ name, gender: null, role: 'member', ...more });
  return {
    post,
    add: (name: string, fromOn: string, more: object = {}) => saved('/people', { person: person(name, more), fromOn }),
    correct: (membershipId: string, name: string, more: object = {}) =>
      saved(`/offices/${membershipId}`, { person: person(name, more) }),
    preview: (input: object) => saved('/preview', input),
    bringIn: (input: object) => saved('/import', input),
  };
}

const say = ({ asked }: Asked) =>
  asked.map((one) => `${one.title} ${one.opensOn}/${one.dueOn} ${one.target} of ${one.people}`);

/** What somebody owes, with how many timers stand for it. */
const owed = async (name: string) =>
  (
    await world.owner<{ line: string }>(
      `select concat_ws(' ', i.title, t.opens_on || '/' || t.due_on, t.target, t.status,
         case when t.held_at is not null then 'held' end,
         (select count(*) from timer m where m.subject_id = t.id and m.kind = 'ladder')) as line
       from task t join workflow_instance i on i.id = t.instance_id
       left join account a on a.id = t.holder_account_id left join handling_unit u on u.id = t.holder_unit_id
       where coalesce(a.name, u.name) = $1 order by t.due_on, i.title`,
      [name],
    )
  ).map(({ line }) => line);
const history = async (title: string) =>
  (
    await world.owner<{ line: string }>(
      `select concat_ws(' ', e.event, b.name, e.input ->> 'names') as line from workflow_event e
       join workflow_instance i on i.id = e.instance_id left join account b on b.id = e.actor_account_id
       where i.title = $1 and e.event <> 'start' order by e.seq`,
      [title],
    )
  ).map(({ line }) => line);
const EAST = { group: '东片组' };

test('a member who comes in July owes the whole target from that day on, is reminded from then on, and once', async () => {
  await liveUntil(world, '2026-07-01T10:00');
  const added = await clerk.add('何春分', '2026-07-01');
  expect(say(added)).toEqual(['提案 2026-07-01/2026-12-10 2 of 1']);
  expect(await owed('何春分')).toEqual(['提案 2026-07-01/2026-12-10 2 open 1']);
  expect(await history('提案')).toEqual(['joined 林晓雨 何春分']);
  // The second half of a double click: that person is on record.
  expect(
    await clerk.post('/people', { person: { name: '何春分', gender: null, role: 'member' }, fromOn: '2026-07-01' }),
  ).toMatchObject({
    body: { data: { reason: 'same-name' } },
  });
  expect(await owed('何春分')).toHaveLength(1);
  // Nothing of the months before, and then what everybody gets.
  await liveUntil(world, '2026-11-20T10:00');
  const told = (name: string) =>
    world.owner(
      `select r.rung, r.on_date, r.outcome from reminder r join task t on t.id = r.task_id
       join workflow_instance i on i.id = t.instance_id join account a on a.id = t.holder_account_id
       where a.name = $1 and i.title = '提案' order by r.on_date, r.rung`,
      [name],
    );
  expect(await told('何春分')).toEqual([]);
  await liveUntil(world, '2026-12-10T18:00');
  const [old] = await world.owner<{ name: string }>('select name from account where login_name = $1', ['weiyuan1']);
  expect(await told('何春分')).toEqual(await told(old!.name));
  expect((await told('何春分')).length).toBeGreaterThan(1);
});

test('a list says what its people will be asked for, and the same list again asks nobody twice', async () => {
  await liveUntil(world, '2026-07-01T10:00');
  const list = { source: { text: '姓名\t小组\n唐夏至\t\n陆大寒\t\n何春分\t东片组' }, kind: 'people' };
  const seen = await clerk.preview(list);
  expect(await owed('何春分')).toEqual([]);
  expect(say(seen)).toEqual(['东片组信息 2026-07-01/2026-09-30 1 of 1', '提案 2026-07-01/2026-12-10 2 of 3']);
  expect(say(await clerk.bringIn({ ...list, fingerprint: seen.fingerprint }))).toEqual(say(seen));
  const proposals = '提案 2026-07-01/2026-12-10 2 open 1';
  expect(await owed('何春分')).toEqual(['东片组信息 2026-07-01/2026-09-30 1 open 1', proposals]);
  expect(await owed('唐夏至')).toEqual([proposals]);
  expect(await history('提案')).toEqual(['joined 林晓雨 唐夏至、陆大寒、何春分']);
  // Brought in again, with one mended and one more.
  const again = {
    ...list,
    source: { text: '姓名\t小组\t职务\n唐夏至\t\t\n陆大寒\t\t\n冯立冬\t\t\n何春分\t东片组\t组长' },
  };
  const seenAgain = await clerk.preview(again);
  expect(say(seenAgain)).toEqual(['提案 2026-07-01/2026-12-10 2 of 1']);
  await clerk.bringIn({ ...again, fingerprint: seenAgain.fingerprint });
  expect(await owed('何春分')).toHaveLength(2);
  expect(await owed('冯立冬')).toEqual([proposals]);
});

test('who comes into a group is asked for what it is asked for, and only then', async () => {
  await liveUntil(world, '2026-08-03T10:00');
  const { offices } = await clerk.add('何春分', '2026-08-03');
  const { membershipId } = offices[0]!;
  expect(say(await clerk.correct(membershipId, '何春分', { phone: '13800000101' }))).toEqual([]);
  expect(say(await clerk.correct(membershipId, '何春分', EAST))).toEqual(['东片组信息 2026-08-03/2026-09-30 1 of 1']);
  expect(say(await clerk.correct(membershipId, '何春分'))).toEqual([]);
  expect(say(await clerk.correct(membershipId, '何春分', EAST))).toEqual([]);
  // Members of old who come into the group, by a list.
  const [old] = await world.owner<{ name: string }>('select name from account where login_name = $1', ['weiyuan1']);
  const list = { source: { text: `姓名\t小组\n${old!.name}\t东片组` }, kind: 'people' };
  const seen = await clerk.preview(list);
  expect(say(seen)).toEqual(['东片组信息 2026-08-03/2026-09-30 1 of 1']);
  expect(say(await clerk.bringIn({ ...list, fingerprint: seen.fingerprint }))).toEqual(say(seen));
  expect((await owed(old!.name)).map((line) => line.split(' ')[0])).toEqual(['东片组信息', '提案']);
});

test('an office that begins later asks on its first day, by the plan and the roster of that day', async () => {
  await liveUntil(world, '2026-06-22T10:00');
  expect(say(await clerk.add('何春分', '2026-07-01', EAST))).toEqual([]);
  expect(say(await clerk.add('唐夏至', '2026-07-01'))).toEqual([]);
  await world.owner(
    `update membership set to_on = '2026-06-30', from_on = '2026-06-23' where account_id = (select id from account where name = '唐夏至')`,
  );
  await liveUntil(world, '2026-06-30T23:59');
  expect(await owed('何春分')).toEqual([]);
  await liveUntil(world, '2026-07-01T08:00');
  expect(await owed('何春分')).toEqual([
    '东片组信息 2026-07-01/2026-09-30 1 open 1',
    '提案 2026-07-01/2026-12-10 2 open 1',
  ]);
  expect(await owed('唐夏至')).toEqual([]);
  expect(await history('提案')).toEqual(['joined 何春分']);
  expect(await world.owner(`select count(*)::int as n from timer where kind = 'office-begins'`)).toEqual([{ n: 0 }]);
});

test('a unit is asked when somebody begins to speak for it, and waits for its release as units do', async () => {
  await liveUntil(world, '2026-03-02T10:00');
  const asked = ['办理情况报告 2026-03-02/2026-06-30 1 of 1'];
  expect(say(await clerk.add('何春分', '2026-03-02', { role: 'unit', unit: '县交通局' }))).toEqual(asked);
  expect(await owed('县交通局')).toEqual(['办理情况报告 2026-03-02/2026-06-30 1 open held 0']);
  expect(say(await clerk.add('唐夏至', '2026-03-02', { role: 'unit', unit: '县交通局' }))).toEqual([]);
});

test('an invitation for a day still to come is sent after; what is due or done is asked of nobody', async () => {
  await liveUntil(world, '2026-06-01T10:00');
  const [second] = await world.owner<{ id: string; lock_version: number }>(
    `select i.id, i.lock_version from workflow_instance i join occurrence o on o.id = i.occurrence_id
     where i.title = '委员活动' and o.key = '2026-Q2'`,
  );
  const { committeeId, township } = world;
  const arranged = await world.app.get(ActOnCase).run(township.actor('clerk', world.clock.now()), {
    ...{ committeeId, instanceId: second!.id, lockVersion: second!.lock_version },
    ...{ event: 'arrange', input: { heldOn: '2026-06-20' } },
  });
  expect(arranged).toMatchObject({ ok: true });
  const [invited] = say(await clerk.add('何春分', '2026-06-01')).filter((line) => line.startsWith('委员活动'));
  expect(invited).toMatch(/^委员活动 2026-06-01\/2026-06-1\d 1 of 1$/);
  await liveUntil(world, '2026-06-19T10:00');
  expect(say(await clerk.add('唐夏至', '2026-06-19'))).toEqual(['提案 2026-06-19/2026-12-10 2 of 1']);
  // Due that very day: no more.
  await liveUntil(world, '2026-12-10T10:00');
  expect(say(await clerk.add('陆大寒', '2026-12-10'))).toEqual([]);
  expect(await owed('陆大寒')).toEqual([]);
});
