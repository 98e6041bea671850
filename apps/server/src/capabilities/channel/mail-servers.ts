import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { MailServer } from '../../platform/mail/mail-server.js';
import { SecretBox } from '../../platform/secrets/secret-box.js';
import { loadMailServer } from './mail-server.query.js';

/** The installation's mail server, ready to be spoken to. */
export interface OpenMailServer extends MailServer {
  readonly sender: { readonly name: string; readonly address: string };
  readonly publicAddress: string | null;
}

export type MailKind = 'digest' | 'immediate';

/** What a signature in a link that turns mails off is for. */
const STOP_MAIL = 'stop-mail';

/** The mail server with its password unsealed, and the links by which readers turn mails off. */
@Injectable()
export class MailServers {
  constructor(private readonly secrets: SecretBox) {}

  /** Null where none was entered. */
  async open(tx: Tx): Promise<OpenMailServer | null> {
    const stored = await loadMailServer(tx);
    if (stored === null) return null;
    const { host, port, security, userName, sealedPassword, senderName, senderAddress, publicAddress } = stored;
    return {
      host,
      port,
      security,
      userName,
      password: sealedPassword === null ? null : this.secrets.open(sealedPassword),
      sender: { name: senderName, address: senderAddress },
      publicAddress,
    };
  }

  /** Where a person turns off one kind of mail without signing in; null without a public address. */
  stopLink({ publicAddress }: OpenMailServer, accountId: string, kind: MailKind): string | null {
    if (publicAddress === null) return null;
    return `${publicAddress}/stop-mail?of=${accountId}.${kind}.${this.secrets.sign(STOP_MAIL, `${accountId}.${kind}`)}`;
  }

  /** Whose mails of which kind a link turns off; null for a link nobody signed. */
  readStopLink(of: string): { accountId: string; kind: MailKind } | null {
    const [accountId = '', kind = '', signature = ''] = of.split('.');
    if (kind !== 'digest' && kind !== 'immediate') return null;
    return this.secrets.isSigned(STOP_MAIL, `${accountId}.${kind}`, signature) ? { accountId, kind } : null;
  }
}
