import type { Category } from '@xushi/domain';
import type { PlanPaper, PlanStanding } from './plan-paper.js';

/*
 * The documents' own words. They are Chinese whatever the reader's screen speaks: official documents of these
 * committees are.
 */

export const categoryWords: Readonly<Record<Category, string>> = {
  study: '学习',
  activity: '委员活动',
  inspection: '视察',
  research: '调研',
  consultation: '协商',
  oversight: '民主监督',
  proposal: '提案',
  opinion: '社情民意',
  liaison: '联络',
  enterprise: '联系企业',
  welfare: '公益',
  publicity: '宣传',
  history: '文史',
  theory: '理论研究',
  institution: '制度建设',
  meeting: '会议',
  other: '其他',
};

/** How a plan that is not in force is marked; an approved one is not. */
export const standingMarks: Readonly<Record<PlanStanding, string | null>> = {
  draft: '草案',
  submitted: '送审稿',
  amending: '调整稿',
  approved: null,
};

/** 2026-01-08 → 2026年1月8日 */
export function longDay(on: string): string {
  const { year, month, day } = Temporal.PlainDate.from(on);
  return `${year}年${month}月${day}日`;
}

/** A title as the head of a document says it: with the committee's name where the clerk left it out. */
export function fullTitle({ committee, title }: Pick<PlanPaper, 'committee' | 'title'>): string {
  return title.includes(committee) ? title : `${committee}${title}`;
}

/** 经2026年1月8日县政协第三次主席会议审议通过 */
export function approvalWords({ approval }: Pick<PlanPaper, 'approval'>): string | null {
  return approval === null ? null : `${longDay(approval.on)}${approval.meeting}通过`;
}

/**
 * Text typed at a keyboard as an official document writes it: commas, colons, semicolons and brackets that stand beside
 * Chinese characters are full width. Numbers and Latin words keep theirs.
 */
export function officialPunctuation(text: string): string {
  const wide: Readonly<Record<string, string>> = {
    ',': '，',
    ';': '；',
    ':': '：',
    '?': '？',
    '!': '！',
    '(': '（',
    ')': '）',
  };
  const mark = /(?<=[\p{Script=Han}”》）])[,;:?!()]|[,;:?!()](?=[\p{Script=Han}“《（])/gu;
  const once = text.replace(mark, (found) => wide[found] ?? found);
  // 视察(1次) has a digit inside its brackets: a bracket follows its partner.
  return once.replace(/（([^（）()]*)\)/g, '（$1）').replace(/\(([^（）()]*)）/g, '（$1）');
}
