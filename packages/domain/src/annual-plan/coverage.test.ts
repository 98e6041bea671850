import { coverageOf } from './coverage.js';

const run = (key: string, isHeld: boolean, itemId = 'activity') => ({ itemId, key, isHeld });

it.each([
  ['nothing planned', [], []],
  [
    '每季度两次: one of two held in the first quarter, both in the second',
    [run('2026-Q1', true), run('2026-Q1#2', false), run('2026-Q2', true), run('2026-Q2#2', true)],
    ['activity 2026-Q1 1/2', 'activity 2026-Q2 2/2'],
  ],
  [
    'the same quarter of two items is counted apart',
    [run('2026-Q1', true), run('2026-Q1', false, 'study')],
    ['activity 2026-Q1 1/1', 'study 2026-Q1 0/1'],
  ],
  ['named days', [run('2026-05-01/2026-05-31', true)], ['activity 2026-05-01/2026-05-31 1/1']],
])('%s', (_name, occurrences, expected) => {
  expect(
    coverageOf(occurrences).map(({ itemId, window, held, required }) => `${itemId} ${window} ${held}/${required}`),
  ).toEqual(expected);
});
