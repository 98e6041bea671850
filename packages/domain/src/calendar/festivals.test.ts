import fc from 'fast-check';
import { type LunarDay, SolarDay } from 'tyme4ts';
import { type Festival, festivalDay, festivals, lunarDay } from './festivals.js';

describe('festivals of a year', () => {
  it.each<[Festival, number, string | null]>([
    ['new-year', 2026, '2026-01-01'],
    ['spring-festival', 2026, '2026-02-17'],
    ['spring-festival', 2027, '2027-02-06'],
    ['lantern-festival', 2026, '2026-03-03'],
    ['womens-day', 2026, '2026-03-08'],
    ['qingming', 2026, '2026-04-05'],
    ['qingming', 2028, '2028-04-04'],
    ['labour-day', 2026, '2026-05-01'],
    ['youth-day', 2026, '2026-05-04'],
    ['dragon-boat', 2026, '2026-06-19'],
    ['party-day', 2026, '2026-07-01'],
    ['army-day', 2026, '2026-08-01'],
    ['cppcc-day', 2026, '2026-09-21'],
    ['mid-autumn', 2026, '2026-09-25'],
    ['national-day', 2026, '2026-10-01'],
    ['double-ninth', 2026, '2026-10-18'],
    ['laba', 2026, '2026-01-26'],
    // The leap sixth month of 2025 pushes what follows back.
    ['mid-autumn', 2025, '2025-10-06'],
    // 腊八 may fall twice in one year, or not at all.
    ['laba', 2025, '2025-01-07'],
    ['laba', 2023, null],
  ])('%s of %i is %s', (festival, year, on) => {
    expect(festivalDay(festival, year)?.toString() ?? null).toBe(on);
  });

  it('only 腊八 ever misses a year', () => {
    const missed = new Set<Festival>();
    for (let year = 2000; year <= 2100; year++) {
      for (const festival of festivals) if (festivalDay(festival, year) === null) missed.add(festival);
    }
    expect([...missed]).toEqual(['laba']);
  });
});

describe('a lunar day within a calendar year', () => {
  it.each([
    [2026, 1, 1, '2026-02-17'],
    [2026, 9, 9, '2026-10-18'],
    [2026, 12, 8, '2026-01-26'],
    [2027, 1, 15, '2027-02-20'],
    // 腊月 of the lunar year 2026 has no thirtieth day, nor has that of 2027 within 2027.
    [2027, 12, 30, null],
  ])('of %i, month %i day %i is %s', (year, month, day, on) => {
    expect(lunarDay(year, month, day)?.toString() ?? null).toBe(on);
  });

  it('is the day of which the other direction of the calendar says so', () => {
    const anyDay = { month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 30 }) };
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), anyDay.month, anyDay.day, (year, month, day) => {
        const date = lunarDay(year, month, day);
        if (date === null) return true;
        const back: LunarDay = SolarDay.fromYmd(date.year, date.month, date.day).getLunarDay();
        return date.year === year && back.getMonth() === month && back.getDay() === day;
      }),
    );
  });
});
