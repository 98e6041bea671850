import { writtenPerson } from './written-person.js';

const people = [
  { accountId: 'a', name: '林晓雨', titles: ['政协干事'] },
  { accountId: 'b', name: '许建章', titles: ['工委主任'] },
  { accountId: 'c', name: '许建', titles: ['副主任'] },
  { accountId: 'd', name: '何定安', titles: ['副主任'] },
];

it.each([
  ['林晓雨', 'a'],
  ['办公室 林 晓雨', 'a'],
  ['许建章（主任）', 'b'],
  ['许建', 'c'],
  ['工委主任', 'b'],
  ['许建章、许建', null],
  ['主任', 'b'],
  ['干事', 'a'],
  ['事', null],
  ['副主任', null],
  ['办公室', null],
  ['', null],
  [null, null],
] as const)('%s is %s', (text, accountId) => {
  expect(writtenPerson(text, people)).toBe(accountId);
});

it('takes the end of two titles for neither', () => {
  const chair = { accountId: 'e', name: '卫长风', titles: ['文史委主任'] };
  expect(writtenPerson('主任', [...people, chair])).toBeNull();
  expect(writtenPerson('文史委主任', [...people, chair])).toBe('e');
});

it('takes two people of one name for neither', () => {
  expect(writtenPerson('林晓雨', [...people, { accountId: 'e', name: '林晓雨', titles: [] }])).toBeNull();
});
