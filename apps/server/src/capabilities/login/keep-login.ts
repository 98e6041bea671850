import { Injectable } from '@nestjs/common';
import { initialPasswordLapsesAt } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, administered, hashPassword, rolesIn, tenantsOf, todayIn } from '../account/index.js';
import { lockRoster, noteChanges } from '../roster/index.js';
import type { LoginSlip } from './give-logins.js';
import { initialPassword } from './initial-password.js';
import { countAdministratorsBeside, loadLogins, loadPeople, lockLogins, servingElsewhere } from './login.query.js';

type KeepRefusal = 'login-missing' | 'login-kept-above';
interface Whose {
  readonly committeeId: string;
  readonly accountId: string;
}
interface Kept {
  readonly tx: Tx;
  readonly name: string;
  readonly phone: string | null;
  readonly loginName: string;
  note(kind: 'login-reset' | 'login-unlocked' | 'login-withdrawn'): Promise<void>;
}

/**
 * Logins that people have: reset, unlocked, withdrawn. Refuses whoever has none, and whoever also serves where the
 * caller administers nothing: a new password would open what that committee has entrusted to the person.
 */
@Injectable()
export class KeepLogin {
  constructor(private readonly doors: Doors) {}

  /** Answers a new initial password, once. The former one and all sessions end, and so does a lock. */
  async reset(actor: Actor, whose: Whose): Promise<Result<LoginSlip, KeepRefusal>> {
    const password = initialPassword();
    const hash = await hashPassword(password);
    return this.#keep(actor, whose, async ({ tx, name, phone, loginName, note }) => {
      await tx.query('select reset_login($1, $2, $3)', [whose.accountId, hash, tx.now]);
      await tx.query('select forget_failed_sign_ins($1)', [loginName]);
      await note('login-reset');
      const lapsesAt = initialPasswordLapsesAt(tx.now).toString();
      return ok({ accountId: whose.accountId, name, phone, loginName, initialPassword: password, lapsesAt });
    });
  }

  /** The password stays; whoever knows it can sign in at once, wherever it was locked. */
  unlock(actor: Actor, whose: Whose): Promise<Result<Record<string, never>, KeepRefusal>> {
    return this.#keep(actor, whose, async ({ tx, loginName, note }) => {
      await tx.query('select forget_failed_sign_ins($1)', [loginName]);
      await note('login-unlocked');
      return ok({});
    });
  }

  /**
   * All sessions end, and the name is free again. Refuses the last administrator of the caller's own committee who signs
   * in; the committees below can be helped from above.
   */
  withdraw(actor: Actor, whose: Whose): Promise<Result<Record<string, never>, KeepRefusal | 'last-administrator'>> {
    return this.#keep(actor, whose, async ({ tx, note }) => {
      for (const { id } of administered(actor)) {
        if (!rolesIn(actor, id).includes('administrator')) continue;
        // The other one's office may be ending in this moment.
        await lockRoster(tx, id);
        const found = await countAdministratorsBeside(tx, id, whose.accountId, todayIn(actor, id).toString());
        if (found.isOne && found.others === 0) return refused('last-administrator');
      }
      await tx.query('select withdraw_login($1)', [whose.accountId]);
      await note('login-withdrawn');
      return ok({});
    });
  }

  #keep<Value, Reason extends KeepRefusal | 'last-administrator'>(
    actor: Actor,
    { committeeId, accountId }: Whose,
    work: (kept: Kept) => Promise<Result<Value, Reason>>,
  ): Promise<Result<Value, Reason | KeepRefusal>> {
    const tenants = tenantsOf(actor, ...administered(actor).map(({ id }) => id));
    return this.doors.inTenant<Result<Value, Reason | KeepRefusal>>(tenants, async (tx) => {
      await lockLogins(tx);
      const today = todayIn(actor, committeeId).toString();
      const person = (await loadPeople(tx, committeeId, [accountId], today)).get(accountId);
      if (person === undefined) return missing;
      if ((await servingElsewhere(tx, [accountId], today)).has(accountId)) return refused('login-kept-above');
      const login = (await loadLogins(tx, [accountId])).get(accountId);
      if (login === undefined) return refused('login-missing');
      const { loginName } = login;
      const batch = { committeeId, byAccountId: actor.accountId, batchId: newId() };
      return work({
        tx,
        name: person.name,
        phone: person.phone,
        loginName,
        note: (kind) => noteChanges(tx, batch, [{ kind, accountId, detail: { loginName } }]),
      });
    });
  }
}
