import { instantIn } from '../calendar/committee-time.js';
import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { defaultRuleProfile } from '../rule-profile/rule-profile.js';
import { isImmediate } from './message.js';
import { messageMoment } from './quiet-hours.js';

const calendar = new WorkingCalendar(officialYears);
const at = (iso: string) => {
  const [date = '', time = ''] = iso.split(' ');
  return instantIn('Asia/Shanghai', Temporal.PlainDate.from(date), time);
};

describe('when a message may reach a person: quiet 20:00–08:00, never on a day off', () => {
  it.each([
    ['2026-03-27 09:00', '2026-03-27 09:00'],
    ['2026-03-27 08:00', '2026-03-27 08:00'],
    ['2026-03-27 07:59', '2026-03-27 08:00'],
    ['2026-03-27 19:59', '2026-03-27 19:59'],
    ['2026-03-27 20:00', '2026-03-30 08:00'],
    ['2026-03-28 10:00', '2026-03-30 08:00'],
    ['2026-02-14 10:00', '2026-02-14 10:00'],
    ['2026-02-14 21:00', '2026-02-24 08:00'],
  ])('decided %s, goes out %s', (decided, goesOut) => {
    expect(messageMoment(at(decided), calendar, defaultRuleProfile.reminder)).toEqual(at(goesOut));
  });
});

it("only today's matters go at once", () => {
  expect(
    (['notice', 'approaching', 'due-today', 'ask-record', 'escalation', 'urging'] as const).filter(isImmediate),
  ).toEqual(['due-today', 'urging']);
});
