import { Injectable } from '@nestjs/common';
import { Doors } from '../../platform/database/doors.js';
import { currentRequest } from '../../platform/http/request-scope.js';
import { ok, type Result, refused } from '../../platform/refusal.js';
import type { Actor } from './actor.js';
import { hashPassword, matchesPassword, SHORTEST_PASSWORD } from './passwords.js';
import { Sessions } from './sessions.js';

/** Changes one's own password and ends all one's other sessions. Refuses the password that one has. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly doors: Doors,
    private readonly sessions: Sessions,
  ) {}

  async run(
    actor: Actor,
    input: { current: string; next: string },
  ): Promise<Result<Record<string, never>, 'password-too-short' | 'password-wrong' | 'password-same'>> {
    if (input.next.length < SHORTEST_PASSWORD) return refused('password-too-short', 'next');
    const known = await this.doors.beforeSignIn(async (tx) => {
      const [row] = await tx.query<{ hash: string | null }>('select find_password($1) as hash', [actor.accountId]);
      return row?.hash ?? null;
    });
    if (!(await matchesPassword(known, input.current))) return refused('password-wrong', 'current');
    if (input.next === input.current) return refused('password-same', 'next');
    const hash = await hashPassword(input.next);
    return this.doors.beforeSignIn(async (tx) => {
      const [changed] = await tx.query<{ done: boolean | null }>('select change_password($1, $2, $3, $4) as done', [
        actor.accountId,
        known,
        hash,
        tx.now,
      ]);
      // Reset by an administrator in this moment: that one holds.
      if (changed?.done !== true) return refused('password-wrong', 'current');
      await this.sessions.closeOthers(tx, actor.accountId, currentRequest().request);
      return ok({});
    });
  }
}
