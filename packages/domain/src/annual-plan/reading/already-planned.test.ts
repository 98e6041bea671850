import { alreadyPlanned } from './already-planned.js';

const item = (title: string, sourceText: string | null) => ({ title, sourceText });

it('knows an item again by its source words, as often as the plan has them', () => {
  const words = '视察工程，提交提案';
  const read = [item('视察工程', words), item('提交提案', words), item('走访', '走访企业')];
  expect(alreadyPlanned(read, [])).toEqual([false, false, false]);
  expect(alreadyPlanned(read, [item('提交提案', words)])).toEqual([false, true, false]);
  expect(alreadyPlanned(read, [item('视察重点工程', words)])).toEqual([true, false, false]);
  expect(alreadyPlanned(read, [item('视察重点工程', words), item('提交提案', words)])).toEqual([true, true, false]);
  expect(alreadyPlanned(read, [item('走访', null)])).toEqual([false, false, false]);
});

it('knows the same sentence with other blanks and punctuation, but never one that has no words', () => {
  const read = [item('组织委员活动', '在第5次会议中，组织委员活动一次')];
  expect(alreadyPlanned(read, [item('委员活动', '在第 5 次会议中,组织委员活动一次。')])).toEqual([true]);
  expect(alreadyPlanned(read, [item('委员活动', '在第6次会议中,组织委员活动一次。')])).toEqual([false]);
  expect(alreadyPlanned([item('走访', '。')], [item('走访', '')])).toEqual([false]);
});
