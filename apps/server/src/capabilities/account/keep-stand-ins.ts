import { Injectable } from '@nestjs/common';
import { isInOffice, type StandInKind } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, rolesIn, tenantsOf, todayIn } from './actor.js';
import { loadRoster } from './roster.query.js';
import { loadStandIns } from './stand-in.query.js';

export interface NewStandIn {
  readonly committeeId: string;
  readonly accountId: string;
  readonly standInAccountId: string;
  readonly kind: StandInKind;
  readonly fromOn: string;
  readonly toOn: string | null;
}

type Refusal =
  | 'stand-in-for-oneself'
  | 'not-in-office'
  | 'window-reversed'
  | 'date-in-past'
  | 'stand-in-overlaps'
  | 'delegate-not-of-leader'
  | 'delegate-by-leader-only';

/** Enters and ends who stands in for whom. A delegate is named by the leader in person, or by an administrator. */
@Injectable()
export class KeepStandIns {
  constructor(private readonly doors: Doors) {}

  add(actor: Actor, input: NewStandIn): Promise<Result<null, Refusal>> {
    const { committeeId } = input;
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      const refusal =
        judgeDates(input, todayIn(actor, committeeId).toString()) ?? (await judgePeople(tx, actor, input));
      if (refusal !== null) return refusal;
      await tx.query(
        `insert into stand_in (committee_id, id, account_id, stand_in_account_id, kind, from_on, to_on, entered_at,
           entered_by_account_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          committeeId,
          newId(),
          input.accountId,
          input.standInAccountId,
          input.kind,
          input.fromOn,
          input.toOn,
          tx.now,
          actor.accountId,
        ],
      );
      return ok(null);
    });
  }

  /** Ends at once; ending twice changes nothing. */
  end(actor: Actor, { committeeId, standInId }: { committeeId: string; standInId: string }): Promise<Result<null>> {
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      const known = await tx.query('select from stand_in where committee_id = $1 and id = $2', [
        committeeId,
        standInId,
      ]);
      if (known.length === 0) return missing;
      await tx.query(
        `update stand_in set ended_at = $3, ended_by_account_id = $4
         where committee_id = $1 and id = $2 and ended_at is null`,
        [committeeId, standInId, tx.now, actor.accountId],
      );
      return ok(null);
    });
  }
}

function judgeDates({ accountId, standInAccountId, fromOn, toOn }: NewStandIn, today: string) {
  if (accountId === standInAccountId) return refused('stand-in-for-oneself', 'standInAccountId');
  if (toOn !== null && toOn < fromOn) return refused('window-reversed', 'toOn');
  return fromOn < today ? refused('date-in-past', 'fromOn') : null;
}

async function judgePeople(tx: Tx, actor: Actor, input: NewStandIn) {
  const { committeeId, accountId, standInAccountId, kind, fromOn, toOn } = input;
  // One at a time in a committee, so that two who enter at the same moment do not overlap.
  await tx.query('select from committee where id = $1 for update', [committeeId]);
  const people = { roles: [], accountIds: [accountId, standInAccountId] };
  const roster = (await loadRoster(tx, [committeeId], people)).get(committeeId) ?? [];
  const held = (id: string) => roster.filter((one) => one.accountId === id && isInOffice(one, fromOn));
  if (held(accountId).length === 0) return refused('not-in-office', 'accountId');
  if (held(standInAccountId).length === 0) return refused('not-in-office', 'standInAccountId');
  if (kind === 'delegate') {
    if (!held(accountId).some(({ role }) => role === 'leader')) return refused('delegate-not-of-leader', 'accountId');
    const mayName = accountId === actor.accountId || rolesIn(actor, committeeId).includes('administrator');
    if (!mayName) return refused('delegate-by-leader-only', 'kind');
  }
  const own = (await loadStandIns(tx, [committeeId])).get(`${committeeId} ${accountId}`) ?? [];
  const overlaps = own.some((one) => (one.to === null || one.to >= fromOn) && (toOn === null || one.from <= toOn));
  return overlaps ? refused('stand-in-overlaps', 'fromOn') : null;
}
