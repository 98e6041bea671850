import { Refusal } from '@xushi/infra/database';
import { readBytes } from './read-bytes.js';

/**
 * What a JSON file holds. Throws WrongUsage for a file that cannot be read, Refusal for one that is no JSON.
 */
export function readJsonFile(file: string): unknown {
  const text = readBytes(file, { english: 'a JSON file', chinese: ' JSON 文件' }).toString('utf8');
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
