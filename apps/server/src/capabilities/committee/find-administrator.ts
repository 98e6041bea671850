import { Injectable } from '@nestjs/common';
import { dateIn } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import { ok, type Result, refused } from '../../platform/refusal.js';
import type { Actor } from '../account/index.js';
import { listAdministrators, loadTopCommittee } from './top-committee.query.js';

/**
 * The administrator of the topmost committee in whose name somebody acts at the machine: the one named, or the only
 * one there is. So it stands on record who changed what, also from the command line.
 */
@Injectable()
export class FindAdministrator {
  constructor(private readonly doors: Doors) {}

  async run(
    loginName: string | null,
  ): Promise<Result<Actor, 'not-set-up' | 'administrator-unknown' | 'several-administrators'>> {
    const top = await this.doors.beforeSignIn(loadTopCommittee);
    if (top === null) return refused('not-set-up');
    return this.doors.inTenant(new Map([[top.id, top.id]]), async (tx) => {
      const inOffice = await listAdministrators(tx, top.id, dateIn(top.zone, tx.now).toString());
      const wanted = loginName?.normalize('NFKC').trim().toLowerCase();
      const [found, another] = inOffice.filter((one) => wanted === undefined || one.loginName === wanted);
      if (found === undefined) return refused('administrator-unknown', 'as');
      if (another !== undefined) return refused('several-administrators', 'as');
      const { accountId, name, title, from } = found;
      return ok({
        accountId,
        name,
        loginName: found.loginName,
        now: tx.now,
        memberships: [{ committeeId: top.id, role: 'administrator' as const, title, unitId: null, from, to: null }],
        committees: [top],
      });
    });
  }
}
