import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** How a mail server treats the next mail. */
export type Manner =
  | 'takes'
  /** Accepts the connection and never says a word. */
  | 'silent'
  /** Answers these digits when the recipient is named, or when the whole mail was read. */
  | { readonly recipient: number }
  | { readonly content: number }
  /** Has the whole mail and closes the connection without an answer. */
  | 'drops-after-data'
  /** Has the whole mail and says nothing more. */
  | 'hangs-after-data';

export interface TestSmtp {
  readonly port: number;
  /** What was read to its end, answered or not. */
  readonly mails: ParsedMail[];
  /** The manners of the next mails, one each; `takes` when there is none left. */
  readonly manners: Manner[];
  /** Addresses behind which there is nobody: refused with 550 however it behaves otherwise. */
  readonly unknown: Set<string>;
  close(): Promise<void>;
}

const refusing = (code: number) => Object.assign(new Error(`said ${code}`), { responseCode: code });

/** A real SMTP server on loopback that behaves as it is told. With `user` it wants that name and the password 'right'. */
export async function startSmtp(options: { user?: string } = {}): Promise<TestSmtp> {
  const mails: ParsedMail[] = [];
  const manners: Manner[] = [];
  const unknown = new Set<string>();
  const ofSession = new Map<string, Manner>();
  const mannerOf = (id: string): Manner => {
    const known = ofSession.get(id) ?? manners.shift() ?? 'takes';
    ofSession.set(id, known);
    return known;
  };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', ...(options.user === undefined ? ['AUTH'] : [])],
    authOptional: options.user === undefined,
    allowInsecureAuth: true,
    closeTimeout: 100,
    disableReverseLookup: true,
    onConnect(session, done) {
      if (mannerOf(session.id) !== 'silent') done();
    },
    onAuth(auth, _session, done) {
      if (auth.username === options.user && auth.password === 'right') done(null, { user: auth.username });
      else done(Object.assign(new Error('wrong'), { responseCode: 535 }));
    },
    onRcptTo({ address }, session, done) {
      const manner = mannerOf(session.id);
      if (unknown.has(address)) done(refusing(550));
      else if (typeof manner === 'object' && 'recipient' in manner) done(refusing(manner.recipient));
      else done();
    },
    onData(stream, session, done) {
      const manner = mannerOf(session.id);
      void simpleParser(stream).then((mail) => {
        if (typeof manner === 'object' && 'content' in manner) return done(refusing(manner.content));
        mails.push(mail);
        if (manner === 'hangs-after-data') return;
        if (manner === 'drops-after-data') {
          for (const connection of server.connections) {
            if ((connection as { id?: string }).id === session.id)
              (connection as { _socket?: { destroy(): void } })._socket?.destroy();
          }
          return;
        }
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return {
    port,
    mails,
    manners,
    unknown,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
