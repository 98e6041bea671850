import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Role } from '../people/roster.js';
import { defaultRuleProfile } from '../rule-profile/rule-profile.js';
import { type CaseFacts, plainFacts } from './case-facts.js';
import { allowedActions, decide, startCase } from './decide.js';
import { checkDefinition } from './definition.js';
import { definitions } from './definitions/index.js';

const facts: CaseFacts = {
  ...plainFacts,
  occurrence: {
    from: '2026-01-01',
    dueOn: '2026-03-31',
    dueReason: { rule: 'last-workday-of-window', from: '2026-03-31', provisional: false },
  },
  target: 2,
  participants: 'members',
};
const as = (...roles: (Role | 'system')[]) => ({
  today: Temporal.PlainDate.from('2026-03-12'),
  calendar: new WorkingCalendar(officialYears),
  profile: defaultRuleProfile,
  actor: { accountId: 'somebody', roles },
});
const { activity, solicitation } = definitions;
const plan = definitions['annual-plan'];
const planned = { state: 'planned', facts };

describe('definitions', () => {
  it.each(Object.values(definitions).map((one) => [one.name, one] as const))('%s has no fault', (_name, definition) => {
    expect(checkDefinition(definition)).toEqual([]);
  });

  it('faults are named', () => {
    const faulty = {
      name: 'faulty',
      version: 1,
      initial: 'a',
      states: { a: { on: { go: [{ to: 'nowhere', by: ['staff' as const] }] } }, b: {}, c: { final: true as const } },
    };
    expect(checkDefinition(faulty)).toEqual([
      'a leads to nowhere, which is not a state',
      'b cannot be reached',
      'b is a dead end and not final',
      'c cannot be reached',
    ]);
  });
});

describe('an activity', () => {
  it('opens with one duty for whoever is in charge, due when its window is', () => {
    expect(startCase(activity, facts, as('system')).effects).toMatchObject([
      { kind: 'hold-activity', opensOn: '2026-01-01', dueOn: '2026-03-31', holder: { kind: 'responsible' } },
    ]);
  });

  it('arranged, asks each participant, due a working day before', () => {
    const decision = decide(activity, planned, { event: 'arrange', input: { heldOn: '2026-03-23' } }, as('staff'));
    expect(decision).toMatchObject({
      ok: true,
      to: 'arranged',
      effects: [{ effect: 'open-task', kind: 'answer-invitation', dueOn: '2026-03-20' }],
    });
  });

  it('arranged again, takes the old questions back and asks anew', () => {
    const arranged = { state: 'arranged', facts };
    const decision = decide(activity, arranged, { event: 'arrange', input: { heldOn: '2026-03-25' } }, as('staff'));
    expect(decision).toMatchObject({
      to: 'arranged',
      effects: [
        { effect: 'cancel-task', kind: 'answer-invitation' },
        { effect: 'open-task', kind: 'answer-invitation', dueOn: '2026-03-24' },
      ],
    });
  });

  it('held, is closed on the day it was held; with a report wanted, the report is owed 15 working days later', () => {
    const record = { event: 'record', input: { doneOn: '2026-03-10' } };
    expect(decide(activity, planned, record, as('staff'))).toMatchObject({
      to: 'closed',
      isFinal: true,
      effects: [{ effect: 'complete-task', kind: 'hold-activity', doneOn: '2026-03-10' }],
    });
    const withReport = { state: 'planned', facts: { ...facts, reportWanted: true } };
    expect(decide(activity, withReport, record, as('staff'))).toMatchObject({
      to: 'reporting',
      effects: [{ effect: 'complete-task' }, { effect: 'open-task', kind: 'write-report', dueOn: '2026-03-31' }],
    });
  });

  it.each([
    ['record', {}, 'field-missing'],
    ['record', { doneOn: '2026-03-13' }, 'date-in-future'],
    ['record', { doneOn: '2025-12-31' }, 'done-before-window'],
    ['record', { doneOn: '12 March' }, 'field-invalid'],
    ['record', { doneOn: '2026-02-30' }, 'field-invalid'],
    ['record', { doneOn: '2026-03-10', attended: -1 }, 'field-invalid'],
    ['arrange', { heldOn: '2026-03-11' }, 'date-in-past'],
    ['drop', { reason: 'x' }, 'role-not-allowed'],
    ['vanish', {}, 'action-not-known-here'],
  ])('%s %j is refused: %s', (event, input, code) => {
    expect(decide(activity, planned, { event, input }, as('staff'))).toMatchObject({ ok: false, code });
  });
});

it('a solicitation asks the target of each participant and closes itself when all is in', () => {
  expect(startCase(solicitation, facts, as('system')).effects).toMatchObject([
    { kind: 'contribute', target: 2, holder: { kind: 'each-participant' }, whenAllDone: 'complete' },
  ]);
  const open = { state: 'open', facts };
  expect(decide(solicitation, open, { event: 'complete', input: {} }, as('staff'))).toMatchObject({ ok: false });
  expect(decide(solicitation, open, { event: 'complete', input: {} }, as('system'))).toMatchObject({ to: 'closed' });
});

describe('a plan: who may do what, where', () => {
  it.each([
    ['draft', 'staff', ['submit']],
    ['draft', 'leader', []],
    ['submitted', 'staff', []],
    ['submitted', 'leader', ['approve', 'send-back']],
    ['approved', 'staff', ['publish']],
    ['approved', 'leader', []],
    ['published', 'staff', ['close']],
    ['closed', 'staff', []],
    ['draft', 'member', []],
    ['draft', 'administrator', []],
  ] as const)('%s, %s: %j', (state, role, events) => {
    expect(allowedActions(plan, { state, facts: plainFacts }, as(role).actor).map(({ event }) => event)).toEqual(
      events,
    );
  });
});
