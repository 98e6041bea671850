import fc from 'fast-check';
import { type KnownPerson, matchRoster, type RosterFate } from './match-roster.js';
import { type RosterSheet, readRoster } from './read-roster.js';

const ON = '2026-03-02';
const sheet = (...rows: string[][]): RosterSheet => ({
  name: 'Sheet1',
  rows: rows.flatMap((cells, index) => (cells.some((cell) => cell !== '') ? [{ number: index + 1, cells }] : [])),
});
const known = (
  name: string,
  phone: string | null,
  office: Partial<KnownPerson['offices'][number]> = {},
): KnownPerson => ({
  accountId: `of ${name}${phone ?? ''}`,
  name,
  gender: null,
  phone,
  otherPhone: null,
  email: null,
  offices: [
    {
      membershipId: `office of ${name}${phone ?? ''}`,
      role: 'member',
      title: null,
      sector: null,
      group: null,
      employer: null,
      unit: null,
      note: null,
      from: '2025-01-01',
      to: null,
      ...office,
    },
  ],
});

function fates(
  sheets: readonly RosterSheet[],
  people: readonly KnownPerson[] = [],
  answers: Parameters<typeof matchRoster>[1]['answers'] = [],
): RosterFate[] {
  const read = readRoster(sheets, 'people');
  if (read === null) throw new Error('no heading row');
  return matchRoster(read.rows, { known: people, role: 'member', on: ON, answers, units: [] });
}

/** One word a row, as a clerk would note it. */
const inShort = (all: readonly RosterFate[]) =>
  all.map((one) =>
    one.fate === 'left-out'
      ? `left out: ${one.why}`
      : one.fate === 'faulty'
        ? `faulty: ${one.faults.map(({ code, field }) => (field === null ? code : `${field} ${code}`)).join(', ')}`
        : `${one.fate} ${one.person.name}${one.changes.map(({ field, from, to }) => `, ${field} ${from ?? '–'} → ${to}`).join('')}`,
  );

test('a list as an office keeps it: title, sums, remarks and each line', () => {
  const title = '青溪乡政协委员花名册';
  const list = sheet(
    [title, title, title, title, title],
    ['', '', '', '', ''],
    ['序号', '姓  名', '界别', '联系电话', '工作单位及职务'],
    ['1', '张　三', '农业界', '13800000001', '青溪茶厂厂长'],
    ['2', '李四', '农业界', '1.38E+10', ''],
    ['3', '', '经济界', '13800000003', ''],
    ['4', '', '', '', ''],
    ['', '合计', '', '4', ''],
    ['填表人：王五', '', '', '', ''],
  );
  expect(inShort(fates([list]))).toEqual([
    'left out: title',
    'left out: blank',
    'left out: heading',
    'add 张三',
    'faulty: phone phone-rounded',
    'faulty: name name-missing',
    'left out: blank',
    'left out: total',
    'left out: text',
  ]);
});

test('groups stand over their people, in merged cells copied as text, and as names of sheets', () => {
  const over = sheet(
    ['姓名', '电话'],
    ['第一联络组（2人）', ''],
    ['张三', ''],
    ['李四', ''],
    ['二、经济界', ''],
    ['王五', ''],
  );
  const groupsOf = (all: readonly RosterFate[]) =>
    all.flatMap((one) => (one.fate === 'add' ? [`${one.person.name} ${one.person.group}/${one.person.sector}`] : []));
  // A sector over the people stands from there on, and ends the group before it.
  expect(groupsOf(fates([over]))).toEqual(['张三 第一联络组/null', '李四 第一联络组/null', '王五 null/经济界']);
  const copied = sheet(
    ['小组', '姓名'],
    ['东片组', '张三'],
    ['', '李四'],
    ['', '王五'],
    ['西片组', '赵六'],
    ['', '钱七'],
  );
  expect(groupsOf(fates([copied]))).toEqual([
    '张三 东片组/null',
    '李四 东片组/null',
    '王五 东片组/null',
    '赵六 西片组/null',
    '钱七 西片组/null',
  ]);
  const named = (name: string, person: string) => ({ ...sheet(['姓名', '电话'], [person, '']), name });
  expect(groupsOf(fates([named('第一组', '张三'), named('医卫界', '李四')]))).toEqual([
    '张三 第一组/null',
    '李四 null/医卫界',
  ]);
});

test('the same list again changes nothing; what differs is named field by field; empty cells change nothing', () => {
  const people = [known('张三', '13800000001', { sector: '农业界', group: '东片组' })];
  const line = (name: string, phone: string, group: string) =>
    fates([sheet(['姓名', '手机', '小组'], [name, phone, group])], people);
  expect(inShort(line('张三', '13800000001', '东片组')).at(-1)).toBe('unchanged 张三');
  expect(inShort(line('张 三', '', '')).at(-1)).toBe('unchanged 张三');
  expect(inShort(line('张三', '13800000001', '西片组')).at(-1)).toBe('update 张三, group 东片组 → 西片组');
});

test('who is meant: by number, else by name with sector or unit; never by a guess', () => {
  const wei1 = known('张伟', '13800000001', { sector: '农业界', employer: '青溪茶厂' });
  const wei2 = known('张伟', '13800000002', { sector: '教育界' });
  const of = (cells: string[], people: KnownPerson[], answers = {}) =>
    inShort(
      fates(
        [sheet(['姓名', '手机', '界别', '单位'], cells)],
        people,
        Object.keys(answers).length > 0 ? [{ sheet: 'Sheet1', row: 2, ...answers } as never] : [],
      ),
    ).at(-1);
  expect(of(['张伟', '13800000002', '', ''], [wei1, wei2])).toBe('unchanged 张伟');
  expect(of(['张伟', '13900000009', '农业界', ''], [wei1, wei2])).toBe('update 张伟, phone 13800000001 → 13900000009');
  expect(of(['张伟', '13900000009', '', ''], [wei1])).toBe('faulty: name same-name');
  expect(of(['张伟', '13900000009', '', ''], [wei1], { accountId: null })).toBe('add 张伟');
  expect(of(['张伟', '13900000009', '', ''], [wei1], { accountId: wei1.accountId })).toBe(
    'update 张伟, phone 13800000001 → 13900000009',
  );
  expect(of(['李娜', '13800000001', '', ''], [wei1])).toBe('faulty: phone phone-of-another');
  expect(of(['张伟', '', '', ''], [wei1, wei2])).toBe('faulty: name same-name');
  expect(of(['张伟', '', '', ''], [wei1])).toBe('unchanged 张伟');
  const former = known('张伟', '13800000001', { to: '2025-12-31' });
  expect(of(['张伟', '13800000001', '', ''], [former])).toBe('add 张伟');
});

test('twice in one list: the same line is left out, a different one is asked about', () => {
  const list = sheet(
    ['姓名', '手机', '界别'],
    ['张三', '13800000001', '农业界'],
    ['张三', '13800000001', '农业界'],
    ['张三', '13800000001', '经济界'],
    ['张三', '13800000002', '经济界'],
    ['李四', '13800000001', '农业界'],
  );
  expect(inShort(fates([list])).slice(1)).toEqual([
    'add 张三',
    'left out: repeated',
    'faulty: line-differs',
    'faulty: name same-name',
    'faulty: phone phone-of-another',
  ]);
  const answered = fates([list], [], [{ sheet: 'Sheet1', row: 5, accountId: null }]);
  expect(inShort(answered)[4]).toBe('add 张三');
});

test('of two lines about one person the clerk sees all numbers of the other: the second may be the whole difference', () => {
  const [, , second] = fates([sheet(['姓名', '手机'], ['张三', '13800000001、13800000002'], ['张三', '13800000001'])]);
  expect(second?.fate === 'faulty' && second.faults.flatMap(({ candidates }) => candidates)).toMatchObject([
    { row: 2, name: '张三', phone: '13800000001、13800000002' },
  ]);
});

test('every row of whatever is handed in has exactly one fate, in its place', () => {
  const cell = fc.constantFrom(
    '',
    ' ',
    '姓名',
    '手机',
    '界别',
    '张三',
    '李 四',
    '13800000001',
    '1.38E+10',
    '合计',
    '农业界',
    '第一组',
    '=1+1',
    '<i>',
    '注：略',
    '7',
    '王芳(女)',
  );
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 30 });
  fc.assert(
    fc.property(fc.array(rows, { minLength: 1, maxLength: 3 }), fc.boolean(), (tables, isAgain) => {
      const sheets = [sheet(['姓名', '手机', '界别']), ...tables.map((table) => sheet(...table))].map((one, index) => ({
        ...one,
        name: `第${index}页`,
      }));
      const people = isAgain ? [known('张三', '13800000001'), known('李四', null)] : [];
      const places = fates(sheets, people).map((one) => `${one.sheet} ${one.row}`);
      const expected = sheets.flatMap(({ name, rows: given }) =>
        Array.from({ length: given.at(-1)?.number ?? 0 }, (_, index) => `${name} ${index + 1}`),
      );
      expect(places).toEqual(expected);
    }),
  );
});
