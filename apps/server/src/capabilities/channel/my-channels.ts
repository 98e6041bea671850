import { Injectable } from '@nestjs/common';
import { cleanEmail } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import { ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, ownTenants } from '../account/index.js';
import { type MailKind, MailServers } from './mail-servers.js';

export interface MyChannels {
  /** Empty for none. */
  readonly email: string;
  readonly mailDigest: boolean;
  readonly mailImmediate: boolean;
}

/** How a person is reached outside the app. In the app everything always comes. */
@Injectable()
export class KeepMyChannels {
  constructor(
    private readonly doors: Doors,
    private readonly servers: MailServers,
  ) {}

  read(actor: Actor): Promise<MyChannels> {
    return this.doors.inTenant(ownTenants(actor), async (tx) => {
      const [row] = await tx.query<MyChannels>(
        `select coalesce(email, '') as email, mail_digest as "mailDigest", mail_immediate as "mailImmediate"
         from account where id = $1`,
        [actor.accountId],
      );
      return row ?? { email: '', mailDigest: true, mailImmediate: true };
    });
  }

  async save(actor: Actor, wanted: MyChannels): Promise<Result<MyChannels, 'email-invalid'>> {
    const email = cleanEmail(wanted.email);
    if (!email.ok) return refused('email-invalid', 'email');
    return this.doors.inTenant(ownTenants(actor), async (tx) => {
      await tx.query('update account set email = $2, mail_digest = $3, mail_immediate = $4 where id = $1', [
        actor.accountId,
        email.value,
        wanted.mailDigest,
        wanted.mailImmediate,
      ]);
      return ok({ ...wanted, email: email.value ?? '' });
    });
  }

  /** Which mails a link turns off; null for one nobody signed. */
  readStopLink(of: string): MailKind | null {
    return this.servers.readStopLink(of)?.kind ?? null;
  }

  /** Turns off what a link from a mail is for: nobody signs in, the signature says whose mails. */
  async stop(of: string): Promise<MailKind | null> {
    const known = this.servers.readStopLink(of);
    if (known === null) return null;
    await this.doors.beforeSignIn((tx) => tx.query('select stop_mail($1, $2)', [known.accountId, known.kind]));
    return known.kind;
  }
}
