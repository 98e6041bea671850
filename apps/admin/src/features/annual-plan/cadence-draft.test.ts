import type { Cadence } from '../../lib/api';
import { cadenceDraftOf, cadenceOf, hasDates } from './cadence-draft';
import { ruleDraftOf } from './rule-draft';

const days = (count: number) => ({ unit: 'calendar-days', count }) as const;

describe('an item opened and saved again keeps its cadence', () => {
  it.each<[string, Cadence]>([
    ['每季度', { kind: 'each', unit: 'quarter' }],
    ['每旬', { kind: 'each', unit: 'ten-days' }],
    ['全年', { kind: 'within', spans: [{ unit: 'year' }] }],
    [
      '下半年、二季度、6月中旬和11月',
      {
        kind: 'within',
        spans: [
          { unit: 'half-year', number: 2 },
          { unit: 'quarter', number: 2 },
          { unit: 'ten-days', month: 6, part: 2 },
          { unit: 'month', month: 11 },
        ],
      },
    ],
    ['10月底前', { kind: 'by', on: '2026-10-31' }],
    ['12月15日至1月20日', { kind: 'between', from: '2025-12-15', to: '2026-01-20' }],
    [
      '全会闭幕后30日内',
      { kind: 'anchored', anchor: 'event:plenary-closes', from: null, to: days(30), shift: 'forward' },
    ],
    ['重阳节前一周', { kind: 'anchored', anchor: 'festival:double-ninth', from: days(-7), to: days(0), shift: 'none' }],
    ['农历腊月廿三前', { kind: 'anchored', anchor: 'lunar:12-23', from: null, to: days(-1), shift: 'back' }],
    [
      '交办会后5个工作日起3个月内',
      {
        kind: 'anchored',
        anchor: 'event:hand-over-meeting',
        from: { unit: 'workdays', count: 5 },
        to: { unit: 'months', count: 3 },
        shift: 'nearest',
      },
    ],
    ['own event', { kind: 'anchored', anchor: 'event:tea-meeting', from: null, to: days(-3), shift: 'back' }],
    ...[
      'FREQ=WEEKLY;BYDAY=WE',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
      'FREQ=MONTHLY;BYMONTHDAY=25',
      'FREQ=MONTHLY;BYMONTHDAY=-1;BYMONTH=3,6,9,12',
      'FREQ=MONTHLY;BYDAY=2TU',
      'FREQ=MONTHLY;BYDAY=-1FR;BYMONTH=1,7',
      'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10',
      'FREQ=MONTHLY;BYDAY=5MO',
    ].map((rrule): [string, Cadence] => [rrule, { kind: 'rule', rrule, shift: 'forward' }]),
  ])('%s', (_name, cadence) => {
    expect(cadenceOf(cadenceDraftOf(cadence, 2026))).toEqual(cadence);
  });
});

describe('a rule is shown by choices where they say all of it', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=WE', 'weekly'],
    ['BYMONTHDAY=25;FREQ=MONTHLY', 'monthly-day'],
    ['FREQ=MONTHLY;BYDAY=2TU', 'monthly-weekday'],
    ['FREQ=MONTHLY;BYDAY=5MO', 'text'],
    ['FREQ=MONTHLY;BYMONTHDAY=25;COUNT=3', 'text'],
    ['每月25日', 'text'],
  ])('%s: %s', (rrule, repeat) => {
    expect(ruleDraftOf(rrule).repeat).toBe(repeat);
  });
});

describe('what cannot be sent or understood is left to the server to refuse', () => {
  it('a length that is no whole number goes out of reach', () => {
    const draft = cadenceDraftOf(
      { kind: 'anchored', anchor: 'event:plenary-closes', from: null, to: days(30), shift: 'back' },
      2026,
    );
    const sent = cadenceOf({ ...draft, latest: { ...draft.latest, count: '1.5' } });
    expect(sent).toMatchObject({ to: { count: Number.MAX_SAFE_INTEGER } });
  });

  it('an empty date is asked for before anything is sent', () => {
    const draft = cadenceDraftOf({ kind: 'by', on: '2026-10-31' }, 2026);
    expect([hasDates(draft), hasDates({ ...draft, by: '' })]).toEqual([true, false]);
  });
});
