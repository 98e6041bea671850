import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '../../capabilities/account/index.js';
import { FindAdministrator } from '../../capabilities/committee/index.js';
import type { Outcome } from '../command.js';
import { onInstallation } from '../installation.js';
import { refuse } from '../refuse.js';
import type { Bilingual } from '../wrong-usage.js';

/** An administrator of the topmost committee, on the installed server. */
export interface Administering {
  readonly app: INestApplicationContext;
  readonly actor: Actor;
  /** The topmost committee's. */
  readonly committeeId: string;
}

/** Does something in the name of the administrator who signs in as `as`, or of the only one there is. */
export function asAdministrator(as: string | null, work: (by: Administering) => Promise<Outcome>): Promise<Outcome> {
  return onInstallation(async (app) => {
    const found = await app.get(FindAdministrator).run(as);
    if (!found.ok) return refuseAdministrator(found.why === 'refused' ? found.reason : 'not-set-up');
    return work({ app, actor: found.value, committeeId: topOf(found.value) });
  });
}

function topOf({ committees }: Actor): string {
  const [top] = committees;
  if (top === undefined) throw new Error('An administrator of no committee.');
  return top.id;
}

/** A notice of the year was entered, replaced or taken back between looking and doing. */
export function refuseChangedMeanwhile(look: string): Outcome {
  return refuse('changed-meanwhile', {
    english: `Somebody else changed the notice of this year just now; nothing was written. Call ${look} and look again.`,
    chinese: `刚有人改动了这一年的放假安排，本次未写入；请用 ${look} 查看后再试。`,
  });
}

const ADMINISTRATORS = {
  'not-set-up': {
    english: 'The system is not set up yet; start it and open its address first.',
    chinese: '系统尚未设置，请先启动服务并打开其地址。',
  },
  'administrator-unknown': {
    english: 'There is no such administrator of the topmost committee; check --as, or make one with create-admin.',
    chinese: '最上级单位没有这位管理员；请核对 --as，或用 create-admin 新建。',
  },
  'several-administrators': {
    english: 'There are several administrators; say in whose name: --as LOGIN.',
    chinese: '有多位管理员，请用 --as LOGIN 指明以谁的名义。',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

function refuseAdministrator(reason: keyof typeof ADMINISTRATORS): Outcome {
  return refuse(reason, ADMINISTRATORS[reason]);
}
