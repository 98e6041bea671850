import { quarterlyActivity } from '../../test/quarterly-activity.js';
import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { anchorDays } from '../recurrence/anchor.js';
import { openMattersOf } from './open-matters.js';

const session = (on: string | null, isProvisional = false) => [
  { key: 'plenary-closes', name: '全会闭幕', on, isProvisional },
];
const afterSession = quarterlyActivity({
  id: 'hand-over',
  cadence: {
    kind: 'anchored',
    anchor: 'event:plenary-closes',
    from: null,
    to: { unit: 'calendar-days', count: 30 },
    shift: 'back',
  },
});

describe('what is open before a plan is published', () => {
  it.each([
    { closes: session(null), waiting: [{ itemId: 'hand-over', anchor: 'event:plenary-closes' }], provisional: [] },
    { closes: session('2026-01-16'), waiting: [], provisional: [] },
    { closes: session('2026-01-16', true), waiting: [], provisional: [{ itemId: 'hand-over', dates: 1, of: 1 }] },
  ])('an item that hangs on a day: $closes', ({ closes, waiting, provisional }) => {
    const rules = { calendar: new WorkingCalendar(officialYears), anchors: anchorDays(2026, closes) };
    expect(openMattersOf([afterSession], 2026, rules)).toEqual({ waiting, provisional, placeholders: [] });
  });

  it('every date of a year whose holidays are not published yet', () => {
    const rules = { calendar: new WorkingCalendar(officialYears), anchors: anchorDays(2031, []) };
    expect(openMattersOf([quarterlyActivity({ id: 'a' })], 2031, rules).provisional).toEqual([
      { itemId: 'a', dates: 4, of: 4 },
    ]);
  });

  it("a template's empty places, by item", () => {
    const rules = { calendar: new WorkingCalendar(officialYears), anchors: anchorDays(2026, []) };
    const items = [
      quarterlyActivity({ id: 'a', title: '视察××乡道路', sites: ['某某村'] }),
      quarterlyActivity({ id: 'b', title: '组织委员活动' }),
    ];
    expect(openMattersOf(items, 2026, rules).placeholders).toEqual([{ itemId: 'a', texts: ['××乡', '某某村'] }]);
  });
});
