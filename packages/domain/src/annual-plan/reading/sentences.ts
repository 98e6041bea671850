import { type TimeContext, type TimeWords, timeWordsIn } from './time-words.js';

/** A sentence of a paragraph: where it begins, and what ends it. */
export interface Sentence {
  readonly at: number;
  readonly text: string;
  readonly stop: string;
}

const LONGEST_SENTENCE = 600;

/** The sentences between two places of a text; a short beginning before a colon is one of them. */
export function sentencesIn(text: string, from: number, to: number): Sentence[] {
  const sentences: Sentence[] = [];
  let depth = 0;
  let start = from;
  const close = (end: number, stop: string) => {
    const sentence = text.slice(start, end);
    const lead = /^[\s,、:;。"”’']*/.exec(sentence)?.[0].length ?? 0;
    const last = sentences.at(-1);
    // (6月) behind the full stop still belongs to the sentence.
    if (last !== undefined && /^\([^()]*\)$/.test(sentence.trim())) {
      sentences[sentences.length - 1] = { ...last, text: text.slice(last.at, end) };
    } else if (/[\p{Script=Han}\w]/u.test(sentence))
      sentences.push({ at: start + lead, text: sentence.slice(lead), stop });
    start = end + 1;
  };
  for (let at = from; at < to; at += 1) {
    const char = text[at] ?? '';
    if ('(《“[「'.includes(char)) depth += 1;
    else if (')》”]」'.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && ('。;!?'.includes(char) || (char === ':' && at - start <= 20))) close(at, char);
    // No sentence is as long; without a limit one of a whole book would take minutes.
    else if (at - start > LONGEST_SENTENCE && char === ',') close(at, char);
  }
  close(to, '');
  return sentences;
}

/** …;…。(1月): a remark behind the last part of a sentence dates the parts before it. */
export function remarksOf(sentences: readonly Sentence[], context: TimeContext): (TimeWords | null)[] {
  let behind: TimeWords | null = null;
  return sentences
    .toReversed()
    .map(({ text, stop }) => {
      const remark = /\(([^()]*)\)$/.exec(text)?.[1];
      const time: TimeWords | null = remark === undefined ? null : (timeWordsIn(remark, context)[0] ?? null);
      behind = time ?? (stop === ';' ? behind : null);
      return time === null ? behind : null;
    })
    .toReversed();
}
