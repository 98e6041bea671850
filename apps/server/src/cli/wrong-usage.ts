/** Said to the person at the terminal in both languages, as everything is that a person can mend. */
export interface Bilingual {
  readonly english: string;
  readonly chinese: string;
}

/** The command was called wrongly: which argument, and what to write instead. Ends the program with 2. */
export class WrongUsage extends Error {
  constructor(
    /** As it stands in the usage line: `COUNT`, `--seed`; null: the command itself. */
    readonly argument: string | null,
    readonly english: string,
    readonly chinese: string,
  ) {
    super(english);
  }
}
