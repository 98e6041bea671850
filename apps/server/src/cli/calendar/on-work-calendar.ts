import type { Actor } from '../../capabilities/account/index.js';
import { FindAdministrator } from '../../capabilities/committee/index.js';
import { ImportYear } from '../../capabilities/work-calendar/index.js';
import type { Outcome } from '../command.js';
import { onInstallation } from '../installation.js';
import { refuse } from '../refuse.js';
import type { Bilingual } from '../wrong-usage.js';

/** What a notice does to the installation's calendar and dates. */
export type YearImported = Extract<Awaited<ReturnType<ImportYear['run']>>, { ok: true }>['value'];

/**
 * Tries or enters a notice in an administrator's name: a trial first, whose lock version the entering repeats, so that
 * what is entered is what was tried. Answers what it does, or the refusal.
 */
export function onWorkCalendar(
  notice: unknown,
  { as, isTrial }: { as: string | null; isTrial: boolean },
  answer: (imported: YearImported) => Outcome,
): Promise<Outcome> {
  return onInstallation(async (app) => {
    const found = await app.get(FindAdministrator).run(as);
    if (!found.ok) return refuseAdministrator(found.why === 'refused' ? found.reason : 'not-set-up');
    const committeeId = topOf(found.value);
    const importYear = app.get(ImportYear);
    const tried = await importYear.run(found.value, { committeeId, notice, lockVersion: 0, isTrial: true });
    if (!tried.ok) throw new Error(`A trial was refused: ${JSON.stringify(tried)}`);
    if (isTrial) return answer(tried.value);
    const { lockVersion } = tried.value;
    const entered = await importYear.run(found.value, { committeeId, notice, lockVersion, isTrial: false });
    if (entered.ok) return answer(entered.value);
    if (entered.why === 'conflict') return refuse('changed-meanwhile', CHANGED_MEANWHILE);
    throw new Error(`The notice was refused after its trial: ${JSON.stringify(entered)}`);
  });
}

function topOf({ committees }: Actor): string {
  const [top] = committees;
  if (top === undefined) throw new Error('An administrator of no committee.');
  return top.id;
}

const CHANGED_MEANWHILE: Bilingual = {
  english:
    'Somebody else entered a notice of this year just now; nothing was written. Call calendar diff and look again.',
  chinese: '刚有人录入了这一年的通知，本次未写入；请用 calendar diff 查看后再试。',
};

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
