import type { Tx } from '../../platform/database/tx.js';

/** The installation's mail server as it is stored, its password sealed. */
export interface StoredMailServer {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly userName: string | null;
  readonly sealedPassword: string | null;
  readonly senderName: string;
  readonly senderAddress: string;
  /** Under which readers reach this installation, without a slash at its end; null where they do not. */
  readonly publicAddress: string | null;
}

/** Null where none was entered: mails then stay in the outbox. */
export async function loadMailServer(tx: Tx): Promise<StoredMailServer | null> {
  const [row] = await tx.query<StoredMailServer>(
    `select host, port, security, user_name as "userName", sealed_password as "sealedPassword",
       sender_name as "senderName", sender_address as "senderAddress", public_address as "publicAddress"
     from mail_server`,
  );
  return row ?? null;
}

/** Enters or changes the mail server; a null password keeps the one that is there. */
export async function writeMailServer(tx: Tx, server: StoredMailServer, byAccountId: string): Promise<void> {
  await tx.query(
    `insert into mail_server (host, port, security, user_name, sealed_password, sender_name, sender_address,
       public_address, changed_at, changed_by_account_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (only_row) do update set host = excluded.host, port = excluded.port, security = excluded.security,
       user_name = excluded.user_name, sealed_password = coalesce(excluded.sealed_password, mail_server.sealed_password),
       sender_name = excluded.sender_name, sender_address = excluded.sender_address,
       public_address = excluded.public_address, changed_at = excluded.changed_at,
       changed_by_account_id = excluded.changed_by_account_id`,
    [
      server.host,
      server.port,
      server.security,
      server.userName,
      server.sealedPassword,
      server.senderName,
      server.senderAddress,
      server.publicAddress,
      tx.now,
      byAccountId,
    ],
  );
}

export async function removeMailServer(tx: Tx): Promise<void> {
  await tx.query('delete from mail_server');
}
