import { Injectable } from '@nestjs/common';
import { dateIn, readLoginName } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import { currentRequest } from '../../platform/http/request-scope.js';
import { newId } from '../../platform/ids.js';
import { ok, type Result, refused } from '../../platform/refusal.js';
import { hashPassword, People, Sessions, SHORTEST_PASSWORD } from '../account/index.js';
import { Committees } from './committees.js';

/** First run: the first committee with its administrator, who is also its first clerk. Works once. */
@Injectable()
export class SetUp {
  constructor(
    private readonly doors: Doors,
    private readonly committees: Committees,
    private readonly people: People,
    private readonly sessions: Sessions,
  ) {}

  async run(input: {
    committeeName: string;
    level: 'county' | 'township' | 'street';
    administratorName: string;
    loginName: string;
    password: string;
  }): Promise<
    Result<
      { id: string; name: string; loginName: string; hasInitialPassword: boolean },
      'already-set-up' | 'login-name-invalid' | 'password-too-short'
    >
  > {
    const loginName = readLoginName(input.loginName);
    if (loginName === null) return refused('login-name-invalid', 'loginName');
    if (input.password.length < SHORTEST_PASSWORD) return refused('password-too-short', 'password');
    const { request, response } = currentRequest();
    const passwordHash = await hashPassword(input.password);
    const committeeId = newId();
    return this.doors.inTenant(new Map([[committeeId, committeeId]]), async (tx) => {
      // Two browsers may press the button at once: the second waits here and then finds it done.
      await tx.query('select pg_advisory_xact_lock(727273)');
      const [state] = await tx.query<{ done: boolean }>('select has_any_account() as done');
      if (state?.done === true) return refused('already-set-up');
      await this.committees.add(tx, { id: committeeId, parent: null, level: input.level, name: input.committeeName });
      const from = dateIn('Asia/Shanghai', tx.now).toString();
      const id = await this.people.add(tx, {
        name: input.administratorName,
        loginName,
        passwordHash,
        offices: (['administrator', 'staff'] as const).map((role) => ({
          committeeId,
          role,
          title: null,
          groupId: null,
          from,
        })),
      });
      await this.sessions.open(tx, id, request, response);
      return ok({ id, name: input.administratorName, loginName, hasInitialPassword: false });
    });
  }
}
