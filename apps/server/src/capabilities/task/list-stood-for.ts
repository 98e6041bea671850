import { Injectable } from '@nestjs/common';
import type { StandInKind } from '@xushi/domain';
import { CommitteeRules } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { type Actor, keepsRecord, listStandIns, rolesIn, stoodFor, todayIn } from '../account/index.js';
import { presentTasks, selectTask, type TaskView } from './task-view.query.js';

/** Somebody for whom one stands in, today or later, with what they owe by name meanwhile. */
export interface StoodFor {
  readonly committeeId: string;
  readonly committeeName: string;
  readonly accountId: string;
  readonly name: string;
  readonly kind: StandInKind;
  readonly fromOn: string;
  /** Null: until it is ended. */
  readonly toOn: string | null;
  /** Begins on a later day: nothing is to be done yet. */
  readonly isAhead: boolean;
  readonly tasks: TaskView[];
}

/** Reads for whom a person stands in over all committees, and what is owed by those who are away today. */
@Injectable()
export class ListStoodFor {
  constructor(private readonly rules: CommitteeRules) {}

  async run(tx: Tx, actor: Actor): Promise<StoodFor[]> {
    const found: StoodFor[] = [];
    for (const committeeId of tx.committees) found.push(...(await this.#in(tx, actor, committeeId)));
    return found;
  }

  async #in(tx: Tx, actor: Actor, committeeId: string): Promise<StoodFor[]> {
    const today = todayIn(actor, committeeId).toString();
    const lasting = (await listStandIns(tx, committeeId)).filter(
      ({ endedAt, toOn }) => endedAt === null && (toOn === null || toOn >= today),
    );
    const running = lasting.filter(({ fromOn }) => fromOn <= today);
    // Also whom another stand-in, away in turn, would hear for.
    const heard = await stoodFor(
      tx,
      actor,
      committeeId,
      running.map(({ accountId }) => accountId),
    );
    const ahead = lasting.filter((one) => one.fromOn > today && one.standInAccountId === actor.accountId);
    const rows =
      heard.length === 0
        ? []
        : await tx.query(
            `${selectTask} where t.committee_id = $1 and t.status = 'open' and t.holder_account_id = any($2)
               and t.opens_on <= $3::date order by t.due_on, i.title, t.id`,
            [committeeId, heard, today],
          );
    // In a fellow member's place as in one's own: a member sees no colour.
    const isMembers = !keepsRecord(actor, committeeId) && rolesIn(actor, committeeId).includes('member');
    const tasks = await presentTasks(tx, this.rules, rows, () => isMembers);
    const [committee] = await tx.query<{ name: string }>('select name from committee where id = $1', [committeeId]);
    return [...running.filter(({ accountId }) => heard.includes(accountId)), ...ahead].map(
      ({ accountId, name, kind, fromOn, toOn }) => {
        const isAhead = fromOn > today;
        const own = isAhead ? [] : tasks.filter(({ holder }) => holder.accountId === accountId);
        return {
          committeeId,
          committeeName: committee?.name ?? '',
          accountId,
          name,
          kind,
          fromOn,
          toOn,
          isAhead,
          tasks: own,
        };
      },
    );
  }
}
