import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { lightSchemes } from './light-scheme.js';
import { defaultRuleProfile } from './rule-profile.js';
import { tryLadder, tryLights } from './try-profile.js';

const calendar = new WorkingCalendar(officialYears);
const on = (iso: string) => Temporal.PlainDate.from(iso);
const readOf = (key: string, opensOn: string, dueOn: string, reminder = {}) =>
  tryLadder(
    { ...defaultRuleProfile, reminder: { ...defaultRuleProfile.reminder, ...reminder } },
    key,
    { opensOn: on(opensOn), dueOn: on(dueOn) },
    calendar,
  ).map(
    ({ rung, to, form, outcome, readAt }) =>
      `${rung} ${readAt.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime()} ${to} ${outcome === 'sent' ? form : outcome}`,
  );

it('a duty due on the last working day before the National Day holiday is told, asked about and told above', () => {
  expect(readOf('duty-short', '2026-07-01', '2026-09-30')).toEqual([
    'T-3 2026-09-24T09:00:00 holder notice',
    'T-1 2026-09-29T09:00:00 holder approaching',
    'T+0 2026-09-30T09:00:00 holder due-today',
    'T+1 2026-10-08T09:00:00 record-keeper ask-record',
    'T+3 2026-10-10T09:00:00 leader escalation',
  ]);
});

it('a member past the date hears nothing more', () => {
  expect(readOf('duty/member', '2026-09-01', '2026-09-30').filter((line) => line.includes('holder'))).toEqual([
    'T-15 2026-09-15T09:00:00 holder notice',
    'T-3 2026-09-24T09:00:00 holder approaching',
    'T+0 2026-09-30T09:00:00 holder due-today',
  ]);
});

it('the committee’s own hour is the one people read it at', () => {
  expect(readOf('answer', '2026-09-29', '2026-09-30', { remindAt: '14:30' })).toEqual([
    'T-1 2026-09-29T14:30:00 holder approaching',
    'T+0 2026-09-30T14:30:00 holder due-today',
  ]);
});

it('the ladder that is not there reminds of nothing', () => {
  expect(readOf('write-report', '2026-09-01', '2026-09-30')).toEqual([]);
});

it.each([
  ['green-yellow-red', ['green 2026-09-01', 'yellow 2026-09-20', 'red 2026-10-01']],
  ['blue-orange-red', ['blue 2026-09-01', 'orange 2026-09-24', 'red 2026-10-01']],
  ['five-colours', ['green 2026-09-01', 'blue 2026-09-09', 'yellow 2026-09-20', 'orange 2026-10-01', 'red 2026-10-13']],
] as const)('the lights of %s come on their days', (name, expected) => {
  const duty = { opensOn: on('2026-09-01'), dueOn: on('2026-09-30') };
  expect(
    tryLights({ lights: lightSchemes[name] }, duty, calendar).map(({ light, from }) => `${light.colour} ${from}`),
  ).toEqual(expected);
});
