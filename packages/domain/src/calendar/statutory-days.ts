import { type Festival, festivalDay } from './festivals.js';

/** A day off for everybody by law, whatever the year's notice arranges around it. */
export interface StatutoryDay {
  readonly on: Temporal.PlainDate;
  readonly name: string;
}

/** A festival's name and its days off, counted from the festival's day: 除夕 is −1 of 春节. */
type Rule = readonly [name: string, festival: Festival, ...days: number[]];

/** 全国年节及纪念日放假办法, article 2, by its revisions of 1999, 2007, 2013 and 2024; newest first. */
const ERAS: readonly { readonly from: number; readonly rules: readonly Rule[] }[] = [
  {
    from: 2025,
    rules: [
      ['元旦', 'new-year', 0],
      ['春节', 'spring-festival', -1, 0, 1, 2],
      ['清明节', 'qingming', 0],
      ['劳动节', 'labour-day', 0, 1],
      ['端午节', 'dragon-boat', 0],
      ['中秋节', 'mid-autumn', 0],
      ['国庆节', 'national-day', 0, 1, 2],
    ],
  },
  {
    from: 2014,
    rules: [
      ['元旦', 'new-year', 0],
      ['春节', 'spring-festival', 0, 1, 2],
      ['清明节', 'qingming', 0],
      ['劳动节', 'labour-day', 0],
      ['端午节', 'dragon-boat', 0],
      ['中秋节', 'mid-autumn', 0],
      ['国庆节', 'national-day', 0, 1, 2],
    ],
  },
  {
    from: 2008,
    rules: [
      ['元旦', 'new-year', 0],
      ['春节', 'spring-festival', -1, 0, 1],
      ['清明节', 'qingming', 0],
      ['劳动节', 'labour-day', 0],
      ['端午节', 'dragon-boat', 0],
      ['中秋节', 'mid-autumn', 0],
      ['国庆节', 'national-day', 0, 1, 2],
    ],
  },
  {
    from: 2000,
    rules: [
      ['元旦', 'new-year', 0],
      ['春节', 'spring-festival', 0, 1, 2],
      ['劳动节', 'labour-day', 0, 1, 2],
      ['国庆节', 'national-day', 0, 1, 2],
    ],
  },
];

/** Years once worked out: the moon's arithmetic costs a third of a millisecond each. */
const known = new Map<number, readonly StatutoryDay[]>();

/**
 * The statutory days off of a year, in order; where two festivals meet, one day with both names (2020-10-01 is
 * 中秋节、国庆节). 除夕 of 2027 is 2027-02-05. Refuses years before 2000, whose rules are not entered.
 */
export function statutoryDays(year: number): readonly StatutoryDay[] {
  const days = known.get(year) ?? reckon(year);
  known.set(year, days);
  return days;
}

function reckon(year: number): readonly StatutoryDay[] {
  const era = ERAS.find(({ from }) => from <= year);
  if (era === undefined) throw new RangeError(`The statutory days of ${year} are not known.`);
  const names = new Map<string, string[]>();
  for (const [name, festival, ...days] of era.rules) {
    const day = festivalDay(festival, year);
    if (day === null) throw new RangeError(`${year} has no ${festival}.`);
    for (const offset of days) {
      const on = day.add({ days: offset }).toString();
      names.set(on, [...(names.get(on) ?? []), name]);
    }
  }
  return [...names]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([on, met]) => ({ on: Temporal.PlainDate.from(on), name: met.join('、') }));
}
