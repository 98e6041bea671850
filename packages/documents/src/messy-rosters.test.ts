import { Workbook } from '@cj-tech-master/excelts';
import { matchRoster, type RosterFate, type RosterKind, readRoster } from '@xushi/domain';
import { zipOf } from '@xushi/testkit';
import { readTables, readText } from './read-tables.js';

/**
 * Rosters as offices really keep them, written as real files, with what a clerk would say becomes of each row. The fates
 * are written by hand, row by row; that none is missing is shown by their number.
 */
type Cell = string | number | null | { formula: string; result: string };
type Worksheet = { name?: string; rows: Cell[][]; merges?: string[] };

async function xlsx(...sheets: Worksheet[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  for (const [index, { name, rows, merges }] of sheets.entries()) {
    const worksheet = workbook.addWorksheet(name ?? `Sheet${index + 1}`);
    for (const row of rows) worksheet.addRow(row);
    for (const range of merges ?? []) worksheet.mergeCells(range);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
/** GBK for the characters used here, taken from the decoder itself: there is no encoder for it in the platform. */
function gbk(text: string): Uint8Array {
  gbkBytes ??= gbkTable();
  return Uint8Array.from([...text].flatMap((one) => gbkBytes?.get(one) ?? [one.charCodeAt(0)]));
}
let gbkBytes: Map<string, number[]> | undefined;
function gbkTable(): Map<string, number[]> {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return table;
}

type Source = Uint8Array | { readonly text: string };
const tablesOf = (source: Source) =>
  source instanceof Uint8Array ? readTables(source) : Promise.resolve(readText(source.text));

async function fatesOf(source: Source, kind: RosterKind): Promise<string[]> {
  const tables = await tablesOf(source);
  const read = tables.ok ? readRoster(tables.sheets, kind) : null;
  if (read === null) return [JSON.stringify(tables)];
  const role = kind === 'units' ? 'unit' : 'member';
  return matchRoster(read.rows, { known: [], role, on: '2026-03-02', answers: [], units: [] }).map(inShort);
}

function inShort(one: RosterFate): string {
  if (one.fate === 'left-out') return one.why;
  if (one.fate === 'faulty') return `! ${one.faults.map(({ code }) => code).join(' ')}`;
  const { name, gender, phone, otherPhone, sector, group, employer, title, unit, note } = one.person;
  return [`+ ${name ?? '–'}`, gender, phone, otherPhone, sector, group, employer, title, unit, note]
    .filter((part) => part !== null)
    .join('|');
}

const plain = '姓名,手机,界别\n何春分,13800000101,农业界\n唐夏至,13800000102,经济界\n';
const plainFates = ['heading', '+ 何春分|13800000101|农业界', '+ 唐夏至|13800000102|经济界'];
const three = (name: string, phone: Cell, sector = ''): Cell[] => [name, phone, sector];

type Messy = readonly [
  about: string,
  source: () => Promise<Uint8Array> | Uint8Array | { text: string },
  fates: string[],
  kind?: RosterKind,
];
const messy: readonly Messy[] = [
  [
    'a title merged over the table, a date below it, an empty row, a serial column',
    () =>
      xlsx({
        rows: [
          ['云岭乡政协委员名册', null, null, null],
          ['（2026年1月）'],
          [],
          ['序号', '姓　名', '性别', '联系电话'],
          [1, '何春分', '女', '13800000101'],
          [2, '唐夏至', '男', '13800000102'],
        ],
        merges: ['A1:D1', 'A2:D2'],
      }),
    ['title', 'title', 'blank', 'heading', '+ 何春分|female|13800000101', '+ 唐夏至|male|13800000102'],
  ],
  [
    'numbers that Excel keeps as numbers, with a format or a comma part',
    () =>
      xlsx({
        rows: [
          ['姓名', '手机'],
          ['何春分', 13800000101],
          ['唐夏至', '13800000102.0'],
          ['马立秋', '1.3800000103E+10'],
          ['韩小雪', '1.38E+10'],
        ],
      }),
    ['heading', '+ 何春分|13800000101', '+ 唐夏至|13800000102', '+ 马立秋|13800000103', '! phone-rounded'],
  ],
  [
    'a group merged over its people, sums below',
    () =>
      xlsx({
        rows: [
          ['联络组', '委员姓名', '手机号码'],
          ['第一联络组', '何春分', '13800000101'],
          [null, '唐夏至', '13800000102'],
          ['第二联络组', '马立秋', '13800000103'],
          ['合计', '3人', null],
        ],
        merges: ['A2:A3'],
      }),
    [
      'heading',
      '+ 何春分|13800000101|第一联络组',
      '+ 唐夏至|13800000102|第一联络组',
      '+ 马立秋|13800000103|第二联络组',
      'total',
    ],
  ],
  [
    'each sector in a merged row over its people',
    () =>
      xlsx({
        rows: [
          ['姓名', '工作单位及职务', '电话'],
          ['一、农业界（2人）', null, null],
          ['何春分', '青溪茶厂厂长', '13800000101'],
          ['唐夏至', '', ''],
          ['二、经济界（1人）', null, null],
          ['马立秋', '', '13800000103'],
        ],
        merges: ['A2:C2', 'A5:C5'],
      }),
    [
      'heading',
      'section',
      '+ 何春分|13800000101|农业界|青溪茶厂厂长',
      '+ 唐夏至|农业界',
      'section',
      '+ 马立秋|13800000103|经济界',
    ],
  ],
  [
    'sheets with one group each, and one with notes',
    () =>
      xlsx(
        { name: '东片组', rows: [['姓名', '电话'], three('何春分', '13800000101')] },
        { name: '西片组', rows: [['姓名', '电话'], three('唐夏至', '13800000102')] },
        { name: '说明', rows: [['本表由办公室填写'], ['如有变动请告知']] },
      ),
    ['heading', '+ 何春分|13800000101|东片组', 'heading', '+ 唐夏至|13800000102|西片组', 'no-table', 'no-table'],
  ],
  [
    'names with blanks, dots of every kind, brackets',
    () =>
      xlsx({
        rows: [
          ['姓名', '电话'],
          ['张　三', null],
          ['欧 阳 春', null],
          ['阿依古丽•买买提', null],
          ['古丽.阿依', null],
          ['王芳（女，回族）', null],
          ['李四（大）', null],
          ['周', null],
        ],
      }),
    [
      'heading',
      '+ 张三',
      '+ 欧阳春',
      '+ 阿依古丽·买买提',
      '+ 古丽·阿依',
      '+ 王芳|female|回族',
      '! name-invalid',
      '! name-too-short',
    ],
  ],
  [
    'several numbers in a cell, in every manner',
    () =>
      xlsx({
        rows: [
          ['姓名', '联系电话'],
          ['何春分', '13800000101/0578-2123456'],
          ['唐夏至', '13800000102、13900000102'],
          ['马立秋', '13800000103\n2123456'],
          ['韩小雪', '0578-2123457；13800000104'],
          ['蒋听泉', '+86 138-0000-0105'],
          ['冯知秋', '１３８００００ ０１０６（微信）'],
          ['沈霜降', '1380000010'],
        ],
      }),
    [
      'heading',
      '+ 何春分|13800000101|0578-2123456',
      '+ 唐夏至|13800000102|13900000102',
      '+ 马立秋|13800000103|2123456',
      '+ 韩小雪|13800000104|0578-2123457',
      '+ 蒋听泉|13800000105',
      '+ 冯知秋|13800000106',
      '! phone-invalid',
    ],
  ],
  [
    'two columns of numbers, unit and post apart, columns nobody asked for',
    () =>
      xlsx({
        rows: [
          ['出生年月', '职务', '办公电话', '姓名', '单位', '手机', '政协职务', '备注'],
          ['1980.3', '厂长', '0578-2123456', '何春分', '青溪茶厂', '13800000101', '常委', '新任'],
        ],
      }),
    ['heading', '+ 何春分|13800000101|0578-2123456|青溪茶厂 厂长|常委|新任'],
  ],
  [
    'a heading of two rows',
    () =>
      xlsx({
        rows: [
          ['姓名', '界别', '联系方式', null],
          ['姓名', '界别', '手机', '座机'],
          ['何春分', '农业界', '13800000101', '0578-2123456'],
        ],
        merges: ['A1:A2', 'B1:B2', 'C1:D1'],
      }),
    ['heading', 'heading', '+ 何春分|13800000101|0578-2123456|农业界'],
  ],
  [
    'the heading again on each page, empty lines kept for names to come',
    () =>
      xlsx({
        rows: [
          ['序号', '姓名', '界别'],
          [1, '何春分', '农业界'],
          ['序号', '姓名', '界别'],
          [2, '唐夏至', '经济界'],
          [3, null, null],
          [4, '空缺', '经济界'],
        ],
      }),
    ['heading', '+ 何春分|农业界', 'heading', '+ 唐夏至|经济界', 'blank', 'vacant'],
  ],
  [
    'text after the table',
    () =>
      xlsx({
        rows: [
          ['姓名', '界别', '电话'],
          three('何春分', '农业界'),
          [],
          ['注：本名册截至2026年1月。'],
          ['填表人：林晓雨', '日期：2026年1月5日'],
        ],
      }),
    ['heading', '+ 何春分|农业界', 'blank', 'text', 'text'],
  ],
  [
    'the same person twice, and people of one name',
    () =>
      xlsx({
        rows: [
          ['姓名', '手机', '界别'],
          three('何春分', '13800000101', '农业界'),
          three('何春分', '13800000101', '农业界'),
          three('何春分', '13800000101', '经济界'),
          three('何春分', '13800000109', '经济界'),
          three('唐夏至', '13800000101', '农业界'),
        ],
      }),
    ['heading', '+ 何春分|13800000101|农业界', 'repeated', '! line-differs', '! same-name', '! phone-of-another'],
  ],
  [
    'formulas, and text that would be one',
    () =>
      xlsx({
        rows: [
          ['姓名', '单位', '电话'],
          [{ formula: 'CONCATENATE("何","春分")', result: '何春分' }, '青溪茶厂', null],
          ['唐夏至', "=cmd|' /C calc'!A0", null],
          ['=HYPERLINK("x")', '', null],
          ['<script>alert(1)</script>', '', null],
          ['马立秋', '<b>青溪</b>', null],
        ],
      }),
    ['heading', '+ 何春分|青溪茶厂', '! formula', '! formula name-invalid', '! name-invalid', '+ 马立秋|<b>青溪</b>'],
  ],
  [
    'two tables side by side',
    () =>
      xlsx({
        rows: [
          ['姓名', '电话', '姓名', '电话'],
          ['何春分', '13800000101', '唐夏至', '13800000102'],
        ],
      }),
    ['heading', '! columns-twice'],
  ],
  ['commas, UTF-8', () => utf8(plain), plainFates],
  ['commas, UTF-8 with its mark', () => utf8(`\ufeff${plain}`), plainFates],
  ['commas, as an old Excel saves them (GBK)', () => gbk(plain.replaceAll('\n', '\r\n')), plainFates],
  ['tabs, Excel’s “Unicode text”', () => utf16(plain.replaceAll(',', '\t').replaceAll('\n', '\r\n')), plainFates],
  [
    'pasted: cells with line breaks and quotes, merged groups that left gaps',
    () => ({
      text: '小组\t姓名\t电话\r\n东片组\t何春分\t"13800000101\n0578-2123456"\r\n\t唐夏至\t\r\n\t马立秋\t\r\n西片组\t韩小雪\t\r\n\t蒋听泉\t\r\n\r\n共5人\t\t\r\n',
    }),
    [
      'heading',
      '+ 何春分|13800000101|0578-2123456|东片组',
      '+ 唐夏至|东片组',
      '+ 马立秋|东片组',
      '+ 韩小雪|西片组',
      '+ 蒋听泉|西片组',
      'blank',
      'total',
    ],
  ],
  ['one column of names', () => ({ text: '姓名\n何春分\n唐夏至\n' }), ['heading', '+ 何春分', '+ 唐夏至']],
  [
    'handling units with and without somebody',
    () =>
      xlsx({
        rows: [
          ['序号', '承办单位', '联系人', '联系电话', '职务'],
          [1, '县农业农村局', '何春分', '13800000101', '办公室主任'],
          [2, '县水利局', null, '0578-2123456', null],
          [3, '县教育局', '何春分', '13800000101', null],
          [4, null, '唐夏至', '13800000102', null],
        ],
      }),
    [
      'heading',
      '+ 何春分|13800000101|办公室主任|县农业农村局',
      '+ –|0578-2123456|县水利局',
      '+ 何春分|13800000101|县教育局',
      '! unit-missing',
    ],
    'units',
  ],
  [
    'wrong words for gender and office',
    () =>
      xlsx({
        rows: [
          ['姓名', '性别', '身份'],
          ['何春分', '男性', '委员'],
          ['唐夏至', '未知', '委员'],
          ['马立秋', 'F', '系统管理员'],
        ],
      }),
    ['heading', '+ 何春分|male', '! gender-unknown', '! role-unknown'],
  ],
];

const cases = messy.map(([about, source, fates, kind = 'people']) => ({ about, source, fates, kind }));
test.each(cases)('$about', async ({ source, fates, kind }) => {
  expect(await fatesOf(await source(), kind)).toEqual(fates);
});

describe('what is no roster is refused, and says why', () => {
  const refusalOf = async (source: Source) => {
    const tables = await tablesOf(source);
    if (!tables.ok) return tables.code;
    return readRoster(tables.sheets, 'people') === null ? 'no heading' : 'read';
  };
  const wide = (columns: number) => Array.from({ length: columns }, (_, index) => `列${index}`);
  const refusals: [string, () => Promise<Source> | Source, string][] = [
    ['nothing', () => ({ text: '  \n' }), 'file-empty'],
    ['no bytes', () => new Uint8Array(), 'file-empty'],
    ['an old .xls', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'file-old-excel'],
    ['half an .xlsx', async () => (await xlsx({ rows: [['姓名']] })).slice(0, 900), 'file-not-a-table'],
    ['a picture', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xff), 'file-undecodable'],
    ['no heading', () => ({ text: '何春分\t13800000101\n唐夏至\t13800000102' }), 'no heading'],
    ['100 columns', () => xlsx({ rows: [['姓名', ...wide(99)], ['何春分']] }), 'file-too-many-columns'],
    ['one cell in the last column', () => cellAt('XFD2'), 'file-too-many-columns'],
    ['a row far below', () => cellAt('A1048576'), 'file-too-many-rows'],
    ['20,001 rows', () => ({ text: `姓名\n${'何春分\n'.repeat(20_000)}` }), 'file-too-many-rows'],
    ['150 MB of zeros that the directory calls ten bytes', () => bomb(), 'file-too-large'],
    ['17,000 million merged cells', () => mergedWhole(), 'file-too-large'],
  ];
  test.each(refusals)('%s', async (_, source, refusal) => {
    expect(await refusalOf(await source())).toBe(refusal);
  });

  test('formats that reach to the end of the sheet are no cells', async () => {
    const workbook = new Workbook();
    const worksheet = workbook.addWorksheet('名册');
    worksheet.addRows([['姓名'], ['何春分']]);
    worksheet.getCell('XFD1').font = { bold: true };
    worksheet.getCell('A99999').font = { bold: true };
    const tables = await readTables(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(tables).toEqual({
      ok: true,
      sheets: [
        {
          name: '名册',
          rows: [
            { number: 1, cells: ['姓名'] },
            { number: 2, cells: ['何春分'] },
          ],
        },
      ],
    });
  });

  async function cellAt(address: string) {
    const workbook = new Workbook();
    const worksheet = workbook.addWorksheet('名册');
    worksheet.getCell('A1').value = '姓名';
    worksheet.getCell(address).value = '何春分';
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  }
  const bomb = () => zipOf('xl/workbook.xml', Buffer.alloc(150_000_000), 10);
  const mergedWhole = () =>
    zipOf('xl/worksheets/sheet1.xml', Buffer.from('<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>'), null);
});
