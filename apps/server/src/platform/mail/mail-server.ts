/** How to reach a mail server, with its password in the clear: never stored or logged like this. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte (465), `starttls` required (587), or `none` in a closed network. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly userName: string | null;
  readonly password: string | null;
}

/** A mail ready to leave: one sender, one recipient. */
export interface Mail {
  readonly sender: { readonly name: string; readonly address: string };
  readonly recipient: { readonly name: string; readonly address: string };
  /** With its angle brackets, the same for every copy. */
  readonly messageId: string;
  readonly date: Temporal.Instant;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where a try ended. Everything up to and including `data` is before the server had the whole mail. */
export type MailStage = 'connect' | 'sign-in' | 'sender' | 'recipient' | 'data' | 'answer';

/** What became of one try. */
export type MailTry =
  | { readonly ok: true; readonly answer: string }
  | {
      readonly ok: false;
      readonly stage: MailStage;
      /** The server's three digits; null where it said nothing. */
      readonly code: number | null;
      /** What went wrong, as the server or the network says it; never the password. */
      readonly error: string;
    };
