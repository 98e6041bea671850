import { longDay, sayChineseNumber } from '@xushi/domain';
import type { Paragraph } from 'docx';
import { officialFonts } from '../official-fonts.js';
import {
  bodyParagraph,
  centred,
  emptyLine,
  firstHeading,
  officialSection,
  secondHeading,
  signature,
  titleParagraph,
  underTitle,
  writeOfficialDocument,
} from '../official-page.js';
import { type Area, underHeadings } from './headings.js';
import type { PaperItem, PlanPaper } from './plan-paper.js';
import { approvalWords, askedWords, fullTitle, officialPunctuation, standingMarks } from './words.js';

/**
 * The year's key points (年度工作要点) as an official document: areas 一、, categories （一）, items 1.; where an area has one
 * category only, its items are （一）. A plan not approved bears its mark under the title, an approved one its meeting.
 */
export function writeKeyPoints(paper: PlanPaper): Promise<Uint8Array> {
  const title = officialPunctuation(fullTitle(paper));
  return writeOfficialDocument({ title, author: paper.committee }, [
    officialSection([
      ...headOf(paper, title),
      introduction(paper),
      ...underHeadings(paper.items).flatMap(writeArea),
      ...footOf(paper),
    ]),
  ]);
}

/** Document number, title, and what stands under it. */
export function headOf(paper: PlanPaper, title: string): Paragraph[] {
  const number = paper.approval?.documentNumber ?? null;
  const mark = standingMarks[paper.standing];
  const approval = approvalWords(paper);
  return [
    ...(number === null ? [] : [centred(number), emptyLine()]),
    titleParagraph(title),
    ...(mark === null ? [] : [underTitle(mark)]),
    ...(mark !== null || approval === null ? [] : [underTitle(officialPunctuation(approval))]),
    emptyLine(),
  ];
}

function introduction({ year, items, occurrences }: PlanPaper): Paragraph {
  const waiting = items.filter(({ waitsFor }) => waitsFor !== null).length;
  const open = waiting === 0 ? '' : `，另有${waiting}项日期待定`;
  return bodyParagraph(`${year}年度安排工作${items.length}项，全年计划开展${occurrences.length}次${open}。具体如下：`);
}

function writeArea({ heading, groups }: Area, index: number): Paragraph[] {
  return [
    firstHeading(`${sayChineseNumber(index + 1)}、${heading}`),
    ...groups.flatMap((group, position) => [
      ...(group.heading === null ? [] : [secondHeading(`（${sayChineseNumber(position + 1)}）${group.heading}`)]),
      ...group.items.map((item, place) => writeItem(item, leadOf(item, place + 1, group))),
    ]),
  ];
}

/** Under an area （一）, under a category 1.; the only one of its kind has no number. */
function leadOf({ title }: PaperItem, number: number, group: Area['groups'][number]) {
  const said = `${officialPunctuation(title.trim()).replace(/[。；，]$/, '')}。`;
  const isOnly = group.items.length === 1;
  return group.heading === null
    ? { text: isOnly ? said : `（${sayChineseNumber(number)}）${said}`, font: officialFonts.second }
    : { text: isOnly ? said : `${number}.${said}`, font: officialFonts.body };
}

/** The title as a lead, then when, who, where. */
function writeItem(item: PaperItem, lead: { readonly text: string; readonly font: string }): Paragraph {
  return bodyParagraph(itemSentences(item), lead);
}

/** 每季度至少一次，全体委员参加。牵头领导：罗清；责任人：李晓。 */
function itemSentences(item: PaperItem): string {
  const asked = askedWords(item);
  const when = item.waitsFor === null ? item.when : `${item.when}（${item.waitsFor}日期待定）`;
  const who = [
    item.leader === null ? [] : [`牵头领导：${item.leader}`],
    item.leadOffice === null ? [] : [`牵头委室：${item.leadOffice}`],
    item.cooperating.length === 0 ? [] : [`协作单位：${item.cooperating.join('、')}`],
    item.responsible === null ? [] : [`责任人：${item.responsible}`],
  ].flat();
  const sentences = [
    asked === null ? when : `${when}，${asked}`,
    ...(item.sites.length === 0 ? [] : [`地点和项目：${item.sites.join('、')}`]),
    ...(item.reportWanted ? ['形成书面报告'] : []),
    ...(who.length === 0 ? [] : [who.join('；')]),
  ];
  return officialPunctuation(sentences.map((one) => `${one}。`).join(''));
}

/** Issuer and date, once the plan is approved by a meeting whose day is known. */
function footOf({ committee, approval, standing }: PlanPaper): Paragraph[] {
  return standing !== 'approved' || approval === null ? [] : signature(committee, longDay(approval.on));
}
