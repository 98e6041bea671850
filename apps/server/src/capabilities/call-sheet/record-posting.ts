import { Injectable } from '@nestjs/common';
import { Doors } from '../../platform/database/doors.js';
import { missing, ok, type Result } from '../../platform/refusal.js';
import { type Actor, tenantsOf, todayIn } from '../account/index.js';
import { loadMattersOfCase } from '../member-page/index.js';
import { type HandChannel, writeTold, writeTry } from './delivery.query.js';
import { formOn } from './form-on.js';
import type { CaseAddress } from './read-call-sheet.js';

/**
 * Records that a case's text was put into the group chat: a delivery of the channel `group-text` to each person of whom
 * something is still asked, once a day however often it is said.
 */
@Injectable()
export class RecordPosting {
  constructor(private readonly doors: Doors) {}

  run(actor: Actor, { committeeId, instanceId }: CaseAddress): Promise<Result<null>> {
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx): Promise<Result<null>> => {
      const [found] = await tx.query('select from workflow_instance where committee_id = $1 and id = $2 for update', [
        committeeId,
        instanceId,
      ]);
      if (found === undefined) return missing;
      const today = todayIn(actor, committeeId);
      const asked = (await loadMattersOfCase(tx, committeeId, instanceId)).flatMap((matter) => {
        const { taskId, dueOn, holderAccountId: accountId, status, onHold } = matter;
        const isAsked = status === 'open' && !onHold && accountId !== null;
        return isAsked ? [{ taskId, accountId, dueOn, form: formOn(dueOn, today) }] : [];
      });
      const by: HandChannel = {
        channel: 'group-text',
        rung: `group-text ${today.toString()}`,
        reason: 'posted',
        committeeId,
        onDate: today.toString(),
        byAccountId: actor.accountId,
      };
      await writeTold(tx, by, asked);
      await writeTry(
        tx,
        by,
        asked.map((one) => ({ ...one, attempt: 1, outcome: null })),
      );
      return ok(null);
    });
  }
}
