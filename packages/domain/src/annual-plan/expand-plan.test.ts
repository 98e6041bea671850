import fc from 'fast-check';
import { quarterlyActivity } from '../../test/quarterly-activity.js';
import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { anchorDays } from '../recurrence/anchor.js';
import { type Cadence, type Offset, type Span, shifts } from '../recurrence/cadence.js';
import { validateCadence } from '../recurrence/validate-cadence.js';
import { expandPlan, type Occurrence } from './expand-plan.js';

const calendar = new WorkingCalendar(officialYears);
const session = (on: string | null) => [{ key: 'plenary-closes', name: '全会闭幕', on, isProvisional: false }];
const expanded = (cadence: Cadence, { year = 2026, times = 1, closes = `${year}-01-16` as string | null } = {}) =>
  expandPlan([quarterlyActivity({ id: 'item', cadence, times })], year, {
    calendar,
    anchors: anchorDays(year, session(closes)),
  });

const month = fc.integer({ min: 1, max: 12 });
const span: fc.Arbitrary<Span> = fc.oneof(
  fc.constant<Span>({ unit: 'year' }),
  fc.constantFrom<1 | 2>(1, 2).map((number) => ({ unit: 'half-year', number }) as const),
  fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 3, 4).map((number) => ({ unit: 'quarter', number }) as const),
  month.map((one) => ({ unit: 'month', month: one }) as const),
  fc
    .tuple(month, fc.constantFrom<1 | 2 | 3>(1, 2, 3))
    .map(([one, part]) => ({ unit: 'ten-days', month: one, part }) as const),
);
const offset: fc.Arbitrary<Offset> = fc.oneof(
  fc.integer({ min: -60, max: 60 }).map((count) => ({ unit: 'calendar-days', count }) as const),
  fc.integer({ min: -40, max: 40 }).map((count) => ({ unit: 'workdays', count }) as const),
  fc.integer({ min: -2, max: 6 }).map((count) => ({ unit: 'months', count }) as const),
);
const dayOfYear = (year: number) =>
  fc.integer({ min: 0, max: 364 }).map((days) => new Temporal.PlainDate(year, 1, 1).add({ days }).toString());
const shift = fc.constantFrom(...shifts);
const cadenceIn = (year: number): fc.Arbitrary<Cadence> =>
  fc.oneof(
    fc.constantFrom('half-year', 'quarter', 'month', 'ten-days').map((unit) => ({ kind: 'each', unit }) as Cadence),
    fc
      .uniqueArray(span, { minLength: 1, maxLength: 4, selector: (one) => JSON.stringify(one) })
      .map((spans) => ({ kind: 'within', spans }) as const),
    fc
      .tuple(dayOfYear(year), dayOfYear(year))
      .map(([a, b]) => ({ kind: 'between', from: a < b ? a : b, to: a < b ? b : a }) as const),
    dayOfYear(year).map((on) => ({ kind: 'by', on }) as const),
    fc
      .tuple(
        fc.constantFrom('FREQ=MONTHLY;BYMONTHDAY=25', 'FREQ=WEEKLY;BYDAY=WE', 'FREQ=YEARLY;BYMONTH=5;BYDAY=2FR'),
        shift,
      )
      .map(([rrule, to]) => ({ kind: 'rule', rrule, shift: to }) as const),
    fc
      .tuple(
        fc.constantFrom(
          'event:plenary-closes',
          'festival:spring-festival',
          'festival:double-ninth',
          'lunar:08-15' as const,
        ),
        fc.option(offset),
        offset,
        shift,
      )
      .map(([anchor, from, to, how]) => ({ kind: 'anchored', anchor, from, to, shift: how }) as Cadence),
  );
const anyPlan = fc
  .integer({ min: 2024, max: 2028 })
  .chain((year) => fc.tuple(fc.constant(year), cadenceIn(year), fc.integer({ min: 1, max: 3 })))
  .filter(([year, cadence]) => validateCadence(cadence, year) === null);

/** No working day lies in the window, or none between its end and the side to which the date would go. */
const hasNowhereToGo = ({ from, to }: Occurrence) =>
  calendar.workdaysBetween(Temporal.PlainDate.from(from).subtract({ days: 1 }), Temporal.PlainDate.from(to)) === 0;

it('every occurrence is due within its window, on a working day where the plan wants one, under a key of its own', () => {
  fc.assert(
    fc.property(anyPlan, ([year, cadence, times]) => {
      const { occurrences, waiting } = expanded(cadence, { year, times });
      const isMoved = !('shift' in cadence) || cadence.shift !== 'none';
      expect(waiting).toEqual([]);
      expect(new Set(occurrences.map(({ key }) => key)).size).toBe(occurrences.length);
      expect(occurrences.length % times).toBe(0);
      for (const one of occurrences) {
        expect(one.from <= one.dueOn && one.dueOn <= one.to).toBe(true);
        const isWorked = calendar.isWorkday(Temporal.PlainDate.from(one.dueOn));
        expect(isWorked || !isMoved || hasNowhereToGo(one)).toBe(true);
        expect(one.dueReason.provisional).toBe(calendar.status(Number(one.dueOn.slice(0, 4))) === 'provisional');
      }
    }),
    { numRuns: 300 },
  );
});

it('what hangs on an anchor moves exactly as far as the anchor does, and waits while nobody knows its day', () => {
  const anchored = fc.tuple(
    fc.integer({ min: -60, max: 60 }),
    fc.integer({ min: 0, max: 200 }),
    fc.integer({ min: 1, max: 90 }),
  );
  fc.assert(
    fc.property(anchored, ([count, day, later]) => {
      const cadence: Cadence = {
        kind: 'anchored',
        anchor: 'event:plenary-closes',
        from: { unit: 'calendar-days', count: count - 5 },
        to: { unit: 'calendar-days', count },
        shift: 'none',
      };
      const closes = Temporal.PlainDate.from('2026-01-01').add({ days: day });
      const [before] = expanded(cadence, { closes: closes.toString() }).occurrences;
      const [after] = expanded(cadence, { closes: closes.add({ days: later }).toString() }).occurrences;
      const dueOn = Temporal.PlainDate.from(before?.dueOn ?? '');
      expect(after?.dueOn).toBe(dueOn.add({ days: later }).toString());
      expect(after?.key).toBe(before?.key);
      expect(expanded(cadence, { closes: null })).toEqual({
        occurrences: [],
        waiting: [{ itemId: 'item', anchor: 'event:plenary-closes' }],
      });
    }),
  );
});

it('twice a quarter is two occurrences with the same dates', () => {
  const { occurrences } = expanded({ kind: 'each', unit: 'quarter' }, { times: 2 });
  expect(occurrences.map(({ key, dueOn }) => `${key} ${dueOn}`)).toEqual([
    '2026-Q1 2026-03-31',
    '2026-Q1#2 2026-03-31',
    '2026-Q2 2026-06-30',
    '2026-Q2#2 2026-06-30',
    '2026-Q3 2026-09-30',
    '2026-Q3#2 2026-09-30',
    '2026-Q4 2026-12-31',
    '2026-Q4#2 2026-12-31',
  ]);
});
