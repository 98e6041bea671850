import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '@xushi/infra/database';
import { WrongUsage } from './wrong-usage.js';

/** Large enough for a county's plan a hundred times over; a wrong file given by mistake is not read to its end. */
const LARGEST_BYTES = 10_000_000;

/**
 * What a JSON file holds. Relative paths count from the folder the command was typed in, although npm runs it in ours.
 * Throws WrongUsage for a file that cannot be read, Refusal for one that is no JSON.
 */
export function readJsonFile(file: string): unknown {
  const text = readText(path.resolve(process.env.INIT_CWD ?? process.cwd(), file));
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const where = error instanceof SyntaxError ? error.message : String(error);
    throw new Refusal(
      'file-not-json',
      `${file} is not JSON (${where}); mend that place, or save it again as JSON in UTF-8.`,
      `${file} 不是有效的 JSON（${where}）；请修正该处，或重新存为 UTF-8 编码的 JSON。`,
    );
  }
}

function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw cannotRead(file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  if (bytes.length > LARGEST_BYTES) {
    throw new WrongUsage(
      'FILE',
      `FILE ${file} is larger than ${LARGEST_BYTES / 1e6} MB; that is no plan and no notice. Give another file.`,
      `FILE ${file} 超过 ${LARGEST_BYTES / 1e6} MB，不像计划或放假通知，请换一个文件。`,
    );
  }
  return bytes.toString('utf8');
}

function cannotRead(file: string, code: string): WrongUsage {
  const [english, chinese] = {
    ENOENT: ['does not exist', '不存在'],
    EISDIR: ['is a folder', '是一个目录'],
    EACCES: ['may not be read by this user', '当前用户无权读取'],
  }[code] ?? [`cannot be read (${code})`, `无法读取（${code}）`];
  return new WrongUsage(
    'FILE',
    `FILE ${file} ${english}; give the path of a JSON file.`,
    `FILE ${file} ${chinese}；请给出 JSON 文件的路径。`,
  );
}
