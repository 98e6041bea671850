import type { INestApplicationContext } from '@nestjs/common';
import { Doors } from '../platform/database/doors.js';
import type { Mail, MailServer, MailTry } from '../platform/mail/mail-server.js';
import { MailTransport } from '../platform/mail/mail-transport.js';
import type { LoadedScenario } from '../scenarios/load-scenario.js';

/** Takes every mail and speaks to nobody. */
export class TakingTransport extends MailTransport {
  override send(_server: MailServer, _mail: Mail): Promise<MailTry> {
    return Promise.resolve({ ok: true, answer: '250 taken' });
  }
}

/** Gives everybody of a scenario a mail address, and the installation a server that a `TakingTransport` stands in for. */
export async function reachByMail(app: INestApplicationContext, loaded: LoadedScenario): Promise<void> {
  await app.get(Doors).inTenant(loaded.tenants(), async (tx) => {
    await tx.query(`update account set email = id || '@example.com'`);
    await tx.query(
      `insert into mail_server (host, port, security, sender_name, sender_address, changed_at, changed_by_account_id)
       values ('mail.invalid', 25, 'none', '政协', 'office@example.com', $1, (select id from account order by id limit 1))`,
      [tx.now],
    );
  });
}
