import { monthBeside, stretchOf } from './stretch';

test.each([
  [undefined, '2028-02', '2028-02-01', '2028-02-29', 1],
  ['quarter', '2026-08', '2026-07-01', '2026-09-30', 3],
  ['quarter', '2026-12', '2026-10-01', '2026-12-31', 3],
  ['year', '2026-05', '2026-01-01', '2026-12-31', 12],
] as const)('%s that holds %s is %s to %s', (view, month, from, to, months) => {
  const stretch = stretchOf(view, month);
  expect([stretch.from, stretch.to, stretch.months.length]).toEqual([from, to, months]);
});

test.each([
  [undefined, '2026-12', 1, '2027-01'],
  [undefined, '2026-01', -1, '2025-12'],
  ['quarter', '2026-11', 1, '2027-01'],
  ['quarter', '2026-05', -1, '2026-03'],
  ['year', '2026-05', -1, '2025-12'],
] as const)('beside %s of %s (%i) is %s', (view, month, direction, beside) => {
  expect(monthBeside(view, month, direction)).toBe(beside);
});
