import { displayWidth, formatTable } from './table.js';

test.each([
  ['abc', 3],
  ['序时', 4],
  ['Role 角色', 9],
  ['（甲）', 6],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('Chinese and Latin cells line up', () => {
  const lines = formatTable([
    ['Role 角色', 'Login'],
    ['专委会工作人员', 'clerk'],
    ['Member', 'member01'],
  ]);
  expect(lines).toEqual([
    '  Role 角色        Login',
    '  ─────────────────────────',
    '  专委会工作人员   clerk',
    '  Member           member01',
  ]);
});
