import fc from 'fast-check';
import { instantIn } from '../calendar/committee-time.js';
import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { defaultRuleProfile } from '../rule-profile/rule-profile.js';
import { atLadderFoot, firstMoment, foreseeLadder, type Ladder, type Rung, rungMoments } from './ladder.js';
import type { ReminderRules } from './reminder-rules.js';
import { validateLadder } from './validate-ladder.js';

const rung = (days: number, form: Rung['form'], changes: Partial<Rung> = {}): Rung => ({
  name: `T${days < 0 ? '-' : '+'}${Math.abs(days)}`,
  offset: { unit: days <= -15 ? 'calendar-days' : 'workdays', days },
  to: form === 'ask-record' ? 'record-keeper' : form === 'escalation' ? 'leader' : 'holder',
  form,
  ...changes,
});
const pace = defaultRuleProfile.reminder;
const inWorkdays = (days: number) => ({ offset: { unit: 'workdays', days } }) as const;
const byCalendar = (days: number) => ({ offset: { unit: 'calendar-days', days } }) as const;

it('the ladders that come with the product can be used', () => {
  for (const ladder of Object.values(defaultRuleProfile.ladders)) expect(validateLadder(ladder, pace)).toEqual([]);
});

describe('a ladder that cannot be used names its rung and field', () => {
  it.each<[string, Ladder, string[]]>([
    ['no rung', [], [' rungs-missing']],
    ['one rung is a ladder', [rung(-3, 'notice')], []],
    ['fifteen days ahead by the calendar', [rung(-15, 'notice', byCalendar(-15))], []],
    ['fourteen days ahead in working days', [rung(-14, 'notice', inWorkdays(-14))], []],
    ['fifteen in working days', [rung(-15, 'notice', inWorkdays(-15))], ['0.offset.unit rung-days-invalid']],
    ['fourteen by the calendar', [rung(-14, 'notice', byCalendar(-14))], ['0.offset.unit rung-days-invalid']],
    ['a year ahead', [rung(-365, 'notice')], []],
    ['more than a year ahead', [rung(-366, 'notice')], ['0.offset.days rung-days-invalid']],
    ['more than a year late', [rung(366, 'past-due')], ['0.offset.days rung-days-invalid']],
    ['a year late', [rung(365, 'past-due')], []],
    ['half a day', [rung(-1.5, 'notice')], ['0.offset.days rung-days-invalid']],
    ['days after the date by the calendar', [rung(1, 'past-due', byCalendar(1))], ['0.offset.unit rung-days-invalid']],
    ['the day itself by the calendar', [rung(0, 'due-today', byCalendar(0))], ['0.offset.unit rung-days-invalid']],
    ['nearer before farther', [rung(-3, 'notice'), rung(-5, 'notice')], ['1.offset.days rungs-out-of-order']],
    ['the same day twice', [rung(-3, 'notice'), rung(-3, 'approaching')], ['1.offset.days rungs-out-of-order']],
    ['a name of another day', [rung(-3, 'notice', { name: 'T-5' })], ['0.name rung-name-untrue']],
    ['a name of the other side', [rung(0, 'due-today', { name: 'T-0' })], ['0.name rung-name-untrue']],
    ['approaching on the day', [rung(0, 'approaching')], ['0.form rung-form-untrue']],
    ['a notice when it is past', [rung(1, 'notice')], ['0.form rung-form-untrue']],
    ['due today on the eve', [rung(-1, 'due-today')], ['0.form rung-form-untrue']],
    ['due today the day after', [rung(1, 'due-today')], ['0.form rung-form-untrue']],
    ['past on the day', [rung(0, 'past-due')], ['0.form rung-form-untrue']],
    ['asked on the day', [rung(0, 'ask-record')], ['0.form rung-form-untrue']],
    ['asked the day after', [rung(1, 'ask-record')], []],
    ['the holder asked', [rung(1, 'ask-record', { to: 'holder' })], ['0.to rung-recipient-wrong']],
    ['a leader pressed', [rung(1, 'past-due', { to: 'leader' })], ['0.to rung-recipient-wrong']],
    ['a leader told ahead', [rung(-3, 'notice', { to: 'leader' })], []],
    [
      'an escalation to the clerk',
      [rung(1, 'ask-record'), rung(3, 'escalation', { to: 'record-keeper' })],
      ['1.to rung-recipient-wrong'],
    ],
    ['asked, then escalated', [rung(1, 'ask-record'), rung(3, 'escalation')], []],
    [
      'escalated before there was time to answer',
      [rung(1, 'ask-record'), rung(2, 'escalation')],
      ['1.offset.days leader-before-answer'],
    ],
    [
      'only the first is too early',
      [rung(1, 'ask-record'), rung(2, 'escalation'), rung(3, 'escalation')],
      ['1.offset.days leader-before-answer'],
    ],
    [
      'asked twice, time from the second question',
      [rung(1, 'ask-record'), rung(3, 'ask-record'), rung(4, 'escalation')],
      ['2.offset.days leader-before-answer'],
    ],
    [
      'asked again after a leader heard',
      [rung(1, 'ask-record'), rung(3, 'escalation'), rung(4, 'ask-record'), rung(6, 'escalation')],
      [],
    ],
    ['escalated without asking', [rung(3, 'escalation')], ['0.form leader-before-question']],
    [
      'escalated before asking',
      [rung(1, 'escalation'), rung(3, 'ask-record'), rung(5, 'escalation')],
      ['0.form leader-before-question'],
    ],
    [
      'every fault of every rung',
      [rung(0, 'notice', { name: 'now' }), rung(-1, 'escalation')],
      [
        '0.name rung-name-untrue',
        '0.form rung-form-untrue',
        '1.form rung-form-untrue',
        '1.offset.days rungs-out-of-order',
        '1.form leader-before-question',
      ],
    ],
  ])('%s', (_, ladder, expected) => {
    expect(validateLadder(ladder, pace).map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });
});

it('more time to answer keeps a leader waiting longer', () => {
  const asked = [rung(1, 'ask-record'), rung(3, 'escalation')];
  const judged = (askBeforeClimbingWorkdays: number) => validateLadder(asked, { askBeforeClimbingWorkdays });
  expect(judged(1)).toEqual([]);
  expect(judged(2)).toEqual([]);
  expect(judged(3)).toEqual([{ field: '1.offset.days', code: 'leader-before-answer' }]);
});

/** Whatever ladder is accepted, each of its rungs after the date comes on the day it is named after. */
it('no rung of an accepted ladder waits on any day of the year', () => {
  const calendar = new WorkingCalendar(officialYears);
  const opensOn = Temporal.PlainDate.from('2026-01-01');
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.tuple(
          fc.integer({ min: 1, max: 20 }),
          fc.constantFrom<Rung['form']>('ask-record', 'escalation', 'past-due'),
        ),
        {
          selector: ([days]) => days,
          minLength: 2,
          maxLength: 6,
        },
      ),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 300 }),
      (rungs, askBeforeClimbingWorkdays, day) => {
        const ladder = rungs.toSorted(([a], [b]) => a - b).map(([days, form]) => rung(days, form));
        const rules = { ...defaultRuleProfile.reminder, askBeforeClimbingWorkdays };
        const isLate = isMadeToWait(ladder, { opensOn, dueOn: opensOn.add({ days: day }) }, calendar, rules);
        const faults = validateLadder(ladder, rules).map(({ code }) => code);
        if (faults.includes('leader-before-question')) return true;
        return isLate === faults.includes('leader-before-answer');
      },
    ),
  );
});

function isMadeToWait(
  ladder: Ladder,
  duty: { opensOn: Temporal.PlainDate; dueOn: Temporal.PlainDate },
  calendar: WorkingCalendar,
  rules: ReminderRules,
): boolean {
  const moments = rungMoments(ladder, duty, calendar, rules);
  const openedAt = instantIn(rules.zone, duty.opensOn, '00:00');
  const nextAt = firstMoment(moments, openedAt, calendar, rules);
  return foreseeLadder(moments, { progress: atLadderFoot, nextAt }, calendar, rules).some(({ happensAt, outcomes }) =>
    outcomes.some(({ moment }) => Temporal.Instant.compare(happensAt, moment.at) > 0),
  );
}
