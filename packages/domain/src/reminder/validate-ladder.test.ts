import { defaultRuleProfile } from '../rule-profile/rule-profile.js';
import type { Ladder, Rung } from './ladder.js';
import { validateLadder } from './validate-ladder.js';

const rung = (days: number, form: Rung['form'], changes: Partial<Rung> = {}): Rung => ({
  name: `T${days < 0 ? '-' : '+'}${Math.abs(days)}`,
  offset: { unit: days <= -15 ? 'calendar-days' : 'workdays', days },
  to: form === 'ask-record' ? 'record-keeper' : form === 'escalation' ? 'leader' : 'holder',
  form,
  ...changes,
});
const inWorkdays = (days: number) => ({ offset: { unit: 'workdays', days } }) as const;
const byCalendar = (days: number) => ({ offset: { unit: 'calendar-days', days } }) as const;

it('the ladders that come with the product can be used', () => {
  for (const ladder of Object.values(defaultRuleProfile.ladders)) expect(validateLadder(ladder)).toEqual([]);
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
    expect(validateLadder(ladder).map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });
});
