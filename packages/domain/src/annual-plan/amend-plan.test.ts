import fc from 'fast-check';
import { quarterlyActivity as item } from '../../test/quarterly-activity.js';
import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { anchorDays, type EventAnchor } from '../recurrence/anchor.js';
import type { Cadence } from '../recurrence/cadence.js';
import { amendPlan, type PlanChange, type StandingOccurrence } from './amend-plan.js';
import { expandPlan } from './expand-plan.js';
import type { PlanItem } from './plan-item.js';
import { factsOf } from './rehearse.js';

const session = (on: string | null, isProvisional = false): EventAnchor[] => [
  { key: 'plenary-closes', name: '全会闭幕', on, isProvisional },
];
const rules = (events: EventAnchor[] = [], years = officialYears, year = 2026) => ({
  calendar: new WorkingCalendar(years),
  anchors: anchorDays(year, events),
});
/** What stands once the items were published; `acted` and `closed` name occurrence keys. */
const published = (
  items: readonly PlanItem[],
  by = rules(),
  { acted = [] as string[], closed = [] as string[] } = {},
  year = 2026,
): StandingOccurrence[] =>
  expandPlan(items, year, by).occurrences.map((occurrence) => {
    const of = items.find(({ id }) => id === occurrence.itemId) ?? item();
    return {
      ...occurrence,
      id: `${occurrence.itemId} ${occurrence.key}`,
      title: of.title,
      workflow: of.workflow,
      facts: factsOf(of, occurrence),
      isClosed: closed.includes(occurrence.key),
      isActedOn: acted.includes(occurrence.key) || closed.includes(occurrence.key),
      isHandedOver: false,
    };
  });
const say = (one: PlanChange): string => {
  switch (one.change) {
    case 'added':
      return `added ${one.occurrence.key} due ${one.occurrence.dueOn}`;
    case 'skipped':
      return `skipped ${one.occurrence.key}: ${one.why}`;
    case 'dropped':
      return `dropped ${one.standing.key}`;
    case 'retitled':
      return `retitled ${one.standing.key}: ${one.title}`;
    case 'kept':
      return `kept ${one.standing.key}: ${one.why}`;
    default:
      return `${one.change} ${one.standing.key} ${one.standing.dueOn} to ${one.occurrence.key} ${one.occurrence.dueOn}`;
  }
};
const amended = (
  standing: StandingOccurrence[],
  items: readonly PlanItem[],
  { today = '2026-05-11', by = rules(), year = 2026 } = {},
) => amendPlan({ year, items, standing }, Temporal.PlainDate.from(today), by).changes.map(say);

const between = (from: string, to: string): Cadence => ({ kind: 'between', from, to });
const afterSession: Cadence = {
  kind: 'anchored',
  anchor: 'event:plenary-closes',
  from: null,
  to: { unit: 'calendar-days', count: 180 },
  shift: 'forward',
};

describe('an amendment on 11 May 2026 changes only what is due later and untouched', () => {
  it.each<[string, { before: PlanItem[]; after: PlanItem[]; acted?: string[]; closed?: string[] }, string[]]>([
    ['nothing changed', { before: [item()], after: [item()] }, []],
    [
      'a new item: what is past is not opened',
      { before: [], after: [item()] },
      [
        'skipped 2026-Q1: past',
        'added 2026-Q2 due 2026-06-30',
        'added 2026-Q3 due 2026-09-30',
        'added 2026-Q4 due 2026-12-31',
      ],
    ],
    [
      'an item taken out: the quarter recorded and the one arranged stay',
      { before: [item()], after: [], closed: ['2026-Q1'], acted: ['2026-Q2'] },
      ['kept 2026-Q1: closed', 'kept 2026-Q2: acted-on', 'dropped 2026-Q3', 'dropped 2026-Q4'],
    ],
    [
      'an overdue quarter stays owed',
      { before: [item()], after: [] },
      ['kept 2026-Q1: past', 'dropped 2026-Q2', 'dropped 2026-Q3', 'dropped 2026-Q4'],
    ],
    [
      'other days: moved, even where no day is common to both',
      {
        before: [item({ cadence: between('2026-05-01', '2026-05-31') })],
        after: [item({ cadence: between('2026-09-01', '2026-09-30') })],
      },
      ['moved 2026-05-01/2026-05-31 2026-05-29 to 2026-09-01/2026-09-30 2026-09-30'],
    ],
    [
      'other days for what is under way: it stays, and no second one comes',
      {
        before: [item({ cadence: between('2026-09-01', '2026-09-30') })],
        after: [item({ cadence: between('2026-11-01', '2026-11-30') })],
        acted: ['2026-09-01/2026-09-30'],
      },
      ['kept 2026-09-01/2026-09-30: acted-on'],
    ],
    [
      'other days for what is done: it is planned once more',
      {
        before: [item({ cadence: between('2026-05-01', '2026-05-31') })],
        after: [item({ cadence: between('2026-09-01', '2026-09-30') })],
        closed: ['2026-05-01/2026-05-31'],
      },
      ['kept 2026-05-01/2026-05-31: closed', 'added 2026-09-01/2026-09-30 due 2026-09-30'],
    ],
    [
      'moved into the past: kept',
      {
        before: [item({ cadence: between('2026-05-01', '2026-05-31') })],
        after: [item({ cadence: between('2026-04-01', '2026-05-11') })],
      },
      ['kept 2026-05-01/2026-05-31: new-date-past'],
    ],
    [
      'twice a quarter instead of once',
      { before: [item()], after: [item({ times: 2 })] },
      [
        'skipped 2026-Q1#2: past',
        'added 2026-Q2#2 due 2026-06-30',
        'added 2026-Q3#2 due 2026-09-30',
        'added 2026-Q4#2 due 2026-12-31',
      ],
    ],
    [
      'another person in charge: another duty',
      {
        before: [item()],
        after: [item({ responsibleAccountId: 'somebody' })],
        acted: ['2026-Q2'],
        closed: ['2026-Q1'],
      },
      [
        'kept 2026-Q1: closed',
        'kept 2026-Q2: acted-on',
        'replaced 2026-Q3 2026-09-30 to 2026-Q3 2026-09-30',
        'replaced 2026-Q4 2026-12-31 to 2026-Q4 2026-12-31',
      ],
    ],
    [
      'another name only, also for what is under way',
      { before: [item()], after: [item({ title: '委员活动日' })], closed: ['2026-Q1'], acted: ['2026-Q2'] },
      ['retitled 2026-Q2: 委员活动日', 'retitled 2026-Q3: 委员活动日', 'retitled 2026-Q4: 委员活动日'],
    ],
  ])('%s', (_name, { before, after, acted = [], closed = [] }, expected) => {
    expect(amended(published(before, rules(), { acted, closed }), after)).toEqual(expected);
  });

  it.each(['target', 'participants', 'groupId', 'leaderAccountId', 'reportWanted', 'workflow'] as const)(
    'a change of %s makes another duty',
    (field) => {
      const before = item({ workflow: 'solicitation', cadence: { kind: 'within', spans: [{ unit: 'year' }] } });
      const other = {
        target: 3,
        participants: 'units',
        groupId: 'g',
        leaderAccountId: 'l',
        reportWanted: true,
        workflow: 'activity',
      };
      const after = { ...before, [field]: other[field] } as PlanItem;
      expect(amended(published([before]), [after])).toEqual(['replaced 2026 2026-12-31 to 2026 2026-12-31']);
    },
  );

  it('each quarter made each half-year: the overlapping quarters carry on, the rest go', () => {
    const standing = published([item()], rules(), { closed: ['2026-Q1'] });
    expect(amended(standing, [item({ cadence: { kind: 'each', unit: 'half-year' } })])).toEqual([
      'moved 2026-Q2 2026-06-30 to 2026-H1 2026-06-30',
      'moved 2026-Q3 2026-09-30 to 2026-H2 2026-12-31',
      'kept 2026-Q1: closed',
      'dropped 2026-Q4',
    ]);
  });
});

describe('an anchor gets its day', () => {
  const items = [item({ id: 'hand-over', cadence: afterSession }), item()];

  it('what waited comes, nothing else moves', () => {
    const standing = published(items, rules(session(null)));
    expect(amended(standing, items, { by: rules(session('2026-01-20')) })).toEqual([
      'added 2026@event:plenary-closes due 2026-07-20',
    ]);
  });

  it('what hangs on it moves with it, and is confirmed when it is settled', () => {
    const standing = published(items, rules(session('2026-01-20', true)));
    expect(amended(standing, items, { by: rules(session('2026-01-27', true)) })).toEqual([
      'moved 2026@event:plenary-closes 2026-07-20 to 2026@event:plenary-closes 2026-07-27',
    ]);
    expect(amended(standing, items, { by: rules(session('2026-01-20')) })).toEqual([
      'confirmed 2026@event:plenary-closes 2026-07-20 to 2026@event:plenary-closes 2026-07-20',
    ]);
  });

  it('opened again, its untouched duty goes and the item waits', () => {
    const standing = published(items, rules(session('2026-01-20')));
    const { changes, waiting } = amendPlan(
      { year: 2026, items, standing },
      Temporal.PlainDate.from('2026-05-11'),
      rules(session(null)),
    );
    expect(changes.map(say)).toEqual(['dropped 2026@event:plenary-closes']);
    expect(waiting).toEqual([{ itemId: 'hand-over', anchor: 'event:plenary-closes' }]);
  });
});

it('a holiday notice moves the dates it touches and confirms the others', () => {
  const notice = {
    year: 2027,
    status: 'published',
    papers: [],
    off: [{ name: '国庆节', from: '2027-09-30', to: '2027-10-07' }],
    worked: [{ on: '2027-09-26', name: '国庆节' }],
  } as const;
  const standing = published([item()], rules([], officialYears, 2027), {}, 2027);
  expect(
    amended(standing, [item()], {
      today: '2027-01-04',
      by: rules([], [...officialYears, notice], 2027),
      year: 2027,
    }),
  ).toEqual([
    'confirmed 2027-Q1 2027-03-31 to 2027-Q1 2027-03-31',
    'confirmed 2027-Q2 2027-06-30 to 2027-Q2 2027-06-30',
    'moved 2027-Q3 2027-09-30 to 2027-Q3 2027-09-29',
    'confirmed 2027-Q4 2027-12-31 to 2027-Q4 2027-12-31',
  ]);
});

it('a holiday notice taken back moves them back and makes the others provisional again', () => {
  const notice = {
    year: 2027,
    status: 'published',
    papers: [],
    off: [{ name: '国庆节', from: '2027-09-30', to: '2027-10-07' }],
    worked: [{ on: '2027-09-26', name: '国庆节' }],
  } as const;
  const standing = published([item()], rules([], [...officialYears, notice], 2027), {}, 2027);
  const by = rules([], officialYears, 2027);
  expect(amended(standing, [item()], { today: '2027-01-04', by, year: 2027 })).toEqual([
    'unconfirmed 2027-Q1 2027-03-31 to 2027-Q1 2027-03-31',
    'unconfirmed 2027-Q2 2027-06-30 to 2027-Q2 2027-06-30',
    'moved 2027-Q3 2027-09-29 to 2027-Q3 2027-09-30',
    'unconfirmed 2027-Q4 2027-12-31 to 2027-Q4 2027-12-31',
  ]);
});

const anyCadence: fc.Arbitrary<Cadence> = fc.constantFrom<Cadence>(
  { kind: 'each', unit: 'month' },
  { kind: 'each', unit: 'quarter' },
  { kind: 'each', unit: 'half-year' },
  { kind: 'by', on: '2026-10-31' },
  {
    kind: 'within',
    spans: [
      { unit: 'month', month: 5 },
      { unit: 'month', month: 9 },
    ],
  },
  between('2026-03-01', '2026-08-15'),
);

it('whatever is amended: no run is used twice, nothing closed, acted on or past changes, and nothing is forgotten', () => {
  fc.assert(
    fc.property(
      anyCadence,
      anyCadence,
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 365 }),
      (before, after, times, day) => {
        const today = Temporal.PlainDate.from('2026-01-01').add({ days: day });
        const standing = published([item({ cadence: before })]).map((one, index) => ({
          ...one,
          isActedOn: index % 3 === 1,
          isHandedOver: false,
        }));
        const items = [item({ cadence: after, times })];
        const { changes } = amendPlan({ year: 2026, items, standing }, today, rules());
        const touched = changes.flatMap((one) => ('standing' in one ? [one.standing.id] : []));
        const altered = changes.filter((one) => ['moved', 'replaced', 'dropped'].includes(one.change));
        const wanted = expandPlan(items, 2026, rules()).occurrences;
        const same = standing.filter((one) => !touched.includes(one.id));
        const accounted = changes.filter((one) => 'occurrence' in one && one.occurrence !== null).length + same.length;
        return (
          new Set(touched).size === touched.length &&
          altered.every(
            (one) => 'standing' in one && !one.standing.isActedOn && one.standing.dueOn > today.toString(),
          ) &&
          accounted === wanted.length
        );
      },
    ),
  );
});

describe('a day set by hand stays', () => {
  const items = [item()];
  const byHand = (changes: Partial<StandingOccurrence> = {}) =>
    published(items).map(
      (one): StandingOccurrence =>
        one.key === '2026-Q3'
          ? {
              ...one,
              to: '2026-10-12',
              dueOn: '2026-10-12',
              dueReason: { rule: 'moved-by-hand', from: one.dueOn, provisional: false },
              ...changes,
            }
          : one,
    );
  const closedThen = { ...rules(), calendar: new WorkingCalendar(officialYears, [{ on: '2026-09-30', name: '停电' }]) };

  test('and is not named while the plan says what it said', () => {
    expect(amended(byHand(), items)).toEqual([]);
  });
  test('when the plan says another day, which is listed', () => {
    expect(amended(byHand(), items, { by: closedThen })).toEqual(['kept 2026-Q3: moved-by-hand']);
  });
  test('when the duty becomes another one or gets another name', () => {
    expect(amended(byHand(), [item({ target: 2 })]).filter((line) => line.includes('Q3'))).toEqual([
      'replaced 2026-Q3 2026-10-12 to 2026-Q3 2026-10-12',
    ]);
    expect(amended(byHand(), [item({ title: '委员视察活动' })]).filter((line) => line.includes('Q3'))).toEqual([
      'retitled 2026-Q3: 委员视察活动',
    ]);
  });
  test('but what the plan no longer has goes', () => {
    expect(amended(byHand(), []).filter((line) => line.includes('Q3'))).toEqual(['dropped 2026-Q3']);
  });
});
