import { dayWords, longDay, periodWords } from './day-words.js';

test.each([
  ['2026-Q1', '一季度'],
  ['2026-H1', '上半年'],
  ['2026-H2', '下半年'],
  ['2026', '全年'],
  ['2026-05', '5月'],
  ['2026-05b', '5月中旬'],
  ['2026-Q1#2', '一季度（第2次）'],
  ['2026-03-25/2026-10-31', '3月25日至10月31日'],
  ['2026-03-25', '3月25日'],
  ['2026@festival:double-ninth', '重阳节'],
])('%s is %s', (key, words) => {
  expect(periodWords(key)).toBe(words);
});

test('a committee’s own name for an event goes first', () => {
  expect(periodWords('2026@event:plenary-session', '县政协十届五次全会')).toBe('县政协十届五次全会');
});

test('a day with its weekday', () => expect(dayWords('2026-03-27')).toBe('3月27日(周五)'));

test('a day as papers write it', () => expect(longDay('2026-03-07')).toBe('2026年3月7日'));
