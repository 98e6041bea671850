import { Workbook } from '@cj-tech-master/excelts';
import type { SourceBlock } from '@xushi/domain';
import { zipOf } from '@xushi/testkit';
import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { LARGEST_DOCUMENT } from './document-refusal.js';
import { readDocument } from './read-document.js';

async function read(name: string, bytes: Uint8Array): Promise<readonly SourceBlock[]> {
  const reading = await readDocument(name, bytes);
  if (!reading.ok) throw new Error(reading.code);
  return reading.document.blocks;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...list: readonly number[]) => Uint8Array.from(list);
const line = (number: number, text: string, level: number | null = null) => ({ kind: 'line', number, text, level });

describe('text', () => {
  // 工作计划 in GBK.
  const inGbk = bytes(0xb9, 0xa4, 0xd7, 0xf7, 0xbc, 0xc6, 0xbb, 0xae);

  it.each([
    ['UTF-8', utf8('工作计划')],
    ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, ...utf8('工作计划'))],
    ['GBK', inGbk],
    ['UTF-16', bytes(0xff, 0xfe, 0xe5, 0x5d, 0x5c, 0x4f, 0xa1, 0x8b, 0x12, 0x52)],
  ])('in %s', async (_name, content) => {
    expect(await read('计划.txt', content)).toEqual([line(1, '工作计划')]);
  });

  it('whatever ends its lines, with Markdown headings and tables', async () => {
    expect(await read('计划.md', utf8('# 要点\r\n一\n二\r三\n| 任务 | 时间 |\n|---|---|\n| 视察 | 5月 |'))).toEqual([
      line(1, '要点', 1),
      line(2, '一'),
      line(3, '二'),
      line(4, '三'),
      { kind: 'row', number: 5, cells: ['任务', '时间'], table: 1 },
      { kind: 'row', number: 7, cells: ['视察', '5月'], table: 1 },
    ]);
  });
});

describe('Word', () => {
  const word = async (...children: (Paragraph | Table)[]) =>
    new Uint8Array(
      await Packer.toBuffer(
        new Document({
          numbering: {
            config: [{ reference: 'list', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }],
          },
          sections: [{ children }],
        }),
      ),
    );

  it('headings, automatic numbers and soft line breaks', async () => {
    const content = await word(
      new Paragraph({ text: '工作要点', heading: HeadingLevel.HEADING_1 }),
      new Paragraph({ text: '组织委员视察', numbering: { reference: 'list', level: 0 } }),
      new Paragraph({ text: '召开座谈会', numbering: { reference: 'list', level: 0 } }),
      new Paragraph({ children: [new TextRun('第一行'), new TextRun({ text: '第二行', break: 1 })] }),
    );
    expect(await read('要点.docx', content)).toEqual([
      line(1, '工作要点', 1),
      line(2, '1、组织委员视察'),
      line(3, '2、召开座谈会'),
      line(4, '第一行'),
      line(4, '第二行'),
    ]);
  });

  it('an automatic list between whose items others are numbered is the higher one', async () => {
    const content = await word(
      new Paragraph({ text: '学习', numbering: { reference: 'list', level: 0 } }),
      new Paragraph('1.每季度学习一次'),
      new Paragraph({ text: '视察', numbering: { reference: 'list', level: 0 } }),
    );
    expect(await read('要点.docx', content)).toEqual([
      line(1, '一、学习'),
      line(2, '1.每季度学习一次'),
      line(3, '二、视察'),
    ]);
  });

  it('tables, with the text of a merged cell in every cell it covers', async () => {
    const cell = (text: string, more: { rowSpan?: number; columnSpan?: number } = {}) =>
      new TableCell({ children: [new Paragraph(text)], ...more });
    const content = await word(
      new Table({
        rows: [
          new TableRow({ children: [cell('任务', { columnSpan: 2 }), cell('时间')] }),
          new TableRow({ children: [cell('视察', { rowSpan: 2 }), cell('工业园区'), cell('5月')] }),
          new TableRow({ children: [cell('敬老院'), cell('10月')] }),
        ],
      }),
    );
    expect(await read('分解表.docx', content)).toEqual([
      { kind: 'row', number: 1, cells: ['任务', '任务', '时间'], table: 1 },
      { kind: 'row', number: 2, cells: ['视察', '工业园区', '5月'], table: 1 },
      { kind: 'row', number: 3, cells: ['视察', '敬老院', '10月'], table: 1 },
    ]);
  });
});

it('reads the rows of worksheets', async () => {
  const workbook = new Workbook();
  workbook.addWorksheet('一').addRow(['任务', '时间']);
  workbook.addWorksheet('二').addRow(['事项', '时限']);
  expect(await read('表.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()))).toEqual([
    line(0, '一', 1),
    { kind: 'row', number: 1, cells: ['任务', '时间'], table: 1, sheet: '一' },
    line(0, '二', 1),
    { kind: 'row', number: 1, cells: ['事项', '时限'], table: 2, sheet: '二' },
  ]);
});

it('names no sheet where there is only one with rows', async () => {
  const workbook = new Workbook();
  workbook.addWorksheet('计划').addRow(['任务', '时间']);
  workbook.addWorksheet('空白');
  expect(await read('表.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()))).toEqual([
    { kind: 'row', number: 1, cells: ['任务', '时间'], table: 1 },
  ]);
});

describe('a file that cannot be read says why', () => {
  const oldOffice = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  const zip = utf8('PK\u0003\u0004 cut off');

  it.each([
    ['计划.doc', oldOffice, 'old-word'],
    ['计划.wps', oldOffice, 'old-word'],
    ['计划.xls', oldOffice, 'old-excel'],
    ['计划.docx', oldOffice, 'encrypted'],
    ['计划.pdf', utf8('%PDF-1.7'), 'pdf'],
    ['计划.docx', utf8('%PDF-1.7'), 'pdf'],
    ['计划.docx', zip, 'not-as-named'],
    ['计划.xlsx', zip, 'not-as-named'],
    ['计划.docx', utf8('工作计划'), 'not-as-named'],
    ['计划.txt', zip, 'not-as-named'],
    ['计划.txt', bytes(0xff, 0xff, 0xff, 0x80), 'text-unreadable'],
    ['计划.jpg', bytes(0xff, 0xd8, 0xff), 'kind-unknown'],
    ['计划', utf8('工作计划'), 'kind-unknown'],
    ['计划.txt', new Uint8Array(LARGEST_DOCUMENT + 1), 'file-too-large'],
    ['计划.txt', utf8('组织委员视察\n'.repeat(50_001)), 'file-too-large'],
  ])('%s: %3$s', async (name, content, code) => {
    expect(await readDocument(name, content)).toEqual({ ok: false, code });
  });

  it('an archive that unpacks to more than a hundred megabytes, whatever its directory says', async () => {
    const bomb = zipOf('word/document.xml', Buffer.alloc(150_000_000), 10);
    expect(await readDocument('计划.docx', bomb)).toEqual({ ok: false, code: 'file-too-large' });
  });
});
