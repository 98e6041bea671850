import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { contribute } from './contribution.js';
import { isDoneLate, isLate, type TaskDates, workdaysLeft } from './task.js';

const calendar = new WorkingCalendar(officialYears);
const on = (iso: string) => Temporal.PlainDate.from(iso);
const open: TaskDates = { opensOn: '2026-07-01', dueOn: '2026-09-30', status: 'open', doneOn: null, onHold: false };

it.each([
  ['2026-09-30', {}, false],
  ['2026-10-01', {}, true],
  ['2026-10-01', { onHold: true }, false],
  ['2026-10-01', { status: 'done', doneOn: '2026-10-01' }, false],
  ['2026-10-01', { status: 'cancelled' }, false],
] as const)('on %s with %j it is late: %s', (today, changes, expected) => {
  expect(isLate({ ...open, ...changes }, on(today))).toBe(expected);
});

it('days left are working days, 0 on the day, negative when late', () => {
  expect(
    ['2026-09-29', '2026-09-30', '2026-10-07', '2026-10-08', '2026-10-10'].map((day) =>
      workdaysLeft('2026-09-30', on(day), calendar),
    ),
  ).toEqual([1, 0, 0, -1, -3]);
});

it('late is judged by the day it was done, not the day it was recorded', () => {
  expect(isDoneLate({ ...open, status: 'done', doneOn: '2026-09-30' })).toBe(false);
  expect(isDoneLate({ ...open, status: 'done', doneOn: '2026-10-08' })).toBe(true);
});

describe('contributions', () => {
  const task = {
    kind: 'contribute',
    status: 'open',
    byContribution: true,
    opensOn: '2026-09-01',
    target: 2,
    progress: 1,
  } as const;
  const today = on('2026-11-02');

  it.each([
    [
      { doneOn: '2026-11-02', amount: 1, answer: null },
      { ok: true, progress: 2, isDone: true },
    ],
    [
      { doneOn: '2026-09-01', amount: 3, answer: null },
      { ok: true, progress: 4, isDone: true },
    ],
    [
      { doneOn: '2026-11-03', amount: 1, answer: null },
      { ok: false, code: 'date-in-future' },
    ],
    [
      { doneOn: '2026-08-31', amount: 1, answer: null },
      { ok: false, code: 'date-before-opening' },
    ],
    [
      { doneOn: '2026-11-02', amount: 0, answer: null },
      { ok: false, code: 'amount-invalid' },
    ],
    [
      { doneOn: '2026-11-02', amount: 1.5, answer: null },
      { ok: false, code: 'amount-invalid' },
    ],
    [
      { doneOn: '2026-11-02', amount: 100, answer: null },
      { ok: false, code: 'amount-invalid' },
    ],
  ])('%j: %j', (contribution, expected) => {
    expect(contribute(task, contribution, today)).toEqual(expected);
  });

  it('a reply to an invitation says whether the member comes', () => {
    const invitation = { ...task, kind: 'answer-invitation', target: 1, progress: 0 };
    const reply = { doneOn: '2026-11-02', amount: 1 };
    expect(contribute(invitation, { ...reply, answer: null }, today)).toEqual({ ok: false, code: 'answer-missing' });
    for (const answer of ['coming', 'not-coming'] as const) {
      expect(contribute(invitation, { ...reply, answer }, today)).toEqual({ ok: true, progress: 1, isDone: true });
    }
  });

  it('a closed task and one that is not done piece by piece take none', () => {
    const one = { doneOn: '2026-11-02', amount: 1, answer: null };
    expect(contribute({ ...task, status: 'done' }, one, today)).toEqual({ ok: false, code: 'task-not-open' });
    expect(contribute({ ...task, byContribution: false }, one, today)).toEqual({
      ok: false,
      code: 'task-not-by-contribution',
    });
  });
});
