import { Injectable } from '@nestjs/common';
import {
  builtInWording,
  judgeWording,
  renderMail,
  type WordingFault,
  type WordingKey,
  wordingKeys,
} from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import { conflict, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, tenantsOf, todayIn } from '../account/index.js';
import { currentVersion, findMatterToShow, listWordings, nameOf, writeWording } from './notice-wording.query.js';

type Refusal = WordingFault | 'wording-not-known-here';

export interface PreviewedWording {
  readonly isOwn: boolean;
  readonly subject: string;
  readonly text: string;
}

/**
 * A committee's own wordings of notices (提醒用语). A change holds for what is told from now on; what was told keeps the
 * words it was told in.
 */
@Injectable()
export class KeepNoticeWordings {
  constructor(private readonly doors: Doors) {}

  list(actor: Actor, committeeId: string) {
    return this.doors.inTenant(tenantsOf(actor, committeeId), (tx) => listWordings(tx, committeeId));
  }

  save(
    actor: Actor,
    input: WordingKey & { committeeId: string; text: string | null; version: number },
  ): Promise<Result<null, Refusal>> {
    const { committeeId, version } = input;
    // The product's words kept as one's own would stay behind when the product's are bettered.
    const text = input.text?.trim() === builtInWording(input) ? null : (input.text?.trim() ?? null);
    const fault = faultOf(input, text);
    if (fault !== null) return Promise.resolve(refused(fault, 'text'));
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      const current = await currentVersion(tx, committeeId, input);
      if (current !== version) return conflict(current);
      const change = { text, version, byAccountId: actor.accountId };
      if (await writeWording(tx, committeeId, input, change)) return ok(null);
      return conflict(await currentVersion(tx, committeeId, input));
    });
  }

  /** How a person would read it in a mail, about a matter that exists; null while there is none of that kind. */
  preview(
    actor: Actor,
    input: WordingKey & { committeeId: string; text: string; accountId: string },
  ): Promise<Result<PreviewedWording | null, Refusal | 'person-unknown'>> {
    const { committeeId, family, form, accountId } = input;
    const wording = input.text.trim();
    const fault = faultOf(input, wording);
    if (fault !== null) return Promise.resolve(refused(fault, 'text'));
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      const recipientName = await nameOf(tx, committeeId, accountId);
      if (recipientName === null) return refused('person-unknown', 'accountId');
      const matter = await findMatterToShow(tx, committeeId, family, accountId);
      if (matter === null) return ok(null);
      const { isOwn, ...shown } = matter;
      const on = todayIn(actor, committeeId).toString();
      const notice = { ...shown, form, wording, text: null, byName: form === 'urging' ? actor.name : null, link: null };
      const kind = form === 'due-today' || form === 'urging' ? 'immediate' : 'digest';
      const { subject, text } = renderMail({ kind, on, recipientName, notices: [notice], stopLink: null });
      return ok({ isOwn, subject, text });
    });
  }
}

function faultOf(key: WordingKey, text: string | null): Refusal | null {
  if (!wordingKeys.some(({ family, form }) => family === key.family && form === key.form)) {
    return 'wording-not-known-here';
  }
  return text === null ? null : (judgeWording(key, text)?.fault ?? null);
}
