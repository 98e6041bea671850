import type { Bilingual } from '../wrong-usage.js';

export const checks = [
  'node',
  'disk',
  'data-folder',
  'database',
  'encoding',
  'migrations',
  'roles',
  'row-level-security',
  'server-code',
  'calendar',
  'timers',
  'outcomes',
] as const;

/** What one look found. A warning can wait; a fault cannot. */
export interface Finding extends Bilingual {
  readonly check: (typeof checks)[number];
  readonly level: 'ok' | 'warning' | 'fault';
  /** What to do; null when nothing is. */
  readonly remedy: Bilingual | null;
  /** The figures it rests on, for programs. */
  readonly facts: object;
}

type Check = Finding['check'];

export function fine(check: Check, said: Bilingual, facts: object = {}): Finding {
  return { check, level: 'ok', ...said, remedy: null, facts };
}

export function wrong(
  check: Check,
  level: 'warning' | 'fault',
  said: Bilingual,
  { remedy, facts = {} }: { remedy: Bilingual; facts?: object },
): Finding {
  return { check, level, ...said, remedy, facts };
}

/** One sentence in both languages. */
export function say(english: string, chinese: string): Bilingual {
  return { english, chinese };
}
