import type { Bilingual } from './wrong-usage.js';

/** What a command was given, checked against what it takes. */
export interface Arguments {
  /** An operand by its name in the usage line. */
  operand(name: string): string;
  /** An option's value, or null. */
  option(name: string): string | null;
  has(flag: string): boolean;
}

/** What a command has to say. */
export interface Outcome {
  /** 0: done; 1: refused, or something was found that wants mending. */
  readonly exit: 0 | 1;
  /** The one line of `--json`. */
  readonly json: object;
  /** The same for people, in lines. */
  readonly text: string;
  /** Nothing was done; the text then goes to stderr. */
  readonly isRefused?: true;
  /** Told on stderr in either case: what the answer rests on. */
  readonly notes?: readonly Bilingual[];
}

/** One command of `npm run -s xushi -- …`. */
export interface Command {
  /** Its words: `calendar diff`. */
  readonly name: string;
  readonly about: Bilingual;
  /** In their order; all are needed. Names are in capitals. */
  readonly operands: readonly { readonly name: string; readonly about: Bilingual }[];
  /** By name without dashes; `value` names what an option takes, a flag takes nothing. */
  readonly options: Readonly<Record<string, { readonly value?: string; readonly about: Bilingual }>>;
  readonly examples: readonly string[];
  run(given: Arguments): Promise<Outcome>;
}
