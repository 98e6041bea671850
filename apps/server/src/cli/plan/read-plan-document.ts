import path from 'node:path';
import { type DocumentRefusal, readDocument } from '@xushi/documents';
import { readPlan } from '@xushi/domain';
import type { Arguments, Outcome } from '../command.js';
import { readBytes } from '../read-bytes.js';
import { refuse } from '../refuse.js';
import { type Bilingual, WrongUsage } from '../wrong-usage.js';
import { tableOfReading } from './reading-table.js';
import { wireOfReading } from './wire-reading.js';

/** `plan read FILE --year YEAR`: what a plan's text would become as items. Nothing is kept, no database is asked. */
export async function readPlanDocument(given: Arguments): Promise<Outcome> {
  const year = yearOf(given.option('year'));
  const file = given.operand('FILE');
  const reading = await readDocument(
    path.basename(file),
    readBytes(file, { english: 'a .txt, .md, .docx or .xlsx file', chinese: ' .txt、.md、.docx 或 .xlsx 文件' }),
  );
  if (!reading.ok) return refuse(reading.code, refusals[reading.code]);
  const read = readPlan(reading.document, { year });
  return { exit: 0, json: wireOfReading(read, year), text: tableOfReading(read) };
}

function yearOf(text: string | null): number {
  if (text !== null && /^20\d{2}$/.test(text)) return Number(text);
  throw new WrongUsage(
    '--year',
    text === null
      ? 'Say the plan’s year: --year 2027.'
      : `--year ${text} is no year from 2000 to 2099; write --year 2027.`,
    text === null ? '请指明计划年度：--year 2027。' : `--year ${text} 不是 2000 至 2099 之间的年份；请写 --year 2027。`,
  );
}

const refusals: Readonly<Record<DocumentRefusal, Bilingual>> = {
  'file-too-large': {
    english:
      'The file is larger than 10 MB, or 100 MB unpacked, or holds more than 300,000 characters; take out pictures and what is not the plan, or paste its text.',
    chinese: '文件超过 10 MB（或解压后超过 100 MB，或超过 30 万字）；请去掉图片和与计划无关的内容，或改为粘贴文字。',
  },
  'old-word': {
    english: 'This is the Word format of before 2007; open it and save it as .docx.',
    chinese: '这是旧版 Word 格式（.doc、.wps）；请打开后另存为 .docx。',
  },
  'old-excel': {
    english: 'This is the Excel format of before 2007; open it and save it as .xlsx.',
    chinese: '这是旧版 Excel 格式（.xls、.et）；请打开后另存为 .xlsx。',
  },
  pdf: {
    english: 'A PDF cannot be read; give the Word file it was made from, or copy its text into a .txt file.',
    chinese: '无法读取 PDF；请提供原 Word 文件，或将文字复制到 .txt 文件。',
  },
  encrypted: {
    english: 'The file opens with a password only; open it, take the password out and save it again.',
    chinese: '文件已加密；请打开后取消密码，再保存一次。',
  },
  'kind-unknown': {
    english: 'Only .txt, .md, .docx and .xlsx are read; save it as one of them.',
    chinese: '只能读取 .txt、.md、.docx、.xlsx；请另存为其中一种。',
  },
  'not-as-named': {
    english: 'The file is damaged, or not what its name says; open it in Word or Excel and save it again.',
    chinese: '文件已损坏，或内容与扩展名不符；请用 Word 或 Excel 打开后重新保存。',
  },
  'text-unreadable': {
    english: 'The text is neither UTF-8 nor GBK; save it again as UTF-8.',
    chinese: '文本既非 UTF-8 也非 GBK 编码；请另存为 UTF-8。',
  },
};
