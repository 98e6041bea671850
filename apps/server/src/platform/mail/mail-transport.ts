import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Mail, MailServer, MailStage, MailTry } from './mail-server.js';

/** How patient a conversation with a mail server is, in milliseconds. */
export interface MailPatience {
  readonly connect: number;
  readonly silence: number;
  readonly whole: number;
}

const PATIENCE: MailPatience = { connect: 10_000, silence: 20_000, whole: 60_000 };

const STAGE_OF_COMMAND: readonly (readonly [RegExp, MailStage])[] = [
  [/^AUTH/, 'sign-in'],
  [/^MAIL FROM/, 'sender'],
  [/^RCPT TO/, 'recipient'],
  [/^DATA/, 'data'],
];

/**
 * Speaks SMTP, one connection a mail. Not nodemailer's pooled transport: that one sends a mail again by itself when a
 * connection breaks, and whether the server had the whole of it is exactly what must be known here.
 */
@Injectable()
export class MailTransport {
  patience = PATIENCE;

  /** One try to hand a mail over. Never throws: what goes wrong is the answer. */
  async send(server: MailServer, mail: Mail): Promise<MailTry> {
    const body = await compose(mail);
    let stage: MailStage = 'connect';
    return this.#converse(
      server,
      () => stage,
      async (connection) => {
        stage = 'sender';
        return new Promise((resolve, reject) => {
          const stream = Readable.from([body]);
          // Read to its end, the mail may be there although no answer comes.
          stream.once('end', () => {
            stage = 'answer';
          });
          connection.send({ from: mail.sender.address, to: [mail.recipient.address] }, stream, (error, info) =>
            error ? reject(error) : resolve(info?.response ?? ''),
          );
        });
      },
    );
  }

  /** Connects and signs in, and no more. */
  check(server: MailServer): Promise<MailTry> {
    return this.#converse(
      server,
      () => 'connect',
      async () => '',
    );
  }

  async #converse(
    server: MailServer,
    stage: () => MailStage,
    work: (connection: SMTPConnection) => Promise<string>,
  ): Promise<MailTry> {
    const connection = new SMTPConnection({
      host: server.host,
      port: server.port,
      secure: server.security === 'tls',
      requireTLS: server.security === 'starttls',
      ignoreTLS: server.security === 'none',
      connectionTimeout: this.patience.connect,
      greetingTimeout: this.patience.silence,
      socketTimeout: this.patience.silence,
      dnsTimeout: this.patience.connect,
      logger: false,
    });
    let late: NodeJS.Timeout | undefined;
    try {
      const failed = new Promise<never>((_, reject) => {
        connection.once('error', reject);
        late = setTimeout(() => reject(new Error('The conversation took too long')), this.patience.whole);
      });
      const talk = async () => {
        await once((done) => connection.connect(done));
        const { userName, password } = server;
        if (userName !== null) await once((done) => connection.login({ user: userName, pass: password ?? '' }, done));
        return work(connection);
      };
      return { ok: true, answer: await Promise.race([talk(), failed]) };
    } catch (error) {
      return failureOf(error, stage());
    } finally {
      clearTimeout(late);
      connection.on('error', () => undefined);
      connection.close();
    }
  }
}

function once(call: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    call((error) => (error ? reject(error) : resolve()));
  });
}

function failureOf(error: unknown, stage: MailStage): MailTry {
  const { responseCode, command, message } = error as { responseCode?: number; command?: string; message?: string };
  const said = STAGE_OF_COMMAND.find(([pattern]) => pattern.test(command ?? ''))?.[1];
  return {
    ok: false,
    // What the server answered tells the stage by its command; silence leaves it where the conversation stood.
    stage: said === undefined || stage === 'answer' ? stage : said,
    code: responseCode ?? null,
    error: (message ?? String(error)).slice(0, 500),
  };
}

function compose(mail: Mail): Promise<Buffer> {
  return new MailComposer({
    from: mail.sender,
    to: mail.recipient,
    messageId: mail.messageId,
    date: new Date(mail.date.epochMilliseconds),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { 'Auto-Submitted': 'auto-generated', ...mail.headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
