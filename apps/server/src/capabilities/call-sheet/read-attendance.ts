import { Injectable } from '@nestjs/common';
import { type Attendance, attendanceOf, standingOf } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { type Actor, todayIn } from '../account/index.js';
import { loadMattersOfCase } from '../member-page/index.js';
import { loadGroups, loadPhones } from './delivery.query.js';
import type { CaseAddress } from './read-call-sheet.js';

/** Somebody asked to come, with how to reach them. */
export interface Invited {
  readonly accountId: string;
  readonly name: string;
  /** The groups and sectors the person serves in today. */
  readonly groups: string[];
  readonly phone: string | null;
  readonly attendance: Attendance;
  /** Why leave is asked for or was granted. */
  readonly reason: string | null;
}

/** Who comes to what a case arranged, everyone once, by name: where the day was set anew, the latest invitation counts. */
@Injectable()
export class ReadAttendance {
  async run(tx: Tx, actor: Actor, { committeeId, instanceId }: CaseAddress): Promise<Invited[]> {
    const matters = await loadMattersOfCase(tx, committeeId, instanceId);
    // Ids grow with time, and the list is in their order for each person.
    const latest = new Map(
      matters.flatMap((one) =>
        one.kind === 'answer-invitation' && one.holderAccountId !== null ? [[one.holderAccountId, one] as const] : [],
      ),
    );
    const accountIds = [...latest.keys()];
    const phones = await loadPhones(tx, accountIds);
    const groups = await loadGroups(tx, { committeeId, accountIds, on: todayIn(actor, committeeId).toString() });
    return [...latest].flatMap(([accountId, matter]) => {
      const attendance = attendanceOf(standingOf(matter));
      if (attendance === null) return [];
      const hasLeave = attendance === 'leave-asked' || attendance === 'on-leave';
      return [
        {
          accountId,
          name: matter.holderName ?? '',
          groups: groups.get(accountId) ?? [],
          phone: phones.get(accountId)?.phone ?? phones.get(accountId)?.otherPhone ?? null,
          attendance,
          reason: hasLeave ? matter.leaveReason : null,
        },
      ];
    });
  }
}
