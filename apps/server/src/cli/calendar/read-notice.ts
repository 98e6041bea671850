import { type OfficialYear, parseNotice } from '@xushi/domain';
import type { Outcome } from '../command.js';
import { readJsonFile } from '../read-json-file.js';
import { refuse } from '../refuse.js';
import { wordsOf } from './notice-fault.js';

export type NoticeReading =
  | { readonly ok: true; readonly json: unknown; readonly year: OfficialYear }
  | { readonly ok: false; readonly refusal: Outcome };

/** A notice from a file, or its faults, all of them, as the outcome to answer with. */
export function readNotice(file: string): NoticeReading {
  const json = readJsonFile(file);
  const parsed = parseNotice(json);
  if (parsed.ok) return { ok: true, json, year: parsed.year };
  const english = `${file} is no notice that can be used; nothing was entered.`;
  const chinese = `${file} 不是可用的放假通知，未录入。`;
  const faults = parsed.faults.map((fault) => ({ ...fault, ...wordsOf(fault) }));
  const refusal = refuse('notice-faulty', { english, chinese }, { faults });
  const lines = faults.flatMap((one) => [`  - ${one.english}`, `    ${one.chinese}`]);
  return { ok: false, refusal: { ...refusal, text: [refusal.text, ...lines].join('\n') } };
}
