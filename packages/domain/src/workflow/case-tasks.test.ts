import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import type { DueReason } from '../recurrence/window.js';
import { defaultRuleProfile } from '../rule-profile/rule-profile.js';
import { type CaseFacts, plainFacts } from './case-facts.js';
import { cancelledBy, dueAgain, heldAlong, openedIn, rescheduleCase } from './case-tasks.js';
import type { TaskSpec, WorkflowDefinition } from './definition.js';
import { definitions } from './definitions/index.js';

const { activity } = definitions;
const dueReason: DueReason = { rule: 'last-workday-of-window', from: '2026-03-31', provisional: false };
const at = (from: string, dueOn: string) => ({ ...plainFacts, occurrence: { from, dueOn, dueReason } });
const before = at('2026-01-01', '2026-03-31');

describe('an occurrence that moves takes along the open task that is due with it, and no other', () => {
  const moved = { effect: 'move-task', kind: 'hold-activity', dueReason, because: 'plan-amended' } as const;
  it.each([
    ['planned', at('2026-04-01', '2026-06-30'), [{ ...moved, opensOn: '2026-04-01', dueOn: '2026-06-30' }]],
    ['arranged', at('2026-01-01', '2026-03-30'), [{ ...moved, opensOn: '2026-01-01', dueOn: '2026-03-30' }]],
    ['planned', at('2026-02-01', '2026-03-31'), [{ ...moved, opensOn: '2026-02-01', dueOn: '2026-03-31' }]],
    [
      'planned',
      { ...before, occurrence: { ...before.occurrence, dueReason: { ...dueReason, provisional: true } } },
      [
        {
          ...moved,
          opensOn: '2026-01-01',
          dueOn: '2026-03-31',
          dueReason: { ...dueReason, provisional: true },
        },
      ],
    ],
    // The report is due so many days after the activity was held, wherever the occurrence lies.
    ['reporting', at('2026-04-01', '2026-06-30'), []],
    ['closed', at('2026-04-01', '2026-06-30'), []],
    ['planned', before, []],
    ['planned', { ...before, responsibleAccountId: 'somebody' }, []],
    ['planned', plainFacts, []],
  ] as const)('%s %#', (state, facts, effects) => {
    expect(rescheduleCase(activity, { state, facts: before }, facts, 'plan-amended')).toEqual(effects);
  });

  it('one that had no dates gets them', () => {
    expect(rescheduleCase(activity, { state: 'planned', facts: plainFacts }, before, 'calendar-changed')).toHaveLength(
      1,
    );
  });
});

it.each([
  ['activity', 'hold-activity', ['answer-invitation']],
  ['inspection', 'hold-inspection', ['answer-invitation']],
  ['activity', 'answer-invitation', []],
  ['activity', 'write-report', []],
  ['duty', 'do-duty', []],
] as const)('on hold in %s together with %s: %j', (name, kind, along) => {
  expect(heldAlong(definitions[name], kind)).toEqual(along);
});

const calendar = new WorkingCalendar(officialYears);
/** A Thursday; ten working days later is 26 March, ten before 26 February. */
const today = Temporal.PlainDate.from('2026-03-12');
const context = {
  today,
  calendar,
  profile: { ...defaultRuleProfile, reportWithinWorkdays: 10 },
  actor: { accountId: null, roles: [] },
};

const report: TaskSpec = {
  kind: 'write-report',
  holder: { kind: 'responsible' },
  due: { rule: 'workdays-after-entry', within: 'reportWithinWorkdays' },
  ladder: 'duty-short',
  openIn: ['reporting'],
};

/** A case of two states, the second of which opens one task. */
const opening = (spec: Partial<TaskSpec>, first: Partial<TaskSpec>[] = []): WorkflowDefinition => ({
  name: 'duty',
  version: 1,
  initial: 'planned',
  states: {
    planned: { opens: first.map((one) => ({ ...report, ...one })) },
    reporting: { opens: [{ ...report, ...spec }] },
    closed: { final: true },
  },
});

const opened = (
  spec: Partial<TaskSpec>,
  { facts = plainFacts, input = {} }: { facts?: CaseFacts; input?: Record<string, string | number> } = {},
) => {
  const [task] = openedIn(opening(spec), { from: 'planned', to: 'reporting', facts, input }, context);
  if (task === undefined) throw new Error('nothing was opened');
  return task;
};

describe('a state opens its tasks', () => {
  it('all that is known of one', () => {
    expect(opened({})).toEqual({
      effect: 'open-task',
      kind: 'write-report',
      holder: { kind: 'responsible' },
      ladder: 'duty-short',
      opensOn: '2026-03-12',
      dueOn: '2026-03-26',
      dueReason: { rule: 'workdays-after-entry', from: '2026-03-12', workdays: 10, provisional: false },
      target: 1,
      byContribution: false,
      whenAllDone: null,
      origin: 'planned',
      heldUntilReleased: false,
      heldWith: null,
    });
  });

  it('a state that opens none, or is not known, opens none', () => {
    const definition = opening({});
    const step = { from: 'reporting', facts: plainFacts, input: {} };
    expect(openedIn(definition, { ...step, to: 'closed' }, context)).toEqual([]);
    expect(openedIn(definition, { ...step, to: 'nowhere' }, context)).toEqual([]);
  });

  it.each([
    ['was opened by the state before as well begins anew', [{}], ['planned', 'reporting'], 1],
    ['was opened there beside another begins anew', [{}, { kind: 'write-minutes' }], ['planned', 'reporting'], 1],
    ['merely stayed open in the state before lives on', [], ['planned', 'reporting'], 0],
    ['was not open before is opened', [], ['reporting'], 1],
  ] as const)('one that %s', (_, first, openIn, count) => {
    const tasks = openedIn(
      opening({ openIn }, [...first]),
      { from: 'planned', to: 'reporting', facts: plainFacts, input: {} },
      context,
    );
    expect(tasks).toHaveLength(count);
  });

  it('one in a case that only begins is opened, wherever else it could be open', () => {
    const definition = opening({ openIn: ['planned', 'reporting'] });
    expect(openedIn(definition, { from: null, to: 'reporting', facts: plainFacts, input: {} }, context)).toHaveLength(
      1,
    );
    expect(
      openedIn(definition, { from: 'nowhere', to: 'reporting', facts: plainFacts, input: {} }, context),
    ).toHaveLength(1);
  });

  it('pieces are counted towards the item’s target, or towards one', () => {
    const facts = { ...plainFacts, target: 3 };
    expect(opened({ contributions: 'item-target' }, { facts })).toMatchObject({ target: 3, byContribution: true });
    expect(opened({ contributions: 'one' }, { facts })).toMatchObject({ target: 1, byContribution: true });
    expect(opened({}, { facts })).toMatchObject({ target: 1, byContribution: false });
  });

  it('what follows when all are done, and what it rests with, go along', () => {
    expect(opened({ whenAllDone: 'close', heldWith: 'do-duty' })).toMatchObject({
      whenAllDone: 'close',
      heldWith: 'do-duty',
    });
  });
});

describe('what handling units owe is held until a named person releases it', () => {
  const unit = { kind: 'unit', unitId: 'traffic' } as const;
  const person = { kind: 'account', accountId: 'somebody' } as const;
  it.each([
    ['each unit that takes part', 'each-participant', { participants: 'units' }, true],
    ['each member that takes part', 'each-participant', { participants: 'members' }, false],
    ['each member, in a case about a unit', 'each-participant', { participants: 'members', addressee: unit }, false],
    ['the unit addressed', 'addressee', { addressee: unit }, true],
    ['the person addressed', 'addressee', { addressee: person }, false],
    ['nobody addressed', 'addressee', { addressee: null }, false],
    ['the person in charge, where units take part', 'responsible', { participants: 'units', addressee: unit }, false],
  ] as const)('%s', (_, kind, facts, isHeld) => {
    expect(opened({ holder: { kind } }, { facts: { ...plainFacts, ...facts } }).heldUntilReleased).toBe(isHeld);
  });
});

describe('when a task is due', () => {
  it('with the occurrence: from its first day, to its day, for its reason', () => {
    const spec = { due: { rule: 'occurrence-due' } } as const;
    expect(opened(spec, { facts: before })).toMatchObject({
      opensOn: '2026-01-01',
      dueOn: '2026-03-31',
      dueReason,
    });
    expect(() => opened(spec)).toThrow('Task write-report needs an occurrence to be due.');
  });

  it('so many working days after it was done, wherever the occurrence lies', () => {
    const spec = { due: { rule: 'workdays-after-done', within: 'reportWithinWorkdays' } } as const;
    expect(opened(spec, { facts: before, input: { doneOn: '2026-03-10' } })).toMatchObject({
      opensOn: '2026-03-12',
      dueOn: '2026-03-24',
      dueReason: { rule: 'workdays-after-done', from: '2026-03-10', workdays: 10, provisional: false },
    });
    expect(() => opened(spec)).toThrow('Task write-report is due by a date that the action does not bring.');
  });

  it.each([
    ['2026-04-30', '2026-04-16'],
    // Asked for at short notice: today at the earliest.
    ['2026-03-26', '2026-03-12'],
    ['2026-03-27', '2026-03-13'],
    ['2026-03-16', '2026-03-12'],
  ])('so many working days before the event of %s: %s', (heldOn, dueOn) => {
    const spec = { due: { rule: 'workdays-before-event', within: 'reportWithinWorkdays' } } as const;
    expect(opened(spec, { input: { heldOn } })).toMatchObject({ dueOn, dueReason: { from: heldOn, workdays: 10 } });
  });

  it('on the day a field names', () => {
    expect(
      opened({ due: { rule: 'date-of-field', field: 'until' } }, { input: { until: '2026-05-01' } }),
    ).toMatchObject({
      dueOn: '2026-05-01',
      dueReason: { rule: 'date-given', from: '2026-05-01', provisional: false },
    });
  });

  it('is provisional in a year whose holidays are not known', () => {
    const known = opened(
      { due: { rule: 'workdays-before-event', within: 'reportWithinWorkdays' } },
      { input: { heldOn: '2027-05-12' } },
    );
    expect(known.dueReason.provisional).toBe(true);
  });
});

describe('the ladder is chosen by the working days there are', () => {
  const ladder = { short: 'duty-short', long: 'duty', shortUpToWorkdays: 10 } as const;
  it.each([
    ['2026-03-26', 'duty-short'],
    ['2026-03-27', 'duty'],
  ])('up to %s: %s', (until, chosen) => {
    const due = { rule: 'date-of-field', field: 'until' } as const;
    expect(opened({ ladder, due }, { input: { until } }).ladder).toBe(chosen);
  });
});

describe('a due date reckoned anew by another calendar', () => {
  it('follows the working days from the same day, never before it was asked for', () => {
    const reason: DueReason = { rule: 'workdays-after-entry', from: '2026-03-12', workdays: 10, provisional: true };
    expect(dueAgain(reason, today, calendar)).toEqual({
      dueOn: '2026-03-26',
      dueReason: { ...reason, provisional: false },
    });
    const late: DueReason = { rule: 'workdays-before-event', from: '2026-03-16', workdays: 10, provisional: false };
    expect(dueAgain(late, today, calendar)).toMatchObject({ dueOn: '2026-03-12' });
  });

  it('does not touch a date that hangs on no working days', () => {
    expect(dueAgain(dueReason, today, calendar)).toBeNull();
  });
});

describe('a step ends undone what does not live on', () => {
  const definition: WorkflowDefinition = {
    ...opening({ kind: 'write-minutes', openIn: ['reporting'] }, [
      { openIn: ['planned'] },
      { kind: 'look-back', openIn: ['planned', 'reporting'] },
    ]),
  };
  it('only what was open and was not completed', () => {
    const step = { from: 'planned', to: 'reporting' };
    expect(cancelledBy(definition, { ...step, completes: [] })).toEqual([
      { effect: 'cancel-task', kind: 'write-report' },
    ]);
    expect(cancelledBy(definition, { ...step, completes: ['write-report'] })).toEqual([]);
  });

  it('also what begins anew in the state it leads to', () => {
    const back = { from: 'reporting', to: 'planned', completes: [] };
    expect(cancelledBy(definition, back).map((one) => one.effect === 'cancel-task' && one.kind)).toEqual([
      'look-back',
      'write-minutes',
    ]);
  });
});
