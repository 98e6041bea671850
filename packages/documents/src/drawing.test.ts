import { brokenLines, widthOf } from './drawing.js';

test('signs that a Chinese typeface sets as wide as a character are reckoned so, and no line runs out of its box', () => {
  expect(widthOf('××·', 10)).toBe(30);
  expect(widthOf('乡镇', 10)).toBe(20);
  expect(widthOf('12', 10)).toBeLessThan(20);
  const lines = brokenLines('组织委员对××乡社会保障情况进行视察调研', 10, 100);
  expect(Math.max(...lines.map((line) => [...line].length))).toBe(10);
  expect(lines.join('')).toBe('组织委员对××乡社会保障情况进行视察调研');
});
