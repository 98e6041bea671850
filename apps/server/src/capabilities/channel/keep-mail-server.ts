import { Injectable } from '@nestjs/common';
import { cleanEmail } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import type { MailTry } from '../../platform/mail/mail-server.js';
import { MailTransport } from '../../platform/mail/mail-transport.js';
import { ok, type Result, refused } from '../../platform/refusal.js';
import { SecretBox } from '../../platform/secrets/secret-box.js';
import { type Actor, committeeOf, tenantsOf } from '../account/index.js';
import { loadMailServer, removeMailServer, type StoredMailServer, writeMailServer } from './mail-server.query.js';
import type { OpenMailServer } from './mail-servers.js';
import { troubleOf } from './trouble.js';

export interface MailServerInput {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly userName: string;
  readonly senderName: string;
  readonly senderAddress: string;
  readonly publicAddress: string;
  /** Null keeps the one that is stored. */
  readonly password: string | null;
}

type Faults = 'not-the-top-committee' | 'host-invalid' | 'port-invalid' | 'email-invalid' | 'public-address-invalid';

/** The installation's mail server: only the administrators of its topmost committee see and change it. */
@Injectable()
export class KeepMailServer {
  constructor(
    private readonly doors: Doors,
    private readonly secrets: SecretBox,
    private readonly transport: MailTransport,
  ) {}

  async read(actor: Actor, committeeId: string) {
    return this.#atTop(actor, committeeId, async (tx) => {
      const stored = await loadMailServer(tx);
      if (stored === null) return ok(null);
      const { sealedPassword, userName, publicAddress, ...rest } = stored;
      return ok({
        ...rest,
        userName: userName ?? '',
        publicAddress: publicAddress ?? '',
        hasPassword: sealedPassword !== null,
      });
    });
  }

  async save(
    actor: Actor,
    committeeId: string,
    server: MailServerInput,
  ): Promise<Result<Record<string, never>, Faults>> {
    const judged = judge(server);
    if (!judged.ok) return judged;
    return this.#atTop(actor, committeeId, async (tx) => {
      const sealedPassword = server.password === null ? null : this.secrets.seal(server.password);
      await writeMailServer(tx, { ...judged.value, sealedPassword }, actor.accountId);
      return ok({});
    });
  }

  async remove(actor: Actor, committeeId: string) {
    return this.#atTop(actor, committeeId, async (tx) => {
      await removeMailServer(tx);
      return ok({});
    });
  }

  /** Connects with settings that need not be saved; with an address to send to, hands a mail over. */
  async try(
    actor: Actor,
    committeeId: string,
    { server, sendTo }: { server: MailServerInput; sendTo: string | null },
  ): Promise<Result<{ ok: boolean; trouble: ReturnType<typeof troubleOf>; said: string }, Faults>> {
    const judged = judge(server);
    if (!judged.ok) return judged;
    const address = cleanEmail(sendTo ?? '');
    if (!address.ok || (sendTo !== null && address.value === null)) return refused('email-invalid', 'sendTo');
    const stored = await this.#atTop(actor, committeeId, async (tx) => ok(await loadMailServer(tx)));
    if (!stored.ok) return stored;
    const open = this.#open(judged.value, server.password, stored.value);
    const tried =
      address.value === null ? await this.transport.check(open) : await this.#sendTrial(open, address.value, actor);
    return ok({ ok: tried.ok, trouble: troubleOf(tried), said: tried.ok ? tried.answer : tried.error });
  }

  /** A stored password goes only to the server it was entered for. */
  #open(server: Judged, password: string | null, stored: StoredMailServer | null): OpenMailServer {
    const isSame = stored !== null && stored.host === server.host && stored.userName === server.userName;
    const kept = isSame && stored.sealedPassword !== null ? this.secrets.open(stored.sealedPassword) : null;
    const { senderName, senderAddress, ...rest } = server;
    return { ...rest, password: password ?? kept, sender: { name: senderName, address: senderAddress } };
  }

  #sendTrial(server: OpenMailServer, address: string, actor: Actor): Promise<MailTry> {
    const text = `这是一封测试邮件，由${actor.name}在系统设置中发出。收到即说明邮件服务器可以使用。`;
    return this.transport.send(server, {
      sender: server.sender,
      recipient: { name: actor.name, address },
      messageId: `<trial-${actor.now.epochMilliseconds}@${server.sender.address.split('@')[1] ?? 'localhost'}>`,
      date: actor.now,
      subject: '测试邮件：邮件服务器可以使用',
      text: `${text}\n`,
      html: `<p style="font-size:18px">${text}</p>`,
      headers: {},
    });
  }

  #atTop<T>(
    actor: Actor,
    committeeId: string,
    work: (tx: Tx) => Promise<Result<T, never>>,
  ): Promise<Result<T, 'not-the-top-committee'>> {
    if (committeeOf(actor, committeeId)?.rootId !== committeeId) {
      return Promise.resolve(refused('not-the-top-committee'));
    }
    return this.doors.inTenant(tenantsOf(actor, committeeId), work);
  }
}

type Judged = Omit<StoredMailServer, 'sealedPassword'>;

function judge(server: MailServerInput): Result<Judged, Exclude<Faults, 'not-the-top-committee'>> {
  const { host, port, security, userName, senderName } = server;
  if (!/^[a-z0-9]([a-z0-9.:-]*[a-z0-9])?$/i.test(host)) return refused('host-invalid', 'host');
  if (port < 1 || port > 65_535) return refused('port-invalid', 'port');
  const sender = cleanEmail(server.senderAddress);
  if (!sender.ok || sender.value === null) return refused('email-invalid', 'senderAddress');
  const publicAddress = readPublicAddress(server.publicAddress);
  if (publicAddress === undefined) return refused('public-address-invalid', 'publicAddress');
  return ok({
    host,
    port,
    security,
    userName: userName === '' ? null : userName,
    senderName: senderName.replaceAll(/[\r\n]+/g, ' '),
    senderAddress: sender.value,
    publicAddress,
  });
}

/** https://xushi.example.gov.cn, without a path or a slash at its end; null for none, undefined for what is no address. */
function readPublicAddress(text: string): string | null | undefined {
  if (text === '') return null;
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '') return undefined;
  return url.pathname === '/' && url.search === '' ? url.origin : undefined;
}
