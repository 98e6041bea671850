import { Injectable } from '@nestjs/common';
import { initialPasswordLapsesAt, readLoginName } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, administered, hashPassword, tenantsOf, todayIn } from '../account/index.js';
import { noteChanges } from '../roster/index.js';
import { initialPassword } from './initial-password.js';
import { loadLogins, loadPeople, lockLogins, servingElsewhere, takenLoginNames } from './login.query.js';

/** What a person signs in with for the first time; told once. */
export interface LoginSlip {
  readonly accountId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly loginName: string;
  readonly initialPassword: string;
  readonly lapsesAt: string;
}

type GiveRefusal = 'login-name-invalid' | 'login-name-taken' | 'login-exists' | 'login-kept-above' | 'not-in-office';
type Wanted = readonly { readonly accountId: string; readonly loginName: string }[];

/**
 * Gives people of a committee logins with initial passwords, all or none. Refuses a name that cannot be one or is
 * another's, whoever has a login already, whoever also serves where the caller administers nothing, and whoever serves
 * no longer. What a person may do is what the offices say; a login adds nothing.
 */
@Injectable()
export class GiveLogins {
  constructor(private readonly doors: Doors) {}

  async run(
    actor: Actor,
    { committeeId, logins }: { committeeId: string; logins: Wanted },
  ): Promise<Result<LoginSlip[], GiveRefusal>> {
    const named = logins.map(({ accountId, loginName }) => ({ accountId, loginName: readLoginName(loginName) ?? '' }));
    const unreadable = named.findIndex(({ loginName }) => loginName === '');
    if (unreadable >= 0) return refused('login-name-invalid', fieldOf(unreadable));
    // Hashed before the transaction: a hundred take seconds, and others wait for the lock.
    const prepared = await Promise.all(
      named.map(async (login) => {
        const password = initialPassword();
        return { ...login, password, hash: await hashPassword(password) };
      }),
    );
    const tenants = tenantsOf(actor, ...administered(actor).map(({ id }) => id));
    return this.doors.inTenant(tenants, async (tx) => {
      await lockLogins(tx);
      const accountIds = prepared.map(({ accountId }) => accountId);
      const today = todayIn(actor, committeeId).toString();
      const people = await loadPeople(tx, committeeId, accountIds, today);
      if (accountIds.some((id) => !people.has(id))) return missing;
      const faulty = await this.#judge(tx, named, today);
      if (faulty !== null) return faulty;
      const leaver = accountIds.findIndex((id) => people.get(id)?.serves !== true);
      if (leaver >= 0) return refused('not-in-office', fieldOf(leaver));
      const rows = prepared.map(({ accountId, loginName, hash }) => ({
        account_id: accountId,
        login_name: loginName,
        hash,
      }));
      await tx.query('select give_logins($1::jsonb, $2)', [JSON.stringify(rows), tx.now]);
      await noteChanges(
        tx,
        { committeeId, byAccountId: actor.accountId, batchId: newId() },
        named.map(({ accountId, loginName }) => ({ kind: 'login-given', accountId, detail: { loginName } })),
      );
      return ok(
        prepared.map(({ accountId, loginName, password }) => ({
          accountId,
          name: people.get(accountId)?.name ?? '',
          phone: people.get(accountId)?.phone ?? null,
          loginName,
          initialPassword: password,
          lapsesAt: initialPasswordLapsesAt(tx.now).toString(),
        })),
      );
    });
  }

  async #judge(tx: Tx, logins: Wanted, today: string) {
    const accountIds = logins.map(({ accountId }) => accountId);
    const elsewhere = await servingElsewhere(tx, accountIds, today);
    const existing = await loadLogins(tx, accountIds);
    const taken = await takenLoginNames(
      tx,
      logins.map(({ loginName }) => loginName),
    );
    const seen = new Set<string>();
    for (const [index, { accountId, loginName }] of logins.entries()) {
      if (elsewhere.has(accountId)) return refused('login-kept-above', fieldOf(index));
      if (existing.has(accountId) || seen.has(accountId)) return refused('login-exists', fieldOf(index));
      if (taken.has(loginName)) return refused('login-name-taken', fieldOf(index));
      seen.add(accountId);
      taken.add(loginName);
    }
    return null;
  }
}

const fieldOf = (index: number) => `logins.${index}.loginName`;
