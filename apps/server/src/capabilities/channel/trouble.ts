import type { MailTry } from '../../platform/mail/mail-server.js';

/** What stands in the way of a mail server, in kinds that each have a remedy. */
export type MailTrouble =
  | 'name'
  | 'refused'
  | 'timeout'
  | 'tls'
  | 'sign-in'
  | 'sender'
  | 'recipient'
  | 'content'
  | 'protocol';

export function troubleOf(tried: MailTry): MailTrouble | null {
  if (tried.ok) return null;
  switch (tried.stage) {
    case 'sign-in':
    case 'sender':
    case 'recipient':
      return tried.code === null ? networkTrouble(tried.error) : tried.stage;
    case 'data':
    case 'answer':
      return tried.code === null ? networkTrouble(tried.error) : 'content';
    case 'connect':
      return networkTrouble(tried.error);
  }
}

function networkTrouble(error: string): MailTrouble {
  if (/ENOTFOUND|EAI_AGAIN|EDNS|getaddrinfo|queryA/i.test(error)) return 'name';
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/i.test(error)) return 'refused';
  if (/timeout|timed out|took too long|ETIMEDOUT|greeting never/i.test(error)) return 'timeout';
  if (/TLS|SSL|certificate|wrong version|self.signed/i.test(error)) return 'tls';
  return 'protocol';
}
