import { Injectable } from '@nestjs/common';
import { isGentle, isOwnDuty, type NoticeForm } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { type LinkedDuty, MemberLinks } from '../account/index.js';

/** A notice about to be said to one person outside the app. */
export interface LinkedNotice extends LinkedDuty {
  readonly form: NoticeForm;
  readonly taskKind: string;
}

/**
 * Where each notice is opened. What a member owes opens by a link of the member's own, without a password, made anew for
 * each message; everything else opens in the app.
 */
@Injectable()
export class LinkNotices {
  constructor(private readonly links: MemberLinks) {}

  async run(tx: Tx, publicAddress: string, notices: readonly LinkedNotice[]): Promise<string[]> {
    const own = notices.filter(({ form, taskKind }) => isGentle(taskKind) && isOwnDuty(form));
    const made = new Map<LinkedNotice, string>();
    if (own.length > 0) {
      const paths = await this.links.linksFor(tx, own);
      for (const [index, notice] of own.entries()) made.set(notice, paths[index] ?? '');
    }
    return notices.map((notice) => {
      const path = made.get(notice) ?? `/c/${notice.committeeId}/tasks/${notice.taskId}`;
      return `${publicAddress}${path}`;
    });
  }
}
