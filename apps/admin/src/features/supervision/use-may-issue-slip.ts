import type { LateTask } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';

/** Whether to offer a slip about a late task: in one's own committee, not toward a member, and not where one is open. */
export function useMayIssueSlip(): (task: LateTask) => boolean {
  const { committee } = useHere();
  const { isStaff, isLeader } = useReach();
  return ({ committeeId, holder, slip }) =>
    (isStaff || isLeader) && committeeId === committee.id && !holder.isMember && slip?.isFinal !== false;
}
