import { quarterlyActivity } from '../../test/quarterly-activity.js';
import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { anchorDays } from '../recurrence/anchor.js';
import { defaultRuleProfile } from '../rule-profile/rule-profile.js';
import { definitions } from '../workflow/definitions/index.js';
import { expandPlan } from './expand-plan.js';
import { type MovableRun, moveRun, type RunMove } from './move-run.js';
import { factsOf } from './rehearse.js';

const calendar = new WorkingCalendar(officialYears);
const item = quarterlyActivity();
/** The third quarter of 2026: 1 July to 30 September, due on Wednesday 30 September. */
const planned = expandPlan([item], 2026, { calendar, anchors: anchorDays(2026, []) }).occurrences[2]!;

const run = (changes: Partial<MovableRun> = {}, state = 'planned'): MovableRun => {
  const occurrence = changes.occurrence ?? planned;
  return {
    occurrence,
    planned,
    planYear: 2026,
    definition: definitions.activity,
    current: { state, facts: factsOf(item, occurrence) },
    isClosed: false,
    isOnHold: false,
    arrangement: null,
    ...changes,
  };
};
const arrangedFor = (heldOn: string, changes: Partial<MovableRun> = {}) =>
  run({ arrangement: { heldOn, place: '三楼会议室' }, ...changes }, 'arranged');

const move = (one: MovableRun, to: string, today = '2026-08-03') =>
  moveRun(one, Temporal.PlainDate.from(to), {
    today: Temporal.PlainDate.from(today),
    calendar,
    profile: defaultRuleProfile,
    actor: { accountId: 'clerk', roles: ['staff'] },
  });
const say = (moved: RunMove | string): string => {
  if (typeof moved === 'string') return moved;
  const { occurrence, arrangement, effects, warnings } = moved;
  const due =
    occurrence === null
      ? null
      : `due ${occurrence.from} ${occurrence.dueOn} ${occurrence.dueReason.rule} ${occurrence.dueReason.from}`;
  const held = arrangement === null ? null : `held ${arrangement.heldOn} ${arrangement.place}`;
  return [due, held, ...effects.map(({ effect, kind }) => `${effect} ${kind}`), ...warnings].filter(Boolean).join('; ');
};
const byHand = (dueOn: string) => {
  const moved = move(run(), dueOn);
  if (typeof moved === 'string' || moved.occurrence === null) throw new Error('not moved');
  return moved.occurrence;
};

test.each([
  ['2026-09-18', 'due 2026-07-01 2026-09-18 moved-by-hand 2026-09-30; move-task hold-activity'],
  ['2026-10-12', 'due 2026-07-01 2026-10-12 moved-by-hand 2026-09-30; move-task hold-activity; outside-window'],
  // The National Day holiday.
  [
    '2026-10-02',
    'due 2026-07-01 2026-10-02 moved-by-hand 2026-09-30; move-task hold-activity; day-off; outside-window',
  ],
  ['2026-09-30', 'date-unchanged'],
  ['2026-08-03', 'date-in-past'],
  ['2026-08-04', 'due 2026-07-01 2026-08-04 moved-by-hand 2026-09-30; move-task hold-activity'],
  ['2026-12-31', 'due 2026-07-01 2026-12-31 moved-by-hand 2026-09-30; move-task hold-activity; outside-window'],
  ['2027-01-04', 'date-outside-year'],
])('on 3 August what is due on 30 September is moved to %s: %s', (to, expected) => {
  expect(say(move(run(), to))).toBe(expected);
});

test('before its window it opens as long before its new day, but not before today', () => {
  expect(say(move(run(), '2026-05-11', '2026-01-05'))).toBe(
    'due 2026-02-09 2026-05-11 moved-by-hand 2026-09-30; move-task hold-activity; outside-window',
  );
  expect(say(move(run(), '2026-05-11', '2026-04-01'))).toBe(
    'due 2026-04-01 2026-05-11 moved-by-hand 2026-09-30; move-task hold-activity; outside-window',
  );
});

test('moved again it tells the first day; moved back it is the plan’s own', () => {
  const moved = run({ occurrence: byHand('2026-10-12') });
  expect(say(move(moved, '2026-10-15'))).toBe(
    'due 2026-07-01 2026-10-15 moved-by-hand 2026-09-30; move-task hold-activity; outside-window',
  );
  expect(say(move(moved, '2026-09-30'))).toBe(
    'due 2026-07-01 2026-09-30 last-workday-of-window 2026-09-30; move-task hold-activity',
  );
});

const askedAgain = 'cancel-task answer-invitation; open-task answer-invitation';
test.each([
  [arrangedFor('2026-09-18'), '2026-09-22', `held 2026-09-22 三楼会议室; ${askedAgain}`],
  [
    arrangedFor('2026-09-18'),
    '2026-10-09',
    `due 2026-07-01 2026-10-09 moved-by-hand 2026-09-30; held 2026-10-09 三楼会议室; move-task hold-activity; ${askedAgain}; outside-window`,
  ],
  [
    arrangedFor('2026-10-09', { occurrence: byHand('2026-10-09') }),
    '2026-09-28',
    `due 2026-07-01 2026-09-30 last-workday-of-window 2026-09-30; held 2026-09-28 三楼会议室; move-task hold-activity; ${askedAgain}`,
  ],
  // Asked to be done earlier than the plan says, it stays so.
  [
    arrangedFor('2026-08-20', { occurrence: byHand('2026-08-21') }),
    '2026-08-19',
    `held 2026-08-19 三楼会议室; ${askedAgain}`,
  ],
  [arrangedFor('2026-08-20'), '2026-08-03', `held 2026-08-03 三楼会议室; ${askedAgain}`],
  [arrangedFor('2026-08-20'), '2026-08-02', 'date-in-past'],
])('what is arranged is arranged anew (%#)', (arranged, to, expected) => {
  expect(say(move(arranged, to))).toBe(expected);
});

test('what is late stays late: its due date does not move, though it may be arranged for another day', () => {
  expect(move(run(), '2026-10-15', '2026-09-30')).toBe('run-due');
  expect(say(move(arrangedFor('2026-09-29'), '2026-10-15', '2026-10-09'))).toBe(
    `held 2026-10-15 三楼会议室; ${askedAgain}; outside-window; deadline-passed`,
  );
});

test.each([
  ['run-closed', run({ isClosed: true })],
  ['run-held', run({}, 'reporting')],
  ['run-on-hold', run({ isOnHold: true })],
])('%s is not moved', (fault, one) => {
  expect(move(one, '2026-09-18')).toBe(fault);
});
