/** Told to the person at the screen, in English and in Chinese. */
export type Tell = (english: string, chinese: string) => void;

/** Something that person can mend; `code` is for programs. The password is never part of a sentence. */
export declare class Refusal extends Error {
  readonly code: string;
  readonly english: string;
  readonly chinese: string;
  constructor(code: string, english: string, chinese: string);
}

export interface EmbeddedOptions {
  /** Where the data are to live. Beside it appear `.password` (0600), `.log`, `.lock` and, if needed, `.location`. */
  dataDir: string;
  /** Gets sentences that the person should see, such as that the data had to be kept elsewhere. */
  log?: Tell;
  /** No fsync: faster, for data that may be lost. */
  fast?: boolean;
  /** When another live program already serves these data: use its server (the default), or refuse. */
  join?: boolean;
}

export interface EmbeddedDatabase {
  /** Of the superuser, to the database `xushi`. */
  url: string;
  port: number;
  /** Where the data really are: `dataDir`, or a folder that the database's user can enter. */
  folder: string;
  /** The server belongs to another program; `stop` does nothing. */
  joined: boolean;
  /** Resolves with the exit code when PostgreSQL ends, asked or not. Never for a joined one. */
  exited: Promise<number | null>;
  /** Shuts down in good order and resolves when nothing runs any more. */
  stop(): Promise<void>;
}

/**
 * Starts the built-in PostgreSQL on the loopback address, in a session of its own; the first start creates the data.
 * It ends with the calling process at the latest, even when that is killed. Throws Refusal.
 */
export declare function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase>;

export interface EmbeddedState {
  /** Where the data are, or would be. */
  folder: string;
  /** Whether there are data. */
  isMade: boolean;
  /** Permission bits of the folder and of the password file; null when there is none. */
  mode: number | null;
  passwordFile: string;
  passwordMode: number | null;
  canReadPassword: boolean;
  /** The process that has the data open now, such as `npm start`; null: nobody. */
  heldBy: number | null;
  /** As whom we asked. */
  user: string;
}

/** Looks at the data folder of the built-in PostgreSQL. Starts, makes and changes nothing. */
export declare function inspectEmbedded(options: { dataDir: string }): Promise<EmbeddedState>;

/** Removes what startEmbedded made. Only for scratch data, after stop(). */
export declare function removeEmbedded(database: { dataDir: string; folder: string }): Promise<void>;

/** Reachable, version 16 or newer, UTF-8? Undefined when all is well. */
export declare function checkServer(url: string): Promise<Refusal | undefined>;

export declare function judgeServer(version: number, encoding: string, address: string): Refusal | undefined;
