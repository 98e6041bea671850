import { Injectable } from '@nestjs/common';
import type { ContributionRefusal } from '@xushi/domain';
import { missing, type Result, refused } from '../../platform/refusal.js';
import type { LinkOpened } from '../account/index.js';
import { RecordContribution, RequestLeave } from '../task/index.js';
import { type MemberPage, ReadMemberPage } from './read-member-page.js';

interface Contributed {
  readonly taskId: string;
  readonly doneOn: string;
  readonly note: string | null;
  readonly answer: 'coming' | null;
  readonly idempotencyKey: string;
}

/**
 * Acts from a member's link, on the matters its page shows and on nothing else: a link that was forwarded reaches no
 * further than the page does. What is then done is done by the same rules as by somebody signed in.
 */
@Injectable()
export class ActOnMatter {
  constructor(
    private readonly page: ReadMemberPage,
    private readonly recordContribution: RecordContribution,
    private readonly requestLeave: RequestLeave,
  ) {}

  async contribute(
    link: LinkOpened,
    input: Contributed,
  ): Promise<Result<MemberPage, ContributionRefusal | 'link-ended'>> {
    const place = await this.#place(link, input.taskId);
    if (!place.ok) return place;
    const result = await this.recordContribution.run(link.actor, {
      ...input,
      committeeId: place.value,
      amount: 1,
    });
    return result.ok ? { ok: true, value: await this.page.run(link) } : result;
  }

  async askLeave(link: LinkOpened, input: { taskId: string; reason: string }) {
    const place = await this.#place(link, input.taskId);
    if (!place.ok) return place;
    const result = await this.requestLeave.run(link.actor, { ...input, committeeId: place.value });
    return result.ok ? { ok: true as const, value: await this.page.run(link) } : result;
  }

  /** The committee of a matter that the link's page shows. */
  async #place(link: LinkOpened, taskId: string): Promise<Result<string, 'link-ended'>> {
    const { isAlive, asked, others, ended } = await this.page.run(link);
    if (!isAlive) return refused('link-ended');
    const matter = [asked, ...others, ...ended].find((one) => one?.taskId === taskId);
    return matter == null ? missing : { ok: true, value: matter.committeeId };
  }
}
