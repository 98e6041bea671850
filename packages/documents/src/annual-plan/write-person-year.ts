import { longDay, shortDay, stretchWords, weekdayOf } from '@xushi/domain';
import type { Paragraph, Table } from 'docx';
import {
  bodyParagraph,
  centred,
  emptyLine,
  officialSection,
  plainParagraph,
  signature,
  titleParagraph,
  underTitle,
  writeOfficialDocument,
} from '../official-page.js';
import { officialTable } from '../official-table.js';
import { datesByPerson, type PersonDate } from './person-dates.js';
import type { PlanPaper } from './plan-paper.js';
import { officialPunctuation, partWords, reasonWords, standingMarks } from './words.js';

/**
 * One person's year: each date with what is to be done and the rule that made it. Whoever only takes part is asked with
 * courtesy, as members are everywhere here. Refuses somebody who has no part in the plan.
 */
export function writePersonYear(paper: PlanPaper, accountId: string): Promise<Uint8Array> {
  const person = datesByPerson(paper).find((one) => one.accountId === accountId);
  if (person === undefined) throw new RangeError(`${accountId} has no part in the plan.`);
  const isGuest = person.isMember && person.dates.every(({ part }) => part === 'participant');
  const title = `${paper.year}年度${isGuest ? '委员履职活动安排' : '个人工作安排'}`;
  const mark = standingMarks[paper.standing];
  const children: (Paragraph | Table)[] = [
    centred(paper.committee),
    titleParagraph(title),
    ...(mark === null ? [] : [underTitle(mark)]),
    emptyLine(),
    plainParagraph(isGuest ? `尊敬的${person.name}委员：` : `${person.name}同志：`),
    bodyParagraph(isGuest ? invitation(paper, person.dates) : duty(paper, person.dates)),
    ...(person.dates.length === 0 ? [] : [tableOf(person.dates, isGuest)]),
    ...(isGuest
      ? [bodyParagraph('具体时间、地点以届时通知为准。如有不便，敬请提前告知，我们将妥为安排。感谢您的支持！')]
      : []),
    ...(paper.standing === 'approved' && paper.approval !== null
      ? signature(paper.committee, longDay(paper.approval.on))
      : []),
  ];
  return writeOfficialDocument({ title: `${person.name}${title}`, author: paper.committee }, [
    officialSection(children),
  ]);
}

function invitation({ year }: PlanPaper, dates: readonly PersonDate[]): string {
  return dates.length === 0
    ? `${year}年度暂无需要您参加的事项。`
    : `感谢您一直以来的支持。${year}年度诚请您参加下列活动、办理下列事项，共${dates.length}次。`;
}

function duty({ year }: PlanPaper, dates: readonly PersonDate[]): string {
  const counted = (part: PersonDate['part']) => dates.filter((one) => one.part === part).length;
  const said = (['in-charge', 'leader', 'participant'] as const)
    .filter((part) => counted(part) > 0)
    .map((part) => `${partWords[part]}${counted(part)}次`);
  return said.length === 0
    ? `${year}年度计划中没有由您承担的事项。`
    : `${year}年度计划中由您承担的事项如下：${said.join('，')}。`;
}

function tableOf(dates: readonly PersonDate[], isGuest: boolean): Table {
  return officialTable(
    [
      { head: '时间', width: 43 },
      { head: '事项', width: 55 },
      { head: isGuest ? '诚请您' : '承担', width: 20, isCentred: true },
      { head: '日期由来', width: 38 },
    ],
    dates.map(({ item, occurrence, part }) => [
      `${shortDay(occurrence.dueOn)}（${weekdayOf(occurrence.dueOn)}）${occurrence.fromOn === occurrence.dueOn ? '' : '前'}${occurrence.reason.provisional ? '（暂定）' : ''}`,
      officialPunctuation(taskWords(item.title, occurrence)),
      isGuest ? askWords(item) : partWords[part],
      reasonWords(occurrence),
    ]),
  );
}

/** 委员集体学习（一季度） */
function taskWords(title: string, occurrence: PersonDate['occurrence']): string {
  const stretch = stretchWords(occurrence.key);
  return stretch === null ? title : `${title}（${stretch}）`;
}

/** 参加, 提交2件, 办理 */
function askWords({ asked, target }: PersonDate['item']): string {
  if (asked?.to === 'hand-in') return `提交${target}件`;
  return asked?.to === 'handle' ? '办理' : '参加';
}
