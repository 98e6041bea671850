import { dateIn, isInOffice, type Membership, type PlanItem } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { loadRoster } from '../account/index.js';
import type { PlanRepository } from './plan.repository.js';

type Named = Pick<PlanItem, 'responsibleAccountId' | 'leaderAccountId' | 'groupId'>;

export interface PeopleFault {
  readonly field: keyof Named;
  readonly code: 'responsible-unknown' | 'leader-unknown' | 'group-unknown';
}

/**
 * Judges the people that items name: the person and the leader in charge hold an office today, the leader that of a
 * leader; the group exists. The roster is read once for all of them.
 */
export async function judgePeople(
  tx: Tx,
  plans: PlanRepository,
  committeeId: string,
  items: readonly Named[],
): Promise<(item: Named) => PeopleFault | null> {
  const accountIds = items
    .flatMap(({ responsibleAccountId, leaderAccountId }) => [responsibleAccountId, leaderAccountId])
    .filter((id) => id !== null);
  const roster = (await loadRoster(tx, [committeeId], { roles: [], accountIds })).get(committeeId) ?? [];
  const groupIds = items.some(({ groupId }) => groupId !== null) ? await plans.groupIds(tx, committeeId) : [];
  const today = dateIn('Asia/Shanghai', tx.now).toString();
  const isHere = (accountId: string | null, isMeant: (office: Membership) => boolean) =>
    accountId === null || roster.some((one) => one.accountId === accountId && isMeant(one) && isInOffice(one, today));
  return ({ responsibleAccountId, leaderAccountId, groupId }) => {
    if (!isHere(responsibleAccountId, () => true))
      return { field: 'responsibleAccountId', code: 'responsible-unknown' };
    if (!isHere(leaderAccountId, ({ role }) => role === 'leader')) {
      return { field: 'leaderAccountId', code: 'leader-unknown' };
    }
    return groupId === null || groupIds.includes(groupId) ? null : { field: 'groupId', code: 'group-unknown' };
  };
}
