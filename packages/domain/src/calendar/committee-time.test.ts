import { dateIn, instantIn, minuteOfDay, minutesOf } from './committee-time.js';

const SHANGHAI = 'Asia/Shanghai';

it.each([
  // The last minute of a committee's day, and the first of its next one.
  ['2026-03-31T15:59:00Z', '2026-03-31', 23 * 60 + 59],
  ['2026-03-31T16:00:00Z', '2026-04-01', 0],
  ['2026-04-01T01:30:00Z', '2026-04-01', 9 * 60 + 30],
])('%s is %s there, minute %i of the day', (at, date, minute) => {
  const instant = Temporal.Instant.from(at);
  expect(dateIn(SHANGHAI, instant).toString()).toBe(date);
  expect(minuteOfDay(SHANGHAI, instant)).toBe(minute);
});

it('a day and a time there are one instant, whatever the zone of the machine', () => {
  const date = Temporal.PlainDate.from('2026-03-31');
  expect(instantIn(SHANGHAI, date, '09:00').toString()).toBe('2026-03-31T01:00:00Z');
  expect(instantIn('Asia/Urumqi', date, '09:00').toString()).toBe('2026-03-31T03:00:00Z');
});

it.each([
  ['00:00', 0],
  ['09:05', 545],
  ['23:59', 1439],
])('%s is minute %i', (time, minute) => {
  expect(minutesOf(time)).toBe(minute);
});
