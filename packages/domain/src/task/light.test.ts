import fc from 'fast-check';
import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { type LightScheme, lightSchemes } from '../rule-profile/light-scheme.js';
import { bandDates, light, lightsOf } from './light.js';
import type { TaskDates } from './task.js';

const calendar = new WorkingCalendar(officialYears);
const on = (iso: string) => Temporal.PlainDate.from(iso);
/** Due Wednesday 2026-09-30; 1 to 7 October are off, 8 and 9 are worked, and so is Saturday the 10th. */
const open: TaskDates = { opensOn: '2026-07-01', dueOn: '2026-09-30', status: 'open', doneOn: null, onHold: false };
const shown = (today: string, scheme: LightScheme, changes: Partial<TaskDates> = {}) => {
  const { meaning, colour } = light({ ...open, ...changes }, on(today), calendar, scheme);
  return `${colour} ${meaning}`;
};

describe('green, yellow, red', () => {
  it.each([
    ['2026-06-30', {}, 'grey not-started'],
    ['2026-07-01', {}, 'green on-course'],
    // Saturday 19 September: eight working days are left, the Sunday after is worked.
    ['2026-09-19', {}, 'green on-course'],
    ['2026-09-20', {}, 'yellow near-due'],
    // Due today is not late: a limit includes its day.
    ['2026-09-30', {}, 'yellow near-due'],
    // Past its date at once, though no working day has gone by.
    ['2026-10-01', {}, 'red overdue'],
    ['2026-10-01', { onHold: true }, 'grey paused'],
    ['2026-10-01', { status: 'done', doneOn: '2026-09-29' }, 'blue done'],
    ['2026-06-30', { status: 'done', doneOn: '2026-06-30' }, 'blue done'],
    ['2026-10-01', { status: 'cancelled' }, 'grey cancelled'],
    ['2026-06-30', { onHold: true }, 'grey paused'],
    // Entered late: opens after it was due.
    ['2026-10-08', { opensOn: '2026-10-09' }, 'red overdue'],
  ] as const)('on %s with %j: %s', (today, changes, expected) => {
    expect(shown(today, lightSchemes['green-yellow-red'], changes)).toBe(expected);
  });
});

describe('blue reminds, orange warns, red is late', () => {
  it.each([
    ['2026-06-30', {}, 'grey not-started'],
    ['2026-07-01', {}, 'blue remind'],
    ['2026-09-24', {}, 'orange warn'],
    ['2026-09-23', {}, 'blue remind'],
    ['2026-09-30', {}, 'orange warn'],
    ['2026-10-01', {}, 'red overdue'],
    ['2026-10-01', { status: 'done', doneOn: '2026-09-29' }, 'green done'],
  ] as const)('on %s with %j: %s', (today, changes, expected) => {
    expect(shown(today, lightSchemes['blue-orange-red'], changes)).toBe(expected);
  });
});

describe('five colours', () => {
  it.each([
    ['2026-09-07', 'green on-course'],
    ['2026-09-10', 'blue remind'],
    ['2026-09-20', 'yellow near-due'],
    ['2026-10-01', 'orange overdue'],
    ['2026-10-07', 'orange overdue'],
    // The fourth working day after the due date, then the fifth.
    ['2026-10-12', 'orange overdue'],
    ['2026-10-13', 'red long-overdue'],
    ['2026-12-31', 'red long-overdue'],
  ] as const)('on %s: %s', (today, expected) => {
    expect(shown(today, lightSchemes['five-colours'])).toBe(expected);
  });
});

it('a scheme of three ways to be late tells them apart by working days gone by', () => {
  const scheme: LightScheme = {
    bands: [
      { colour: 'green', meaning: 'on-course', begins: null },
      { colour: 'yellow', meaning: 'warn', begins: { side: 'after-due', workdays: 0 } },
      { colour: 'orange', meaning: 'overdue', begins: { side: 'after-due', workdays: 1 } },
      { colour: 'red', meaning: 'long-overdue', begins: { side: 'after-due', workdays: 3 } },
    ],
    doneColour: 'blue',
  };
  expect(
    ['2026-09-30', '2026-10-01', '2026-10-07', '2026-10-08', '2026-10-09', '2026-10-10'].map((day) =>
      shown(day, scheme),
    ),
  ).toEqual(['green on-course', 'yellow warn', 'yellow warn', 'orange overdue', 'orange overdue', 'red long-overdue']);
});

it('a scheme without a first band is a defect', () => {
  expect(() => shown('2026-07-01', { bands: [], doneColour: 'grey' })).toThrow('begins with the task');
});

it('lights are listed from not begun to cancelled, with the side on which each begins', () => {
  expect(lightsOf(lightSchemes['blue-orange-red']).map((one) => Object.values(one).join(' '))).toEqual([
    'not-started grey ',
    'remind blue ',
    'warn orange before-due',
    'overdue red after-due',
    'paused grey ',
    'done green ',
    'cancelled grey ',
  ]);
});

it('as due dates the bands of Friday 2026-09-18 are', () => {
  expect(
    bandDates(lightSchemes['five-colours'], on('2026-09-18'), calendar).map((one) => `${one.meaning} ${one.dueUntil}`),
  ).toEqual([
    'on-course null',
    'remind 2026-10-15',
    'near-due 2026-09-29',
    'overdue 2026-09-17',
    'long-overdue 2026-09-13',
  ]);
});

it('bands as due dates say the same as the light of each task, on any day and in any scheme', () => {
  const anyScheme = fc.constantFrom<LightScheme>(...Object.values(lightSchemes));
  const anyDay = fc.integer({ min: 0, max: 700 }).map((days) => on('2025-01-01').add({ days }));
  fc.assert(
    fc.property(anyScheme, anyDay, fc.integer({ min: -60, max: 60 }), (scheme, today, distance) => {
      const dueOn = today.add({ days: distance });
      const task: TaskDates = { ...open, opensOn: '2024-01-01', dueOn: dueOn.toString() };
      const under = bandDates(scheme, today, calendar).findLast(
        ({ dueUntil }) => dueUntil === null || Temporal.PlainDate.compare(dueOn, dueUntil) <= 0,
      );
      return under?.meaning === light(task, today, calendar, scheme).meaning;
    }),
    { numRuns: 1000 },
  );
});
