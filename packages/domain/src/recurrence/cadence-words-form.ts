import type { Cadence } from './cadence.js';
import type { Language, Values } from './cadence-words-slots.js';

/**
 * A way to word a cadence, in both languages. `{name}` is a gap (`Values`); beside gaps a template may use the syntax
 * of regular expressions, except the first of a language, which is the one that is said.
 */
export interface Form {
  readonly templates: Readonly<Record<Language, readonly string[]>>;
  /** Templates that mean a cadence only beside a number of times: 一年两次, "twice a year". */
  readonly onlyCounted?: readonly string[];
  /** Null when the gaps do not go together. */
  readonly read: (values: Values) => Cadence | null;
  /** What to put into the gaps; null when the cadence is worded otherwise. Absent: only read. */
  readonly say?: (cadence: Cadence) => Partial<Values> | null;
  /** The words already say what happens on a day off: 最后一个工作日. */
  readonly saysShift?: boolean;
}

type Of<K extends Cadence['kind']> = Cadence & { readonly kind: K };
/** For forms that word one kind of cadence only. */
export const saying =
  <K extends Cadence['kind']>(kind: K, say: (cadence: Of<K>) => Partial<Values> | null) =>
  (cadence: Cadence) =>
    cadence.kind === kind ? say(cadence as Of<K>) : null;
