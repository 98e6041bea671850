import type { Outcome } from './command.js';
import type { Bilingual } from './wrong-usage.js';

/** The outcome of a command that did nothing: why in a code for programs and in words that say what to do. */
export function refuse(code: string, { english, chinese }: Bilingual, more: object = {}): Outcome {
  return {
    exit: 1,
    isRefused: true,
    json: { error: { code, english, chinese, ...more } },
    text: `✗ ${english}\n  ${chinese}`,
  };
}
