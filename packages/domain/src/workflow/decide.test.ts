import fc from 'fast-check';
import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { roles } from '../people/roster.js';
import { defaultRuleProfile } from '../rule-profile/rule-profile.js';
import type { ActionInput, WorkflowActor } from './case-context.js';
import { type CaseFacts, plainFacts } from './case-facts.js';
import type { WorkflowEffect } from './case-tasks.js';
import { allowedActions, type Decision, decide, startCase } from './decide.js';
import type { ActionField, Performer, Transition, WorkflowDefinition } from './definition.js';
import { definitions } from './definitions/index.js';

const calendar = new WorkingCalendar(officialYears);
const contextOf = (actor: WorkflowActor) => ({
  today: Temporal.PlainDate.from('2026-03-12'),
  calendar,
  profile: defaultRuleProfile,
  actor,
});
const facts: CaseFacts = {
  ...plainFacts,
  occurrence: {
    from: '2026-01-01',
    dueOn: '2026-03-31',
    dueReason: { rule: 'last-workday-of-window', from: '2026-03-31', provisional: false },
  },
  target: 2,
  participants: 'members',
  responsibleAccountId: 'in-charge',
  leaderAccountId: 'leader-in-charge',
  addressee: { kind: 'account', accountId: 'addressee' },
};

/** Everyone who could fire an event, each with nothing but that. */
const performers: Readonly<Record<Performer, WorkflowActor>> = {
  staff: { accountId: 'somebody', roles: ['staff'] },
  member: { accountId: 'somebody', roles: ['member'] },
  leader: { accountId: 'somebody', roles: ['leader'] },
  unit: { accountId: 'somebody', roles: ['unit'] },
  administrator: { accountId: 'somebody', roles: ['administrator'] },
  system: { accountId: null, roles: ['system'] },
  responsible: { accountId: 'in-charge', roles: [] },
  addressee: { accountId: 'addressee', roles: [] },
};
const stranger: WorkflowActor = { accountId: 'somebody', roles: [] };

/** What an action asks for, filled in so that it can be taken. */
function filledIn(fields: readonly ActionField[] | undefined): ActionInput {
  const values = { 'date-done': '2026-03-10', 'date-planned': '2026-03-20', text: '有', count: 3 } as const;
  return Object.fromEntries((fields ?? []).map(({ name, type }) => [name, values[type]]));
}

interface Way {
  readonly definition: WorkflowDefinition;
  readonly state: string;
  readonly event: string;
  readonly transition: Transition;
  readonly facts: CaseFacts;
}

/** Every transition of every definition, with facts under which it is taken. */
const ways: Way[] = Object.values(definitions).flatMap((definition) =>
  Object.entries(definition.states).flatMap(([state, { on }]) =>
    Object.entries(on ?? {}).flatMap(([event, transitions]) =>
      transitions.map((transition) => ({
        definition,
        state,
        event,
        transition,
        facts: { ...facts, reportWanted: transition.when === 'report-wanted' },
      })),
    ),
  ),
);
const named = (way: Way) => [`${way.definition.name}, ${way.state}: ${way.event}`, way] as const;

function fire(way: Way, input: ActionInput, actor: WorkflowActor, event = way.event) {
  return decide(way.definition, { state: way.state, facts: way.facts }, { event, input }, contextOf(actor));
}

describe('who may do what', () => {
  it.each(ways.map(named))('%s', (_name, way) => {
    const input = filledIn(way.transition.fields);
    for (const [who, actor] of Object.entries(performers)) {
      const decided = fire(way, input, actor);
      const isAllowed = way.transition.by.some((one) => one === who);
      expect([who, decided.ok ? decided.to : decided.code]).toEqual([
        who,
        isAllowed ? way.transition.to : 'role-not-allowed',
      ]);
    }
    expect(fire(way, input, stranger)).toEqual({ ok: false, code: 'role-not-allowed' });
  });

  it.each(Object.values(definitions).map((one) => [one.name, one] as const))(
    '%s: the actions shown are those that can be taken, with the fields they ask for',
    (_name, definition) => {
      for (const state of Object.keys(definition.states)) {
        for (const [who, actor] of Object.entries(performers)) {
          const shown = allowedActions(definition, { state, facts }, actor);
          const wanted = Object.entries(definition.states[state]?.on ?? {})
            .filter(([, [first]]) => first?.by.some((one) => one === who))
            .map(([event, [first]]) => ({ event, fields: first?.fields ?? [] }));
          expect([state, who, shown]).toEqual([state, who, wanted]);
        }
      }
    },
  );

  it.each([
    [{ kind: 'account', accountId: 'addressee' }, performers.addressee, true],
    [{ kind: 'account', accountId: 'addressee' }, stranger, false],
    [{ kind: 'role', role: 'staff' }, { accountId: 'x', roles: ['staff'] }, true],
    [{ kind: 'role', role: 'unit' }, { accountId: 'x', roles: ['member'] }, false],
    [{ kind: 'unit', unitId: 'roads' }, { accountId: 'x', roles: ['unit'], unitIds: ['schools', 'roads'] }, true],
    [{ kind: 'unit', unitId: 'roads' }, { accountId: 'x', roles: ['unit'], unitIds: ['schools'] }, false],
    [{ kind: 'unit', unitId: 'roads' }, { accountId: 'x', roles: ['unit'] }, false],
    [null, performers.addressee, false],
    // Nobody is no person: the system does not act for an item without anyone in charge.
    [null, { accountId: null, roles: [] }, false],
  ] as const)('a slip to %j, acknowledged by %j: %s', (addressee, actor, isAllowed) => {
    const current = { state: 'issued', facts: { ...plainFacts, addressee } };
    const decided = decide(
      definitions['supervision-slip'],
      current,
      { event: 'acknowledge', input: {} },
      contextOf(actor),
    );
    expect(decided.ok).toBe(isAllowed);
  });

  it('an item without a person in charge is nobody’s but the staff’s', () => {
    const current = { state: 'open', facts: { ...facts, responsibleAccountId: null } };
    const command = { event: 'finish', input: { doneOn: '2026-03-10' } };
    expect(decide(definitions.duty, current, command, contextOf({ accountId: null, roles: [] })).ok).toBe(false);
    expect(decide(definitions.duty, current, command, contextOf(performers.staff)).ok).toBe(true);
  });
});

describe('what an action must bring', () => {
  const asked = ways.flatMap((way) => (way.transition.fields ?? []).map((field) => ({ way, field })));
  const performerOf = ({ transition }: Way) => performers[transition.by[0]!];

  it.each(asked.map(({ way, field }) => [`${named(way)[0]}, ${field.name}`, way, field] as const))(
    '%s',
    (_name, way, field) => {
      const full = filledIn(way.transition.fields);
      const { [field.name]: _left, ...without } = full;
      const actor = performerOf(way);
      const missing = field.required ? { ok: false, code: 'field-missing', field: field.name } : { ok: true };
      expect(fire(way, without, actor)).toMatchObject(missing);
      expect(fire(way, { ...full, [field.name]: '' }, actor)).toMatchObject(missing);
      expect(fire(way, { ...full, [field.name]: '  ' }, actor)).toMatchObject(missing);
      const wrong: Record<ActionField['type'], [value: string | number, code: string][]> = {
        'date-done': [
          ['2026-03-13', 'date-in-future'],
          ['2026-02-30', 'field-invalid'],
          ['3月10日', 'field-invalid'],
          [20260310, 'field-invalid'],
          ['+002026-03-10', 'field-invalid'],
          ['2026-03-10T00:00', 'field-invalid'],
          ['2025-12-31', 'done-before-window'],
        ],
        'date-planned': [
          ['2026-03-11', 'date-in-past'],
          ['2026-02-30', 'field-invalid'],
          ['2100-01-01', 'field-invalid'],
          ['9999-12-31', 'field-invalid'],
        ],
        text: [
          ['字'.repeat(2001), 'field-invalid'],
          [5, 'field-invalid'],
        ],
        count: [
          [-1, 'field-invalid'],
          [1.5, 'field-invalid'],
          [1_000_000, 'field-invalid'],
          ['3', 'field-invalid'],
        ],
      };
      for (const [value, code] of wrong[field.type]) {
        const refused = { ok: false, code, field: field.name };
        expect(fire(way, { ...full, [field.name]: value }, actor)).toEqual(refused);
      }
      const right: Record<ActionField['type'], (string | number)[]> = {
        'date-done': ['2026-03-12', '2026-01-01'],
        'date-planned': ['2026-03-12'],
        text: ['字'.repeat(2000)],
        count: [999_999, 0],
      };
      for (const value of right[field.type]) {
        expect(fire(way, { ...full, [field.name]: value }, actor)).toMatchObject({ ok: true });
      }
    },
  );

  it.each(ways.map(named))('%s: what nobody asked for is refused, not ignored', (_name, way) => {
    const input = { ...filledIn(way.transition.fields), signedBy: '某人' };
    expect(fire(way, input, performerOf(way))).toEqual({ ok: false, code: 'field-invalid', field: 'signedBy' });
  });

  it('a doing before the window began is refused, unless the duty was entered beside the plan or has no window', () => {
    const finish = { event: 'finish', input: { doneOn: '2025-12-31' } };
    const finished = (changes: Partial<CaseFacts>) =>
      decide(definitions.duty, { state: 'open', facts: { ...facts, ...changes } }, finish, contextOf(performers.staff));
    expect(finished({})).toEqual({ ok: false, code: 'done-before-window', field: 'doneOn' });
    expect(finished({ origin: 'urging' })).toEqual({ ok: false, code: 'done-before-window', field: 'doneOn' });
    expect(finished({ origin: 'unplanned' })).toMatchObject({ ok: true });
    expect(finished({ occurrence: null })).toMatchObject({ ok: true });
  });
});

it('an action that a state does not know is refused wherever it is known', () => {
  for (const definition of Object.values(definitions)) {
    const events = new Set(Object.values(definition.states).flatMap(({ on }) => Object.keys(on ?? {})));
    for (const [state, { on }] of Object.entries(definition.states)) {
      for (const event of [...events, 'vanish', 'toString']) {
        if (Object.keys(on ?? {}).includes(event)) continue;
        for (const actor of Object.values(performers)) {
          const decided = decide(definition, { state, facts }, { event, input: {} }, contextOf(actor));
          expect([state, event, decided]).toEqual([state, event, { ok: false, code: 'action-not-known-here' }]);
        }
      }
    }
    const nowhere = { state: 'nowhere', facts };
    expect(decide(definition, nowhere, { event: 'close', input: {} }, contextOf(performers.staff)).ok).toBe(false);
    expect(allowedActions(definition, nowhere, performers.staff)).toEqual([]);
  }
});

describe('any way through a workflow', () => {
  const everyone: WorkflowActor = { accountId: 'in-charge', roles: [...roles, 'system'] };

  function follow(open: Set<string>, effects: readonly WorkflowEffect[]): void {
    for (const effect of effects) {
      if (effect.effect === 'open-task') {
        expect(open).not.toContain(effect.kind);
        open.add(effect.kind);
      } else {
        expect(open).toContain(effect.kind);
        open.delete(effect.kind);
      }
    }
  }

  it.each(Object.values(definitions).map((one) => [one.name, one] as const))(
    '%s: no duty is opened twice, ended when it is not open, or open after the end',
    (_name, definition) => {
      fc.assert(
        fc.property(fc.boolean(), fc.array(fc.nat(), { maxLength: 30 }), (reportWanted, choices) => {
          const known = { ...facts, reportWanted };
          const open = new Set<string>();
          const begun: Decision = startCase(definition, known, contextOf(everyone));
          follow(open, begun.effects);
          let { to, isFinal } = begun;
          for (const choice of choices) {
            const current = { state: to, facts: known };
            const actions = allowedActions(definition, current, { ...everyone, accountId: 'addressee' });
            const action = actions[choice % Math.max(actions.length, 1)];
            if (action === undefined) break;
            const command = { event: action.event, input: filledIn(action.fields) };
            const decided = decide(definition, current, command, contextOf({ ...everyone, accountId: 'addressee' }));
            if (!decided.ok) throw new Error(`${to}.${action.event} was shown and refused: ${decided.code}`);
            expect(decided.from).toBe(to);
            follow(open, decided.effects);
            ({ to, isFinal } = decided);
          }
          expect(isFinal).toBe(definition.states[to]?.final === true);
          if (isFinal) expect([...open]).toEqual([]);
          const alive = Object.values(definition.states)
            .flatMap(({ opens }) => opens ?? [])
            .filter(({ openIn }) => openIn.includes(to))
            .map(({ kind }) => kind);
          expect([...open].sort()).toEqual(alive.sort());
        }),
        { numRuns: 300 },
      );
    },
  );
});
