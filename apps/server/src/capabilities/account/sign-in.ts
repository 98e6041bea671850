import { Injectable } from '@nestjs/common';
import { hasInitialPasswordLapsed } from '@xushi/domain';
import type { Request } from 'express';
import { Doors } from '../../platform/database/doors.js';
import { currentRequest } from '../../platform/http/request-scope.js';
import { matchesPassword } from './passwords.js';
import { Sessions } from './sessions.js';

const LOCK_AFTER = 5;
const LOCK_FOR = '15 minutes';

export type SignInResult =
  | {
      readonly ok: true;
      readonly account: { id: string; name: string; loginName: string; hasInitialPassword: boolean };
    }
  | {
      readonly ok: false;
      readonly reason: 'wrong' | 'locked' | 'lapsed';
      readonly lockedUntil: Temporal.Instant | null;
    };

interface Credential {
  readonly account_id: string;
  readonly name: string;
  readonly password_hash: string;
  readonly initial_since: Temporal.Instant | null;
}

/**
 * Signs in with name and password. Five failures in a row from one place lock that name there for 15 minutes: a
 * stranger who keeps trying locks nobody out elsewhere. An unknown name takes as long, answers the same as a wrong
 * password and is locked alike, so that answers do not tell which names exist. An initial password that was not used in
 * time is refused as such, to whoever has it.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly doors: Doors,
    private readonly sessions: Sessions,
  ) {}

  async run(loginName: string, password: string): Promise<SignInResult> {
    const { request, response } = currentRequest();
    const address = addressOf(request);
    const { known, lockedUntil } = await this.doors.beforeSignIn(async (tx) => {
      const [lock] = await tx.query<{ until: Temporal.Instant | null }>(
        'select sign_in_locked_until($1, $2, $3) as until',
        [loginName, address, tx.now],
      );
      const [row] = await tx.query<Credential>('select * from find_credential($1)', [loginName]);
      return { known: row ?? null, lockedUntil: lock?.until ?? null };
    });
    if (lockedUntil !== null) return { ok: false, reason: 'locked', lockedUntil };
    const matches = await matchesPassword(known?.password_hash ?? null, password);
    return this.doors.beforeSignIn(async (tx) => {
      if (known === null || !matches) {
        const [row] = await tx.query<{ until: Temporal.Instant | null }>(
          'select note_failed_sign_in($1, $2, $3, $4, $5::interval) as until',
          [loginName, address, tx.now, LOCK_AFTER, LOCK_FOR],
        );
        const until = row?.until ?? null;
        return { ok: false, reason: until === null ? 'wrong' : 'locked', lockedUntil: until };
      }
      if (known.initial_since !== null && hasInitialPasswordLapsed(known.initial_since, tx.now)) {
        return { ok: false, reason: 'lapsed', lockedUntil: null };
      }
      const [noted] = await tx.query<{ initial: boolean | null }>('select note_sign_in($1, $2, $3) as initial', [
        known.account_id,
        known.password_hash,
        tx.now,
      ]);
      const hasInitialPassword = noted?.initial ?? null;
      // Reset or withdrawn while it was being checked.
      if (hasInitialPassword === null) return { ok: false, reason: 'wrong', lockedUntil: null };
      await tx.query('select forget_failed_sign_ins($1, $2)', [loginName, address]);
      await this.sessions.open(tx, known.account_id, request, response);
      const { account_id: id, name } = known;
      return { ok: true, account: { id, name, loginName: loginName.toLowerCase(), hasInitialPassword } };
    });
  }
}

/** Where a request comes from, as PostgreSQL reads addresses: IPv4 in its own form, IPv6 without an interface. */
function addressOf({ ip = '0.0.0.0' }: Request): string {
  return ip.replace(/^::ffff:/, '').replace(/%.*$/, '');
}
