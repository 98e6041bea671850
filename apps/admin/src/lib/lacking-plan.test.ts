import { yearLackingPlan } from './lacking-plan';

it.each([
  ['a new unit in March', [], '2026-03-02', 2026],
  ['a new unit in late November plans next year', [], '2026-11-23', 2027],
  ['this year is planned, next year is not yet due', [2026], '2026-10-31', null],
  ['this year is planned, next year’s should be begun', [2026], '2026-11-01', 2027],
  ['both are there', [2026, 2027], '2026-12-31', null],
  ['the turn of the year without a plan', [2026], '2027-01-04', 2027],
])('%s', (_case, years, today, lacking) => {
  expect(
    yearLackingPlan(
      years.map((year) => ({ year })),
      today,
    ),
  ).toBe(lacking);
});
