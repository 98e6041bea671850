import { Injectable } from '@nestjs/common';
import { dateIn, readLoginName } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { ok, type Result, refused } from '../../platform/refusal.js';
import { hashPassword, People, type ReachableCommittee, Sessions, SHORTEST_PASSWORD } from '../account/index.js';
import { listAdministrators, loadTopCommittee } from './top-committee.query.js';

export interface CreatedAdministrator {
  readonly loginName: string;
  readonly committeeName: string;
  /** `reset`: the account was there and has the new password; all its sessions have ended. */
  readonly account: 'created' | 'reset';
  /** Whether the person became an administrator now; false for one who was. */
  readonly isAppointed: boolean;
}

/**
 * An administrator of the topmost committee of an installed system, entered from its machine: also the way back in when
 * nobody can sign in any more. An account that exists is touched only when that is wanted. Refuses before the first
 * run, which has a page of its own.
 */
@Injectable()
export class CreateAdministrator {
  constructor(
    private readonly doors: Doors,
    private readonly people: People,
    private readonly sessions: Sessions,
  ) {}

  async run(input: {
    loginName: string;
    name: string;
    password: string;
    isReset: boolean;
  }): Promise<
    Result<
      CreatedAdministrator,
      'not-set-up' | 'login-name-invalid' | 'login-name-taken' | 'login-name-unknown' | 'password-too-short'
    >
  > {
    const loginName = readLoginName(input.loginName);
    if (loginName === null) return refused('login-name-invalid', 'loginName');
    if (input.password.length < SHORTEST_PASSWORD) return refused('password-too-short', 'password');
    const top = await this.doors.beforeSignIn(loadTopCommittee);
    if (top === null) return refused('not-set-up');
    const passwordHash = await hashPassword(input.password);
    return this.doors.inTenant(new Map([[top.id, top.id]]), async (tx) => {
      const [known] = await tx.query<{ id: string | null }>('select account_named($1) as id', [loginName]);
      const accountId = known?.id ?? null;
      if (accountId === null && input.isReset) return refused('login-name-unknown', 'loginName');
      if (accountId !== null && !input.isReset) return refused('login-name-taken', 'loginName');
      const answer = { loginName, committeeName: top.name };
      if (accountId === null) {
        const offices = [officeIn(top, tx)];
        await this.people.add(tx, { name: input.name, loginName, passwordHash, offices });
        return ok({ ...answer, account: 'created' as const, isAppointed: true });
      }
      await tx.query('select set_password($1, $2, $3)', [accountId, passwordHash, tx.now]);
      await tx.query('select forget_failed_sign_ins($1)', [loginName]);
      await this.sessions.closeAll(tx, accountId);
      const office = officeIn(top, tx);
      const inOffice = await listAdministrators(tx, top.id, office.from);
      const isAppointed = !inOffice.some((one) => one.accountId === accountId);
      if (isAppointed) await this.people.appoint(tx, accountId, office);
      return ok({ ...answer, account: 'reset' as const, isAppointed });
    });
  }
}

function officeIn(top: ReachableCommittee, tx: Tx) {
  const from = dateIn(top.zone, tx.now).toString();
  return { committeeId: top.id, role: 'administrator', title: null, groupId: null, from } as const;
}
