import { Injectable } from '@nestjs/common';
import { Doors } from '../../platform/database/doors.js';
import { currentRequest } from '../../platform/http/request-scope.js';
import { matchesPassword } from './passwords.js';
import { Sessions } from './sessions.js';

const LOCK_AFTER = 5;
const LOCK_FOR = '15 minutes';

export type SignInResult =
  | { readonly ok: true; readonly account: { id: string; name: string; loginName: string } }
  | { readonly ok: false; readonly reason: 'wrong' | 'locked'; readonly lockedUntil: Temporal.Instant | null };

/**
 * Signs in with name and password. Five failures in a row lock the account for 15 minutes; an unknown name takes as
 * long and answers the same as a wrong password.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly doors: Doors,
    private readonly sessions: Sessions,
  ) {}

  async run(loginName: string, password: string): Promise<SignInResult> {
    const { request, response } = currentRequest();
    const { known, now } = await this.doors.beforeSignIn(async (tx) => {
      const [row] = await tx.query<{
        account_id: string;
        name: string;
        password_hash: string;
        locked_until: Temporal.Instant | null;
      }>('select * from find_credential($1)', [loginName]);
      return { known: row ?? null, now: tx.now };
    });
    const lockedUntil = known?.locked_until ?? null;
    if (lockedUntil !== null && Temporal.Instant.compare(lockedUntil, now) > 0) {
      return { ok: false, reason: 'locked', lockedUntil };
    }
    const matches = await matchesPassword(known?.password_hash ?? null, password);
    return this.doors.beforeSignIn(async (tx) => {
      if (known === null) return { ok: false, reason: 'wrong', lockedUntil: null };
      if (!matches) {
        const [row] = await tx.query<{ until: Temporal.Instant | null }>(
          'select note_failed_sign_in($1, $2, $3, $4::interval) as until',
          [known.account_id, tx.now, LOCK_AFTER, LOCK_FOR],
        );
        const until = row?.until ?? null;
        const isLocked = until !== null && Temporal.Instant.compare(until, tx.now) > 0;
        return { ok: false, reason: isLocked ? 'locked' : 'wrong', lockedUntil: isLocked ? until : null };
      }
      await this.sessions.open(tx, known.account_id, request, response);
      return {
        ok: true,
        account: { id: known.account_id, name: known.name, loginName: loginName.toLowerCase() },
      };
    });
  }
}
