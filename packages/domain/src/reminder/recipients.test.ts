import fc from 'fast-check';
import { instantIn } from '../calendar/committee-time.js';
import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Membership, Role } from '../people/roster.js';
import { defaultRuleProfile } from '../rule-profile/rule-profile.js';
import type { TaskHolder } from '../task/task-holder.js';
import { atLadderFoot, firstMoment, foreseeLadder, type RungRecipient, rungMoments, stepLadder } from './ladder.js';
import { formFor, recipientsOf, tellStep } from './recipients.js';

const calendar = new WorkingCalendar(officialYears);
const { ladders, reminder: rules } = defaultRuleProfile;
const office = (accountId: string, role: Role, to: string | null = null): Membership => ({
  accountId,
  role,
  groupId: null,
  from: '2025-01-01',
  to,
});
const roster: Membership[] = [
  office('clerk', 'staff'),
  office('second clerk', 'staff', '2026-06-30'),
  office('chair', 'leader'),
  office('vice-chair', 'leader'),
  office('member', 'member', '2026-03-31'),
  { ...office('speaker', 'unit'), unitId: 'water' },
];
const person = (accountId: string): TaskHolder => ({ kind: 'account', accountId });

describe('whom a rung speaks to', () => {
  it.each<[RungRecipient, TaskHolder, string | null, string, string[]]>([
    ['record-keeper', person('member'), null, '2026-03-31', ['clerk', 'second clerk']],
    ['record-keeper', person('member'), null, '2026-07-01', ['clerk']],
    ['leader', person('member'), null, '2026-03-31', ['chair', 'vice-chair']],
    ['leader', person('member'), 'vice-chair', '2026-03-31', ['vice-chair']],
    // The leader in charge has left, or never was one: every leader.
    ['leader', person('member'), 'member', '2026-03-31', ['chair', 'vice-chair']],
    // The last day in office counts.
    ['holder', person('member'), null, '2026-03-31', ['member']],
    ['holder', person('member'), null, '2026-04-01', []],
    ['holder', { kind: 'role', role: 'staff' }, null, '2026-06-30', ['clerk', 'second clerk']],
    ['holder', { kind: 'unit', unitId: 'water' }, null, '2026-03-31', ['speaker']],
    ['holder', { kind: 'unit', unitId: 'roads' }, null, '2026-03-31', []],
  ])('%s of %j, leader in charge %s, on %s: %j', (to, holder, leaderAccountId, on, expected) => {
    expect(recipientsOf(to, { holder, leaderAccountId }, roster, on)).toEqual(expected);
  });
});

/** The duty was due on Tuesday 2026-03-31 and the server comes back on Wednesday at eleven: T+0 and T+1 in one step. */
describe('after an outage nobody hears twice about one duty', () => {
  const day = (iso: string) => Temporal.PlainDate.from(iso);
  const moments = rungMoments(ladders.duty, { opensOn: day('2026-01-01'), dueOn: day('2026-03-31') }, calendar, rules);
  const now = instantIn('Asia/Shanghai', day('2026-04-01'), '11:00');
  const step = stepLadder(moments, { settled: 5, askedOn: null }, { now, onHold: false }, calendar, rules);
  const told = (holder: TaskHolder, on = '2026-04-01', people = roster) =>
    tellStep(step.outcomes, (to) => recipientsOf(to, { holder, leaderAccountId: null }, people, on)).map(
      ({ moment, form, outcome, reason, recipients }) =>
        [moment.rung, form, outcome, reason, recipients.join()].join(' '),
    );

  const asked = 'T+1 ask-record sent reached clerk,second clerk';
  it.each<[string, TaskHolder, string[]]>([
    ['a clerk who holds it is only asked', person('clerk'), ['T+0 due-today superseded overtaken ', asked]],
    ['so are all of the staff', { kind: 'role', role: 'staff' }, ['T+0 due-today superseded overtaken ', asked]],
    ['a leader in charge hears that it is past', person('chair'), ['T+0 past-due sent reached chair', asked]],
    ['a holder who has left is skipped', person('member'), ['T+0 past-due skipped nobody-in-office ', asked]],
  ])('%s', (_, holder, expected) => {
    expect(told(holder)).toEqual(expected);
  });

  it('of several holders those hear who are not asked', () => {
    const people = [...roster, { ...office('clerk', 'unit'), unitId: 'water' }];
    expect(told({ kind: 'unit', unitId: 'water' }, '2026-04-01', people)).toEqual([
      'T+0 past-due sent reached speaker',
      asked,
    ]);
  });

  it('with nobody to ask, the holder still hears', () => {
    const people = [office('chair', 'leader')];
    expect(told(person('chair'), '2026-04-01', people)).toEqual([
      'T+0 past-due sent reached chair',
      'T+1 ask-record skipped nobody-in-office ',
    ]);
  });

  it('only who owes it is spared: a leader told ahead hears although the holder is told the same morning', () => {
    const ladder = [
      { name: 'T-20', offset: { unit: 'calendar-days', days: -20 }, to: 'leader', form: 'notice' },
      { name: 'T-15', offset: { unit: 'calendar-days', days: -15 }, to: 'holder', form: 'notice' },
    ] as const;
    const ahead = rungMoments(ladder, { opensOn: day('2026-01-01'), dueOn: day('2026-03-31') }, calendar, rules);
    const morning = instantIn('Asia/Shanghai', day('2026-03-17'), '09:00');
    const late = stepLadder(ahead, { settled: 0, askedOn: null }, { now: morning, onHold: false }, calendar, rules);
    const duty = { holder: person('chair'), leaderAccountId: null };
    const rungs = tellStep(late.outcomes, (to) => recipientsOf(to, duty, roster, '2026-03-17'));
    expect(rungs.map(({ moment, recipients }) => `${moment.rung} ${recipients.join()}`)).toEqual([
      'T-20 chair,vice-chair',
      'T-15 chair',
    ]);
  });

  it('what is held or superseded tells nobody', () => {
    const held = stepLadder(moments, { settled: 5, askedOn: null }, { now, onHold: true }, calendar, rules);
    expect(tellStep(held.outcomes, () => ['clerk'])).toEqual(
      held.outcomes.map((one) => ({ ...one, recipients: [], owing: [] })),
    );
  });

  it('whoever holds it and whenever the server looks, a person hears of the duty once a look at most', () => {
    const anyHolder = fc.constantFrom<TaskHolder>(person('clerk'), person('chair'), { kind: 'role', role: 'staff' });
    fc.assert(
      fc.property(
        anyHolder,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 8 }),
        (holder, hours, settled) => {
          const at = now.subtract({ hours: 200 }).add({ hours });
          const { outcomes } = stepLadder(
            moments,
            { settled, askedOn: null },
            { now: at, onHold: false },
            calendar,
            rules,
          );
          const rungs = tellStep(outcomes, (to) =>
            recipientsOf(to, { holder, leaderAccountId: null }, roster, '2026-04-01'),
          );
          const heard = rungs.flatMap(({ recipients }) => recipients);
          return rungs.length === outcomes.length && new Set(heard).size === heard.length;
        },
      ),
    );
  });
});

/** The duty was due on Tuesday 2026-03-31; nobody did it and nobody acts. */
describe('a leader late with a duty of his own', () => {
  const day = (iso: string) => Temporal.PlainDate.from(iso);
  const said = (key: string, holder: TaskHolder, leaderAccountId: string | null, people = roster) => {
    const moments = rungMoments(
      ladders[key] ?? [],
      { opensOn: day('2026-04-01'), dueOn: day('2026-03-31') },
      calendar,
      rules,
    );
    const openedAt = instantIn(rules.zone, day('2026-03-31'), '20:00');
    const nextAt = firstMoment(moments, openedAt, calendar, rules);
    return foreseeLadder(moments, { progress: atLadderFoot, nextAt }, calendar, rules).flatMap(
      ({ happensAt, outcomes }) => {
        const on = happensAt.toZonedDateTimeISO(rules.zone).toPlainDate().toString();
        return tellStep(outcomes, (to) => recipientsOf(to, { holder, leaderAccountId }, people, on))
          .filter(({ moment }) => moment.rung > 'T+0')
          .map((told) =>
            [
              on,
              `${told.moment.rung} ${told.form}:`,
              ...told.recipients.map((accountId) => `${accountId} ${formFor(told, accountId)}`),
            ].join(' '),
          );
      },
    );
  };

  it.each<[string, TaskHolder, string | null, string[]]>([
    [
      'reported to the leader in charge, after the question',
      person('vice-chair'),
      'chair',
      ['2026-04-07 T+4 escalation: chair escalation', '2026-04-10 T+7 escalation: chair escalation'],
    ],
    [
      'reported to the other leaders, and not to himself',
      person('vice-chair'),
      null,
      [
        '2026-04-07 T+4 escalation: chair escalation vice-chair past-due',
        '2026-04-10 T+7 escalation: chair escalation vice-chair past-due',
      ],
    ],
    [
      'in charge of it himself, it is reported to nobody',
      person('chair'),
      'chair',
      ['2026-04-07 T+4 past-due: chair past-due', '2026-04-10 T+7 past-due: chair past-due'],
    ],
  ])('hears of it before anybody is asked; %s', (_, holder, leaderAccountId, reported) => {
    const owing = holder.kind === 'account' ? holder.accountId : '';
    const asked = 'clerk ask-record second clerk ask-record';
    expect(said('duty/leader', holder, leaderAccountId)).toEqual([
      `2026-04-01 T+1 past-due: ${owing} past-due`,
      `2026-04-02 T+2 ask-record: ${asked}`,
      ...reported,
    ]);
  });

  it('is not reported to himself on a ladder of the committee’s own either', () => {
    expect(said('duty-short', person('chair'), 'chair').at(-1)).toBe('2026-04-03 T+3 past-due: chair past-due');
  });

  it('what all leaders owe is reported to none of them', () => {
    const all: TaskHolder = { kind: 'role', role: 'leader' };
    expect(said('duty-short', all, null).at(-1)).toBe('2026-04-03 T+3 past-due: chair past-due vice-chair past-due');
  });

  it('where others owe it too, it stays a report, and who leads and owes it hears a holder’s words', () => {
    const people = [...roster, { ...office('chair', 'unit'), unitId: 'water' }];
    expect(said('duty-short', { kind: 'unit', unitId: 'water' }, 'chair', people).at(-1)).toBe(
      '2026-04-03 T+3 escalation: chair past-due',
    );
  });
});
