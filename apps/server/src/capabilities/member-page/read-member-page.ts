import { Injectable } from '@nestjs/common';
import { actsFor, dateIn, isLinkAlive, standingOf } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import { type Actor, committeeOf, type LinkOpened, ownTenants, stoodFor, todayIn } from '../account/index.js';
import { findContact, findMatter, loadEndedMatters, loadOpenMatters, type MatterRecord } from './matter.query.js';

export type MemberPage = Awaited<ReturnType<ReadMemberPage['run']>>;

/**
 * What a member's link opens: the duty it was sent for, and while the link lives the person's other matters in the
 * committees of its tree. Somebody else's duty by now shows as nothing asked. Reads only: previews of chats and mail
 * scanners may open a link as often as they like.
 */
@Injectable()
export class ReadMemberPage {
  constructor(private readonly doors: Doors) {}

  run({ actor, duty }: LinkOpened) {
    return this.doors.inTenant(ownTenants(actor), async (tx) => {
      const today = todayIn(actor, duty.committeeId);
      // A committee the person has left is behind no door any more, and neither is its duty.
      const found = await findMatter(tx, duty.committeeId, duty.taskId);
      const isTheirs =
        found !== null &&
        (found.holderAccountId === actor.accountId ||
          (await stoodFor(tx, actor, duty.committeeId, [found.holderAccountId])).length > 0);
      const asked = isTheirs ? found : null;
      const isAlive = asked !== null && isLinkAlive({ status: asked.status, endedOn: endedOn(actor, asked) }, today);
      const open = isAlive ? await loadOpenMatters(tx, actor.accountId) : [];
      const ended = isAlive ? await loadEndedMatters(tx, actor.accountId) : [];
      const isOther = ({ taskId }: MatterRecord) => taskId !== duty.taskId;
      const show = (record: MatterRecord) => present(actor, record, isAlive);
      return {
        name: actor.name,
        today: today.toString(),
        isAlive,
        asked: asked === null ? null : show(asked),
        others: open.filter(isOther).map(show),
        ended: ended.filter(isOther).map(show),
        contact: await findContact(tx, duty.committeeId, today),
      };
    });
  }
}

/** The day on which a duty's end was recorded. */
function endedOn(actor: Actor, { committeeId, recordedAt }: MatterRecord): string | null {
  const zone = committeeOf(actor, committeeId)?.zone;
  return recordedAt === null || zone === undefined ? null : dateIn(zone, recordedAt).toString();
}

function present(actor: Actor, record: MatterRecord, isAlive: boolean) {
  const today = todayIn(actor, record.committeeId);
  const order = Temporal.PlainDate.compare(Temporal.PlainDate.from(record.dueOn), today);
  const due = (['past', 'today', 'ahead'] as const)[order + 1] ?? 'ahead';
  const { taskId, committeeId, committeeName, kind, title, heldOn, place, opensOn, dueOn, target, progress } = record;
  return {
    taskId,
    committeeId,
    committeeName,
    kind,
    title,
    standsInForName: record.holderAccountId === actor.accountId ? null : record.holderName,
    heldOn,
    place,
    opensOn,
    dueOn,
    due,
    target,
    progress,
    standing: standingOf(record),
    acts: isAlive ? actsFor(record, today) : [],
    doneOn: record.doneOn ?? record.lastDoneOn,
    enteredByName: record.enteredByName,
    reason: record.leaveReason,
  };
}
