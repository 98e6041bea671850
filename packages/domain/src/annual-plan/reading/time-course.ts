import type { Cadence } from '../../recurrence/cadence.js';
import { windowOf } from '../../recurrence/window.js';
import type { TimeWords } from './time-parts.js';

/** The days of a cadence that is one stretch and no more, ISO dates, both included; null for any other. */
export function stretchOf(cadence: Cadence, year: number): { readonly from: string; readonly to: string } | null {
  if (cadence.kind === 'between') return cadence;
  if (cadence.kind === 'by') return { from: `${year}-01-01`, to: cadence.on };
  const [span, ...others] = cadence.kind === 'within' ? cadence.spans : [];
  if (span === undefined || others.length > 0) return null;
  const { from, to } = windowOf(span, year);
  return { from: from.toString(), to: to.toString() };
}

/** What stands behind the time at which something begins: 4月启动. */
export const BEGUN = /(?:正式|全面)?(?:启动|开始)/;
const DONE = /^(?:完成|结束|办结)/;

/** 4月启动…,9月底前完成: from the first day of the one stretch to the last of the other; null where it is not said so. */
export function courseOf(
  clauses: readonly { readonly from: number; readonly text: string; readonly times: readonly TimeWords[] }[],
  year: number,
): TimeWords | null {
  const times = clauses.flatMap(({ from, text, times: own }) =>
    own.flatMap(({ at, text: words, cadence }) => {
      const stretch = cadence === null ? null : stretchOf(cadence, year);
      const after = text.slice(at + words.length);
      return stretch === null ? [] : [{ at: at + from, words, stretch, after, isDeadline: cadence?.kind === 'by' }];
    }),
  );
  const begun = times.find(({ after, isDeadline }) => after.search(BEGUN) === 0 && !isDeadline);
  const done = times.findLast(({ after, isDeadline }) => isDeadline || DONE.test(after));
  if (begun === undefined || done === undefined || begun === done) return null;
  const [from, to] = [begun.stretch.from, done.stretch.to];
  return from > to
    ? null
    : { at: begun.at, text: `${begun.words}启动、${done.words}`, cadence: { kind: 'between', from, to } };
}
