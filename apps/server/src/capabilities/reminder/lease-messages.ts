import { Injectable } from '@nestjs/common';
import { DAYS_A_MESSAGE_IS_WORTH_SENDING } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import {
  type Candidate,
  dropMessages,
  insertLeases,
  loadMentions,
  lockCandidates,
  lockCarried,
  mentionNotices,
} from './lease-messages.query.js';
import { LinkNotices } from './link-notices.js';
import type { LeasedMessage, OutsideChannel, OutsideMessage, ReadyChannel } from './outside-channel.js';

/** How long a try belongs to the process that began it; renewed while it is alive. */
export const LEASE_SECONDS = 15;
/** What another transaction is just filling is asked for again. */
const BUSY_SECONDS = 2;

export interface Lease {
  /** Null where the channel has nothing to send with: what could be leased was kept instead. */
  readonly channel: ReadyChannel | null;
  readonly leased: readonly LeasedMessage[];
  /** Messages to look at again, each after some seconds. */
  readonly later: readonly (OutsideMessage & { readonly afterSeconds: number })[];
}

/**
 * Decides which of the messages this process tries to send now, and what each says: what was settled meanwhile is left
 * out with its reason, a message that is left with nothing is dropped. The tries are on record, leased, before anything
 * leaves; a lease that ran out without an outcome puts its try in doubt.
 */
@Injectable()
export class LeaseMessages {
  constructor(private readonly links: LinkNotices) {}

  async run(tx: Tx, wanted: readonly OutsideMessage[], channel: OutsideChannel): Promise<Lease> {
    const { ours, dropped, later } = await chooseMessages(tx, wanted);
    await mentionNotices(tx, ours);
    const ready = await channel.ready(tx);
    const saying = await this.#contents(tx, ours, ready?.publicAddress ?? null);
    const leased: LeasedMessage[] = [];
    for (const one of ours) {
      const said = saying.get(one.messageId);
      if (said === undefined) dropped.push({ ...keyOf(one), reason: 'settled' });
      else leased.push(leaseOf(one, said, ready));
    }
    await dropMessages(tx, dropped);
    if (ready === null) await channel.keep(tx, leased);
    else await insertLeases(tx, leased, LEASE_SECONDS);
    return { channel: ready, leased: ready === null ? [] : leased, later };
  }

  /** What messages say, by message, each notice with where it is opened. */
  async #contents(tx: Tx, messages: readonly Candidate[], publicAddress: string | null) {
    const mentions = await loadMentions(tx, messages);
    const links = publicAddress === null ? [] : await this.links.run(tx, publicAddress, mentions);
    const linked = mentions.map((mention, index) => ({ mention, link: links[index] ?? null }));
    return new Map(
      [...Map.groupBy(linked, ({ mention }) => mention.messageId)].map(([messageId, said]) => [
        messageId,
        {
          committeeIds: [...new Set(said.map(({ mention }) => mention.committeeId))],
          notices: said.map(({ mention: { messageId: _, committeeId, taskId, accountId, ...notice }, link }) => ({
            ...notice,
            link,
          })),
        },
      ]),
    );
  }
}

interface Chosen {
  readonly ours: readonly Candidate[];
  readonly dropped: (OutsideMessage & { reason: string })[];
  readonly later: readonly (OutsideMessage & { readonly afterSeconds: number })[];
}

/** Which messages may be tried now; the others are looked at again, or have lost their reason to be sent. */
async function chooseMessages(tx: Tx, wanted: readonly OutsideMessage[]): Promise<Chosen> {
  const later: (OutsideMessage & { afterSeconds: number })[] = [];
  const dropped: (OutsideMessage & { reason: string })[] = [];
  const free: Candidate[] = [];
  for (const candidate of await lockCandidates(tx, wanted)) {
    const secondsLeft = secondsUntilFree(candidate, tx.now);
    const reason = reasonToDrop(candidate, tx.now);
    if (secondsLeft > 0) later.push({ ...keyOf(candidate), afterSeconds: secondsLeft });
    else if (reason !== null) dropped.push({ ...keyOf(candidate), reason });
    else free.push(candidate);
  }
  // Whoever joins a message holds it: what it says is settled once nobody does.
  const settled = await lockCarried(tx, free);
  for (const one of free.filter(({ carriesId }) => !settled.has(carriesId))) {
    later.push({ ...keyOf(one), afterSeconds: BUSY_SECONDS });
  }
  return { ours: free.filter(({ carriesId }) => settled.has(carriesId)), dropped, later };
}

const keyOf = ({ mailboxId, messageId }: OutsideMessage): OutsideMessage => ({ mailboxId, messageId });

/** A try under way elsewhere, or a next try whose moment has not come. */
function secondsUntilFree({ leasedUntil, nextTryAt }: Candidate, now: Temporal.Instant): number {
  const until = [leasedUntil, nextTryAt].filter((at) => at !== null);
  return Math.max(0, ...until.map((at) => Math.ceil(now.until(at).total('seconds'))));
}

function reasonToDrop({ dueAt, address, isWanted }: Candidate, now: Temporal.Instant): string | null {
  if (dueAt.until(now).total('hours') > DAYS_A_MESSAGE_IS_WORTH_SENDING * 24) return 'too-old';
  if (address === null) return 'no-address';
  return isWanted ? null : 'not-wanted';
}

function leaseOf(
  one: Candidate,
  said: { committeeIds: readonly string[]; notices: LeasedMessage['content']['notices'] },
  ready: ReadyChannel | null,
): LeasedMessage {
  return {
    ...keyOf(one),
    attempt: one.tries + 1,
    accountId: one.accountId,
    address: one.address ?? '',
    messageRef: one.messageRef ?? ready?.refOf(one.messageId) ?? one.messageId,
    dueAt: one.dueAt,
    committeeIds: said.committeeIds,
    content: { kind: one.kind, on: one.on, recipientName: one.name, notices: said.notices },
  };
}
