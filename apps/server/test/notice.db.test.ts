import { AddClosing } from '../src/capabilities/work-calendar/add-closing.js';
import { ImportYear } from '../src/capabilities/work-calendar/import-year.js';
import type { DateMove } from '../src/capabilities/work-calendar/index.js';
import { SaveAnchor } from '../src/capabilities/work-calendar/save-anchor.js';
import { ActOnCase } from '../src/capabilities/workflow/index.js';
import { plainItem, type ScenarioItem } from '../src/scenarios/scenario.js';
import { liveUntil, publishedYear, type TownshipYear } from './township-year.js';

/**
 * An invented notice for 2027 in the shape of the public data set: the Spring Festival 5 to 12 February, National Day
 * with the day before it, and six weekend days worked in exchange.
 */
const days = (name: string, from: string, to: string) => {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  return Array.from({ length: first.until(last).days + 1 }, (_, index) => ({
    name,
    date: first.add({ days: index }).toString(),
    isOffDay: true,
  }));
};
const worked = (name: string, date: string) => ({ name, date, isOffDay: false });
const notice2027 = {
  year: 2027,
  papers: [],
  days: [
    ...days('元旦', '2027-01-01', '2027-01-03'),
    worked('春节', '2027-01-31'),
    ...days('春节', '2027-02-05', '2027-02-12'),
    worked('春节', '2027-02-13'),
    ...days('清明节', '2027-04-03', '2027-04-05'),
    worked('劳动节', '2027-04-25'),
    ...days('劳动节', '2027-05-01', '2027-05-05'),
    worked('劳动节', '2027-05-08'),
    ...days('端午节', '2027-06-09', '2027-06-09'),
    ...days('中秋节', '2027-09-15', '2027-09-15'),
    worked('国庆节', '2027-09-26'),
    ...days('国庆节', '2027-09-30', '2027-10-07'),
    worked('国庆节', '2027-10-09'),
  ],
};

const items = (): ScenarioItem[] => [
  {
    ...plainItem,
    title: '委员活动',
    category: 'activity',
    workflow: 'activity',
    cadence: { kind: 'each', unit: 'quarter' },
  },
  {
    ...plainItem,
    title: '提交提案',
    category: 'proposal',
    workflow: 'solicitation',
    cadence: { kind: 'by', on: '2027-05-05' },
    target: 2,
  },
  {
    ...plainItem,
    title: '传达全会精神',
    category: 'study',
    workflow: 'activity',
    cadence: {
      kind: 'anchored',
      anchor: 'event:plenary-closes',
      from: null,
      to: { unit: 'workdays', count: 20 },
      shift: 'none',
    },
  },
  {
    ...plainItem,
    title: '重阳节走访慰问',
    category: 'welfare',
    workflow: 'activity',
    cadence: {
      kind: 'anchored',
      anchor: 'festival:double-ninth',
      from: { unit: 'calendar-days', count: -7 },
      to: { unit: 'calendar-days', count: 0 },
      shift: 'back',
    },
  },
];

let world: TownshipYear;
const actor = (key: string) => world.township.actor(key, world.clock.now());
const importing = (isTrial: boolean) =>
  world.app.get(ImportYear).run(actor('administrator'), {
    committeeId: world.township.committeeId('county'),
    notice: notice2027,
    lockVersion: 0,
    isTrial,
  });
const say = ({ title, what, change, from, to }: DateMove) =>
  `${title} ${'occurrenceKey' in what ? what.occurrenceKey : 'taskKind' in what ? what.taskKind : ''} ${change} ${from} ${to}`;

describe('the plan of 2027, published while no notice is known', () => {
  beforeEach(async () => {
    world = await publishedYear({ items, year: 2027, at: '2026-12-21T10:00' });
    const saved = await world.app.get(SaveAnchor).run(actor('clerk'), {
      committeeId: world.committeeId,
      year: 2027,
      key: 'plenary-closes',
      name: '全会闭幕',
      on: '2027-01-08',
      isProvisional: false,
      lockVersion: null,
      isTrial: false,
    });
    expect(saved).toMatchObject({ ok: true });
  });
  afterEach(() => world.close());

  const EXPECTED = [
    '委员活动 2027-Q1 confirmed 2027-03-31 2027-03-31',
    '委员活动 2027-Q2 confirmed 2027-06-30 2027-06-30',
    // 30 September is off now.
    '委员活动 2027-Q3 moved 2027-09-30 2027-09-29',
    '委员活动 2027-Q4 confirmed 2027-12-31 2027-12-31',
    // Without a notice only 1 and 2 May are off; with it the limit goes back before the holiday.
    '提交提案 2027-05-05 moved 2027-05-05 2027-04-30',
    // Sunday 31 January is worked, 5 to 12 February are off: the twentieth working day comes five days earlier.
    '传达全会精神 2027@event:plenary-closes moved 2027-02-09 2027-02-04',
    // 8 October 2027 is the ninth of the ninth month, a working day either way.
    '重阳节走访慰问 2027@festival:double-ninth confirmed 2027-10-08 2027-10-08',
  ];

  test('importing the notice moves exactly the dates it should, as the trial run says', async () => {
    const trial = await importing(true);
    if (!trial.ok) throw new Error(JSON.stringify(trial));
    expect(trial.value.faults).toEqual([]);
    expect(trial.value.moves.map(say)).toEqual(EXPECTED);
    const due = () =>
      world.owner<{ line: string }>(
        `select distinct i.title || ' ' || o.key || ' ' || t.due_on as line, (t.due_reason ->> 'provisional') as provisional
         from task t join workflow_instance i on i.id = t.instance_id join occurrence o on o.id = i.occurrence_id
         order by line`,
      );
    const before = await due();
    expect(new Set(before.map((row) => (row as unknown as { provisional: string }).provisional))).toEqual(
      new Set(['true']),
    );

    const made = await importing(false);
    expect(made).toMatchObject({ ok: true, value: { isMade: true, moves: trial.value.moves } });
    const after = await due();
    expect(new Set(after.map((row) => (row as unknown as { provisional: string }).provisional))).toEqual(
      new Set(['false']),
    );
    expect(after.map(({ line }) => line)).toEqual([
      '传达全会精神 2027@event:plenary-closes 2027-02-04',
      '委员活动 2027-Q1 2027-03-31',
      '委员活动 2027-Q2 2027-06-30',
      '委员活动 2027-Q3 2027-09-29',
      '委员活动 2027-Q4 2027-12-31',
      '提交提案 2027-05-05 2027-04-30',
      '重阳节走访慰问 2027@festival:double-ninth 2027-10-08',
    ]);
    // Imported again, nothing is left to move.
    const again = await world.app.get(ImportYear).run(actor('administrator'), {
      committeeId: world.township.committeeId('county'),
      notice: notice2027,
      lockVersion: made.ok ? made.value.lockVersion : 0,
      isTrial: false,
    });
    expect(again).toMatchObject({ ok: true, value: { moves: [], changedDays: [] } });
  });

  test('the reminders follow: each member hears of the proposals by the new date, and of the old one no more', async () => {
    await importing(false);
    await liveUntil(world, '2027-06-30T20:00');
    const told = await world.owner<{ line: string; people: number }>(
      `select r.due_on || ' ' || r.rung || ' ' || r.on_date || ' ' || r.outcome as line, count(*)::int as people
       from reminder r join task t on t.id = r.task_id where t.kind = 'contribute' group by line order by line`,
    );
    expect(told).toEqual(
      // What the old date would still have caused is kept with the days it would have come on by the new calendar.
      [
        '2027-04-30 T+0 2027-04-30 sent',
        '2027-04-30 T+1 2027-05-06 sent',
        '2027-04-30 T+3 2027-05-08 sent',
        '2027-04-30 T-15 2027-04-15 sent',
        '2027-04-30 T-3 2027-04-27 sent',
        '2027-05-05 T+0 2027-04-30 superseded',
        '2027-05-05 T+1 2027-05-06 superseded',
        '2027-05-05 T+3 2027-05-08 superseded',
        '2027-05-05 T-15 2027-04-20 superseded',
        '2027-05-05 T-3 2027-04-28 superseded',
      ].map((line) => ({ line, people: 12 })),
    );
  });
});

test('a date that an action made by counting working days is counted anew when the committee closes for a day', async () => {
  world = await publishedYear();
  await liveUntil(world, '2026-07-06T10:00');
  const [inspection] = await world.owner<{ id: string; lock_version: number }>(
    `select i.id, i.lock_version from workflow_instance i where i.title = '社会保障情况视察调研'`,
  );
  const recorded = await world.app.get(ActOnCase).run(actor('clerk'), {
    committeeId: world.committeeId,
    instanceId: inspection!.id,
    lockVersion: inspection!.lock_version,
    event: 'record',
    input: { doneOn: '2026-07-06' },
  });
  expect(recorded).toMatchObject({ ok: true });
  const closed = await world.app.get(AddClosing).run(actor('clerk'), {
    committeeId: world.committeeId,
    on: '2026-07-15',
    name: '乡庙会',
    isTrial: false,
  });
  if (!closed.ok) throw new Error(JSON.stringify(closed));
  expect(closed.value.moves.map(say)).toEqual(['社会保障情况视察调研 write-report moved 2026-07-27 2026-07-28']);
  const [task] = await world.owner("select due_on, due_reason from task where kind = 'write-report'");
  expect(task).toEqual({
    due_on: '2026-07-28',
    due_reason: { rule: 'workdays-after-done', from: '2026-07-06', workdays: 15, provisional: false },
  });
  await world.close();
});
