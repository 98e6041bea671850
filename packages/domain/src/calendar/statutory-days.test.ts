import fc from 'fast-check';
import { statutoryDays } from './statutory-days.js';

const listed = (year: number) => statutoryDays(year).map(({ on, name }) => `${on.toString().slice(5)} ${name}`);

describe('one year of each revision of 全国年节及纪念日放假办法', () => {
  it.each([
    [
      2007,
      '01-01 元旦',
      '02-18 春节',
      '02-19 春节',
      '02-20 春节',
      '05-01 劳动节',
      '05-02 劳动节',
      '05-03 劳动节',
      '10-01 国庆节',
      '10-02 国庆节',
      '10-03 国庆节',
    ],
    [
      2008,
      '01-01 元旦',
      '02-06 春节',
      '02-07 春节',
      '02-08 春节',
      '04-04 清明节',
      '05-01 劳动节',
      '06-08 端午节',
      '09-14 中秋节',
      '10-01 国庆节',
      '10-02 国庆节',
      '10-03 国庆节',
    ],
    [
      2014,
      '01-01 元旦',
      '01-31 春节',
      '02-01 春节',
      '02-02 春节',
      '04-05 清明节',
      '05-01 劳动节',
      '06-02 端午节',
      '09-08 中秋节',
      '10-01 国庆节',
      '10-02 国庆节',
      '10-03 国庆节',
    ],
    [
      2027,
      '01-01 元旦',
      '02-05 春节',
      '02-06 春节',
      '02-07 春节',
      '02-08 春节',
      '04-05 清明节',
      '05-01 劳动节',
      '05-02 劳动节',
      '06-09 端午节',
      '09-15 中秋节',
      '10-01 国庆节',
      '10-02 国庆节',
      '10-03 国庆节',
    ],
  ])('%i', (year, ...days) => {
    expect(listed(year as number)).toEqual(days);
  });
});

it.each([
  [2000, 2007, 10],
  [2008, 2024, 11],
  [2025, 2100, 13],
])('%i to %i: %i days by law, fewer when two festivals meet', (from, to, days) => {
  for (let year = from; year <= to; year++) {
    const met = statutoryDays(year).filter(({ name }) => name.includes('、')).length;
    expect({ year, days: statutoryDays(year).length + met }).toEqual({ year, days });
  }
});

it.each([
  [2013, true],
  [2014, false],
  [2024, false],
  [2025, true],
])('除夕 of %i is off by law: %s', (year, isOff) => {
  const newYear = statutoryDays(year).filter(({ name }) => name === '春节');
  expect(newYear).toHaveLength(year >= 2025 ? 4 : 3);
  const eves: Record<number, string> = { 2013: '02-09', 2014: '01-30', 2024: '02-09', 2025: '01-28' };
  expect(listed(year).includes(`${eves[year]} 春节`)).toBe(isOff);
});

it('names both festivals where they meet', () => {
  expect(listed(2020)).toContain('10-01 中秋节、国庆节');
});

it('refuses years whose law is not entered', () => {
  expect(() => statutoryDays(1999)).toThrow('1999');
});

it('stands in order within its year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2100 }), (year) => {
      const days = statutoryDays(year).map(({ on }) => on.toString());
      return days.every((day, index) => day.startsWith(`${year}-`) && (index === 0 || days[index - 1]! < day));
    }),
  );
});
