import { anchorDays } from '@xushi/domain';
import type { QueryRunner } from 'typeorm';
import { TaskListeners } from '../src/capabilities/task/index.js';
import { CalendarListeners, WorkCalendars } from '../src/capabilities/work-calendar/index.js';
import { CommitteeRules, TimerScheduler } from '../src/engine/index.js';
import { LadderProgress1764000000004 } from '../src/migrations/0004-ladder-progress.js';
import { PastDueRungs1764000000023 } from '../src/migrations/0023-past-due-rungs.js';
import { Doors } from '../src/platform/database/doors.js';
import { at, liveUntil, publishedYear, type TownshipYear } from './township-year.js';

const CLERK = '林晓雨';
const LEADER = '许建章';

let world: TownshipYear;
beforeEach(async () => {
  world = await publishedYear();
});
afterEach(() => world.close());

/** The first quarter's activity: opens on 2026-01-01, due on Tuesday 2026-03-31, owed by the clerk. */
async function firstQuarter() {
  const [task] = await world.owner<{ id: string; opens_on: string; due_on: string }>(
    `select t.id, t.opens_on, t.due_on from task t join workflow_instance w on w.id = t.instance_id
     join occurrence o on o.id = w.occurrence_id where t.kind = 'hold-activity' and o.key = '2026-Q1'`,
  );
  return task!;
}

/** Moves the first quarter's due date, as an amendment of the plan does. */
async function moveTo(dueOn: string) {
  const { id, opens_on: opensOn, due_on: previousDueOn } = await firstQuarter();
  const { app, committeeId, township } = world;
  await app.get(Doors).inTenant(township.tenants(), async (tx) => {
    await tx.query('update task set due_on = $3 where committee_id = $1 and id = $2', [committeeId, id, dueOn]);
    const rules = (await app.get(CommitteeRules).forCases(tx, [committeeId]))(committeeId, 1);
    const task = { committeeId, id, ladder: 'duty', opensOn, dueOn, previousOpensOn: opensOn, previousDueOn, rules };
    await app.get(TaskListeners).moved(tx, [task], 'plan-amended');
  });
}

/** Closes the committee on some days, as its administrator does on screen. */
async function closeOn(...days: string[]) {
  const { app, committeeId, township } = world;
  await world.owner(
    `insert into closing_day (committee_id, on_date, name) select $1, day, '休息日' from unnest($2::date[]) as day`,
    [committeeId, days],
  );
  await app.get(Doors).inTenant(township.tenants(), async (tx) => {
    const calendarOf = await app.get(WorkCalendars).of(tx, [committeeId]);
    const change = { because: 'calendar-changed', committeeIds: [committeeId], calendarOf, anchorsOf } as const;
    await app
      .get(CalendarListeners)
      .apply(tx, change, { accountId: null, roles: ['system'], onBehalfOfAccountId: null });
  });
}
const anchorsOf = async (_committeeId: string, year: number) => anchorDays(year, []);

/** What became of the first quarter's rungs for a due date: rung, its day, outcome or who was told, reason. */
async function rungs(dueOn: string, round = 1): Promise<string[]> {
  const { id } = await firstQuarter();
  const rows = await world.owner<{ line: string }>(
    `select concat_ws(' ', r.rung, r.on_date, case when r.outcome = 'sent' then null else r.outcome end,
         case when r.outcome = 'sent' then null else r.reason end, (
         select string_agg(a.name, ',') from notice n join account a on a.id = n.account_id
         where n.task_id = r.task_id and n.rung = r.rung and n.due_on = r.due_on and n.round = r.round)) as line
     from reminder r where r.task_id = $1 and r.due_on = $2 and r.round = $3
     order by r.on_date, array_position(array['T-30','T-15','T-7','T-3','T-1','T+0','T+1','T+3','T+7'], r.rung)`,
    [id, dueOn, round],
  );
  return rows.map((row) => row.line);
}

describe('a due date that moves', () => {
  test('what was to come for the old date is superseded with the reason, and the new date has a ladder of its own', async () => {
    await liveUntil(world, '2026-03-17T10:00');
    await moveTo('2026-04-30');
    await liveUntil(world, '2026-05-31T10:00');
    expect(await rungs('2026-03-31')).toEqual([
      `T-30 2026-02-28 ${CLERK}`,
      `T-15 2026-03-16 ${CLERK}`,
      'T-7 2026-03-20 superseded plan-amended',
      'T-3 2026-03-26 superseded plan-amended',
      'T-1 2026-03-30 superseded plan-amended',
      'T+0 2026-03-31 superseded plan-amended',
      'T+1 2026-04-01 superseded plan-amended',
      'T+3 2026-04-03 superseded plan-amended',
      'T+7 2026-04-10 superseded plan-amended',
    ]);
    // 1 to 5 May are off, Saturday the 9th is worked.
    expect(await rungs('2026-04-30')).toEqual([
      `T-30 2026-03-31 ${CLERK}`,
      `T-15 2026-04-15 ${CLERK}`,
      `T-7 2026-04-21 ${CLERK}`,
      `T-3 2026-04-27 ${CLERK}`,
      `T-1 2026-04-29 ${CLERK}`,
      `T+0 2026-04-30 ${CLERK}`,
      `T+1 2026-05-06 ${CLERK}`,
      `T+3 2026-05-08 ${LEADER}`,
      `T+7 2026-05-13 ${LEADER}`,
    ]);
  });

  test('to a near day: only the highest rung reached goes, the next working morning', async () => {
    await liveUntil(world, '2026-03-20T17:00'); // a Friday
    await moveTo('2026-03-26');
    await liveUntil(world, '2026-03-25T10:00');
    expect(await rungs('2026-03-26')).toEqual([
      'T-30 2026-03-23 superseded overtaken',
      'T-15 2026-03-23 superseded overtaken',
      'T-7 2026-03-23 superseded overtaken',
      `T-3 2026-03-23 ${CLERK}`,
      `T-1 2026-03-25 ${CLERK}`,
    ]);
  });

  test('away and back to the same day, twice: each round has its own record, and nothing collides', async () => {
    await liveUntil(world, '2026-03-17T10:00');
    await moveTo('2026-06-15');
    await moveTo('2026-03-31');
    await liveUntil(world, '2026-03-24T10:00');
    await moveTo('2026-06-15');
    await moveTo('2026-03-31');
    await liveUntil(world, '2026-04-30T10:00');
    const superseded = (rung: string) => `${rung} superseded plan-amended`;
    expect((await rungs('2026-03-31', 2)).slice(0, 4)).toEqual([
      'T-30 2026-03-18 superseded overtaken',
      `T-15 2026-03-18 ${CLERK}`,
      `T-7 2026-03-20 ${CLERK}`,
      superseded('T-3 2026-03-26'),
    ]);
    expect(await rungs('2026-03-31', 3)).toEqual([
      'T-30 2026-03-25 superseded overtaken',
      'T-15 2026-03-25 superseded overtaken',
      `T-7 2026-03-25 ${CLERK}`,
      `T-3 2026-03-26 ${CLERK}`,
      `T-1 2026-03-30 ${CLERK}`,
      `T+0 2026-03-31 ${CLERK}`,
      `T+1 2026-04-01 ${CLERK}`,
      `T+3 2026-04-03 ${LEADER}`,
      `T+7 2026-04-10 ${LEADER}`,
    ]);
    expect(new Set((await rungs('2026-06-15', 2)).map((line) => line.split(' ').at(-1)))).toEqual(
      new Set(['plan-amended']),
    );
  });

  test('a notice that waits is taken out; the digest it leaves empty is taken up again for what comes that day', async () => {
    // T−30 is Saturday 28 February, worked; the server comes back on Sunday: the digest waits for Monday.
    world.clock.moveTo(at('2026-03-01T10:00'));
    await world.app.get(TimerScheduler).runDue();
    const message = () => world.owner('select status, on_date, live_notices as live from message');
    expect(await message()).toEqual([{ status: 'waiting', on_date: '2026-03-02', live: 1 }]);
    await moveTo('2026-03-05');
    expect(await message()).toEqual([{ status: 'waiting', on_date: '2026-03-02', live: 0 }]);
    await liveUntil(world, '2026-03-02T08:30');
    expect(await message()).toEqual([{ status: 'dropped', on_date: '2026-03-02', live: 0 }]);
    await liveUntil(world, '2026-03-02T10:00');
    expect((await rungs('2026-03-05')).at(-1)).toBe(`T-3 2026-03-02 ${CLERK}`);
    expect(await message()).toEqual([{ status: 'sent', on_date: '2026-03-02', live: 1 }]);
    expect(await world.owner('select at from delivery')).toEqual([{ at: at('2026-03-02T09:00') }]);
  });
});

test('a change of the calendar moves the rungs to come of a task whose due date stays, and no other', async () => {
  await liveUntil(world, '2026-03-17T08:30');
  const timers = () =>
    world.owner<{ id: string; at: Temporal.Instant }>('select subject_id as id, fire_at as at from timer');
  const before = await timers();
  await closeOn('2026-03-25', '2026-03-26', '2026-03-27');
  const { id } = await firstQuarter();
  const moved = (await timers()).filter((one) => !before.some((old) => old.id === one.id && old.at.equals(one.at)));
  expect(moved).toEqual([{ id, at: at('2026-03-17T09:00') }]);
  await liveUntil(world, '2026-04-30T10:00');
  expect(await rungs('2026-03-31')).toEqual([
    `T-30 2026-02-28 ${CLERK}`,
    `T-15 2026-03-16 ${CLERK}`,
    `T-7 2026-03-17 ${CLERK}`,
    `T-3 2026-03-23 ${CLERK}`,
    `T-1 2026-03-30 ${CLERK}`,
    `T+0 2026-03-31 ${CLERK}`,
    `T+1 2026-04-01 ${CLERK}`,
    `T+3 2026-04-03 ${LEADER}`,
    `T+7 2026-04-10 ${LEADER}`,
  ]);
});

test('a rung that the new calendar puts into the past goes the next working morning, and the clerk keeps the days to answer', async () => {
  await liveUntil(world, '2026-04-01T10:00');
  await closeOn('2026-04-02');
  await liveUntil(world, '2026-04-08T10:00');
  // Asked on 1 April; 2 April is closed and 4 to 6 April are Qingming: two working days later is Tuesday the 7th.
  expect((await rungs('2026-03-31')).slice(-2)).toEqual([`T+1 2026-04-01 ${CLERK}`, `T+3 2026-04-07 ${LEADER}`]);
});

test('a message that waits for a day which is then closed waits for the next working day', async () => {
  // T−30 is Saturday 28 February; the server comes back on Sunday, and Monday is closed.
  world.clock.moveTo(at('2026-03-01T10:00'));
  await world.app.get(TimerScheduler).runDue();
  const message = () => world.owner('select status, due_at, sent_at from message');
  expect(await message()).toEqual([{ status: 'waiting', due_at: at('2026-03-02T08:00'), sent_at: null }]);
  await closeOn('2026-03-02');
  await liveUntil(world, '2026-03-02T20:00');
  expect(await message()).toEqual([{ status: 'waiting', due_at: at('2026-03-03T08:00'), sent_at: null }]);
  await liveUntil(world, '2026-03-03T08:30');
  expect(await message()).toMatchObject([{ status: 'sent', sent_at: at('2026-03-03T08:00') }]);
});

test('published on the evening of a due day: what was rehearsed is what happens, and nothing is said to be due that is past', async () => {
  const late = await publishedYear({ at: '2026-03-31T19:00' });
  try {
    await liveUntil(late, '2026-04-30T10:00');
    const rows = await late.owner(
      `select r.rung, r.form, r.outcome, r.on_date as on, array(
         select n.account_id::text from notice n where n.task_id = r.task_id and n.rung = r.rung) as recipients
       from reminder r join task t on t.id = r.task_id where t.kind = 'hold-activity' and t.due_on = '2026-03-31'
       order by r.on_date, array_position(array['T-30','T-15','T-7','T-3','T-1','T+0','T+1','T+3','T+7'], r.rung)`,
    );
    const [duty] = late.rehearsal.duties;
    expect(rows).toEqual(
      duty?.rungs.map(({ rung, form, outcome, on, recipients }) => ({ rung, form, outcome, on, recipients })),
    );
    expect(rows.filter((one) => one.outcome === 'sent').map((one) => `${one.rung} ${one.form} ${one.on}`)).toEqual([
      'T+1 ask-record 2026-04-01',
      'T+3 escalation 2026-04-03',
      'T+7 escalation 2026-04-10',
    ]);
  } finally {
    await late.close();
  }
});

test('ladders that counted positions among moments go on at the same rung', async () => {
  // The first quarter's leader has heard once, the second quarter's clerk was reminded, the others not yet.
  await liveUntil(world, '2026-06-16T10:00');
  const payloads = () =>
    world.owner<{ payload: { settled: number } }>(
      `select subject_id, payload - 'round' as payload from timer order by 1`,
    );
  const before = await payloads();
  expect([...new Set(before.map((one) => one.payload.settled))].sort()).toEqual([0, 2]);
  await world.owner(`update timer set payload = jsonb_build_object('position', 99, 'askedOn', payload -> 'askedOn')`);
  const runner = { query: (sql: string) => world.owner(sql) } as unknown as QueryRunner;
  await new LadderProgress1764000000004().up(runner);
  expect(await payloads()).toEqual(before);
});

test('a profile written before rungs could be past due says so after the migration', async () => {
  const { committeeId } = world;
  await world.owner(
    `update rule_profile set data = jsonb_set(data, '{ladders,leader,3,form}', '"approaching"') where committee_id = $1`,
    [committeeId],
  );
  const forms = async () => {
    const [row] = await world.owner<{ forms: string }>(
      `select string_agg(rung ->> 'form', ' ' order by position) as forms from rule_profile,
         jsonb_array_elements(data #> '{ladders,leader}') with ordinality as listed (rung, position) where committee_id = $1`,
      [committeeId],
    );
    return row!.forms;
  };
  expect(await forms()).toBe('notice approaching due-today approaching');
  await new PastDueRungs1764000000023().up({ query: (sql: string) => world.owner(sql) } as QueryRunner);
  expect(await forms()).toBe('notice approaching due-today past-due');
});

test('a leader late with a duty of his own is told so, and only others are told of it', async () => {
  const { id } = await firstQuarter();
  await world.owner(
    `update task set ladder = 'duty/leader', holder_role = null, leader_account_id = null,
       holder_account_id = (select id from account where name = $2) where id = $1`,
    [id, LEADER],
  );
  await liveUntil(world, '2026-04-08T10:00');
  await world.owner(
    `insert into membership (committee_id, id, account_id, role, from_on)
     select $1, gen_random_uuid(), a.id, 'leader', '2026-04-09' from account a where a.name = $2`,
    [world.committeeId, CLERK],
  );
  await liveUntil(world, '2026-04-12T10:00');
  const told = await world.owner<{ line: string }>(
    `select concat_ws(' ', n.rung, r.form, n.form, a.name) as line
     from notice n join account a on a.id = n.account_id
     join reminder r on r.committee_id = n.committee_id and r.task_id = n.task_id and r.rung = n.rung
     where n.task_id = $1 and n.rung > 'T+0' and n.rung like 'T+%' order by r.on_date, n.form`,
    [id],
  );
  expect(told.map(({ line }) => line)).toEqual([
    `T+1 past-due past-due ${LEADER}`,
    `T+2 ask-record ask-record ${CLERK}`,
    // Nobody else leads: it is no report.
    `T+4 past-due past-due ${LEADER}`,
    `T+7 escalation escalation ${CLERK}`,
    `T+7 escalation past-due ${LEADER}`,
  ]);
});
