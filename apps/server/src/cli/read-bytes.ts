import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Bilingual, WrongUsage } from './wrong-usage.js';

/** Large enough for a county's plan a hundred times over; a wrong file given by mistake is not read at all. */
const LARGEST_BYTES = 10_000_000;

/**
 * A file's bytes. Relative paths count from the folder the command was typed in, although npm runs it in ours. Throws
 * WrongUsage for one that cannot be read or is larger than 10 MB; `wanted` says what to give instead.
 */
export function readBytes(file: string, wanted: Bilingual): Buffer {
  const full = path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
  let size: number;
  try {
    ({ size } = statSync(full));
    if (size <= LARGEST_BYTES) return readFileSync(full);
  } catch (error) {
    throw cannotRead(file, (error as NodeJS.ErrnoException).code ?? String(error), wanted);
  }
  throw new WrongUsage(
    'FILE',
    `FILE ${file} is larger than ${LARGEST_BYTES / 1e6} MB; that is no plan and no notice. Give another file.`,
    `FILE ${file} 超过 ${LARGEST_BYTES / 1e6} MB，不像计划或放假通知，请换一个文件。`,
  );
}

function cannotRead(file: string, code: string, wanted: Bilingual): WrongUsage {
  const [english, chinese] = {
    ENOENT: ['does not exist', '不存在'],
    EISDIR: ['is a folder', '是一个目录'],
    EACCES: ['may not be read by this user', '当前用户无权读取'],
  }[code] ?? [`cannot be read (${code})`, `无法读取（${code}）`];
  return new WrongUsage(
    'FILE',
    `FILE ${file} ${english}; give the path of ${wanted.english}.`,
    `FILE ${file} ${chinese}；请给出${wanted.chinese}的路径。`,
  );
}
