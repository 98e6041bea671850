import type { Rung } from '../reminder/ladder.js';
import { taskKinds } from '../workflow/definition.js';
import { judgeRuleProfile } from './judge-rule-profile.js';
import { lightSchemes } from './light-scheme.js';
import { completeRuleProfile, defaultRuleProfile, lengthNames, type RuleProfile } from './rule-profile.js';

const profile = defaultRuleProfile;
const faultsOf = (changes: Partial<RuleProfile>) =>
  judgeRuleProfile({ ...profile, ...changes }, taskKinds).map(({ field, code }) => `${field} ${code}`);
const hours = (changes: Partial<RuleProfile['reminder']>) =>
  faultsOf({ reminder: { ...profile.reminder, ...changes } });
const withLadder = (key: string, ladder: readonly Rung[]) =>
  faultsOf({ ladders: { ...profile.ladders, [key]: ladder } });
const pressing: Rung[] = [
  { name: 'T+0', offset: { unit: 'workdays', days: 0 }, to: 'holder', form: 'due-today' },
  { name: 'T+2', offset: { unit: 'workdays', days: 2 }, to: 'holder', form: 'past-due' },
];

it('the profile a committee begins with can be written', () => {
  expect(faultsOf({})).toEqual([]);
});

it('lists every length there is', () => {
  const numbers = Object.entries(profile).filter(([name, value]) => typeof value === 'number' && name !== 'version');
  expect([...lengthNames].sort()).toEqual(numbers.map(([name]) => name).sort());
});

describe('hours and pace', () => {
  it.each<[Partial<RuleProfile['reminder']>, string[]]>([
    [{ zone: 'Asia/Urumqi' }, []],
    [{ zone: 'Beijing' }, ['reminder.zone zone-unknown']],
    [{ zone: '' }, ['reminder.zone zone-unknown']],
    [{ remindAt: '9:00' }, ['reminder.remindAt time-invalid']],
    [{ remindAt: '24:00' }, ['reminder.remindAt time-invalid']],
    [{ quietFrom: '20:60' }, ['reminder.quietFrom time-invalid']],
    [{ quietUntil: '08:00:00' }, ['reminder.quietUntil time-invalid']],
    [{ remindAt: '08:00' }, []],
    [{ remindAt: '07:59' }, ['reminder.remindAt reminded-in-quiet-hours']],
    [{ remindAt: '19:59' }, []],
    [{ remindAt: '20:00' }, ['reminder.remindAt reminded-in-quiet-hours']],
    [{ quietFrom: '23:59', quietUntil: '00:00' }, []],
    [{ quietFrom: '08:00' }, ['reminder.quietUntil quiet-hours-reversed']],
    [{ quietFrom: '06:00' }, ['reminder.quietUntil quiet-hours-reversed']],
    [{ askBeforeClimbingWorkdays: 1 }, []],
    [{ askBeforeClimbingWorkdays: 0 }, ['reminder.askBeforeClimbingWorkdays length-out-of-range']],
    // The wait itself is fine; the ladders that would no longer keep their word are named.
    [
      { askBeforeClimbingWorkdays: 3 },
      [
        'duty.7',
        'duty-short.4',
        'member.4',
        'duty/member.4',
        'duty-short/member.3',
        'duty/leader.8',
        'duty-short/leader.5',
      ].map((rung) => `ladders.${rung}.offset.days leader-before-answer`),
    ],
    // A wait that is itself refused finds no fault with the ladders.
    [{ askBeforeClimbingWorkdays: 251 }, ['reminder.askBeforeClimbingWorkdays length-out-of-range']],
    [{ mostMessagesPerPersonYear: 0 }, ['reminder.mostMessagesPerPersonYear length-out-of-range']],
    [{ mostMessagesPerPersonYear: 366 }, []],
    [{ mostMessagesPerPersonYear: 367 }, ['reminder.mostMessagesPerPersonYear length-out-of-range']],
  ])('%j: %j', (changes, expected) => {
    expect(hours(changes)).toEqual(expected);
  });
});

it('staff may have as long to answer as no leader is told sooner', () => {
  const { reminder, ladders } = profile;
  const unclimbing = Object.fromEntries(
    Object.entries(ladders).map(([key, ladder]) => [key, ladder.filter(({ form }) => form !== 'escalation')]),
  ) as unknown as RuleProfile['ladders'];
  expect(faultsOf({ ladders: unclimbing, reminder: { ...reminder, askBeforeClimbingWorkdays: 250 } })).toEqual([]);
});

describe('lengths', () => {
  it.each(lengthNames)('%s runs from 0 to 250 whole working days', (name) => {
    expect([0, 250, -1, 251, 1.5].map((days) => faultsOf({ [name]: days }))).toEqual([
      [],
      [],
      ...Array<string[]>(3).fill([`${name} length-out-of-range`]),
    ]);
  });
});

describe('ladders', () => {
  const [first] = pressing;
  it.each<[string, readonly Rung[], string[]]>([
    ['write-report', pressing, []],
    ['write-report/leader', pressing, []],
    ['duty/unit', pressing, []],
    ['write-rapport', pressing, ['ladders.write-rapport ladder-unknown']],
    ['duty/clerk', pressing, ['ladders.duty/clerk ladder-unknown']],
    ['duty/leader/leader', pressing, ['ladders.duty/leader/leader ladder-unknown']],
    ['duty', [], ['ladders.duty rungs-missing']],
    ['duty', [{ ...first!, name: 'T-1' }], ['ladders.duty.0.name rung-name-untrue']],
    // Members hear nothing after their date.
    ['member', pressing, ['ladders.member.1.form member-pressed']],
    ['answer', pressing, ['ladders.answer.1.form member-pressed']],
    ['write-report/member', pressing, ['ladders.write-report/member.1.form member-pressed']],
  ])('%s as %j: %j', (key, ladder, expected) => {
    expect(withLadder(key, ladder)).toEqual(expected);
  });

  it('a ladder that duties hang on may not be left out', () => {
    const { leader: _, ...ladders } = profile.ladders;
    expect(faultsOf({ ladders: ladders as RuleProfile['ladders'] })).toEqual(['ladders.leader rungs-missing']);
  });
});

it('lights are judged with the path of their field', () => {
  const { bands } = lightSchemes['green-yellow-red'];
  expect(faultsOf({ lights: { bands, doneColour: 'red' } })).toEqual(['lights.doneColour light-repeated']);
  expect(faultsOf({ lights: lightSchemes['five-colours'] })).toEqual([]);
});

describe('a stored profile from before something existed', () => {
  it('has the default for it and keeps what it says', () => {
    const { lights: _, replyWithinWorkdays: __, ...older } = profile;
    const stored = {
      ...older,
      approveWithinWorkdays: 9,
      reminder: { ...profile.reminder, remindAt: '10:00', mostMessagesPerPersonYear: undefined },
    };
    const complete = completeRuleProfile(JSON.parse(JSON.stringify(stored)) as Partial<RuleProfile>, 4);
    expect(complete).toEqual({
      ...profile,
      version: 4,
      approveWithinWorkdays: 9,
      reminder: { ...profile.reminder, remindAt: '10:00' },
    });
  });

  it('has every named ladder, and of the others only its own', () => {
    const { duty } = profile.ladders;
    const { ladders } = completeRuleProfile({ ladders: { duty: pressing } as unknown as RuleProfile['ladders'] }, 1);
    expect(Object.keys(ladders).sort()).toEqual(['answer', 'duty', 'duty-short', 'leader', 'member']);
    expect(ladders.duty).toEqual(pressing);
    expect(completeRuleProfile({}, 1).ladders.duty).toBe(duty);
    expect(completeRuleProfile({}, 1).ladders['duty/member']).toBe(profile.ladders['duty/member']);
  });
});
