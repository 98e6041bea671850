import { type Category, longDay, type Part, periodWords, shortDay, stretchWords } from '@xushi/domain';
import type { PaperItem, PaperOccurrence, PlanPaper, PlanStanding } from './plan-paper.js';

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

/** The same in two characters, for the chips of a chart. */
export const shortCategoryWords: Readonly<Record<Category, string>> = {
  ...categoryWords,
  activity: '活动',
  oversight: '监督',
  opinion: '信息',
  enterprise: '企业',
  theory: '理论',
  institution: '制度',
};

export const partWords: Readonly<Record<Part, string>> = {
  'in-charge': '负责',
  leader: '牵头',
  participant: '参加',
};

/** How a plan that is not in force is marked; an approved one is not. */
export const standingMarks: Readonly<Record<PlanStanding, string | null>> = {
  draft: '草案',
  submitted: '送审稿',
  amending: '调整稿',
  approved: null,
};

/** An occurrence's period, an anchor by the name the committee gives it. */
export function periodOf({ key, anchor }: Pick<PaperOccurrence, 'key' | 'anchor'>): string {
  return periodWords(key, anchor?.name);
}

/** Where an occurrence's due date comes from: 10月最后一个工作日（10月31日休息）. */
export function reasonWords(occurrence: PaperOccurrence): string {
  const { reason, anchor, dueOn } = occurrence;
  const from = shortDay(reason.from);
  const isMoved = reason.from !== dueOn;
  switch (reason.rule) {
    case 'last-workday-of-window': {
      const stretch = stretchWords(occurrence.key.split('#')[0] ?? '');
      if (stretch === null) return isMoved ? `期限${from}休息，提前到前一个工作日` : `期限为${from}`;
      return `${stretch}最后一个工作日${isMoved ? `（${from}休息）` : ''}`;
    }
    case 'day-of-rule':
      return isMoved ? `按规则为${from}，遇休息日调整` : `按规则为${from}`;
    case 'days-from-anchor':
      return isMoved ? `按${anchor?.name ?? '基准日'}（${from}）推算` : `${anchor?.name ?? '基准日'}当日`;
    case 'moved-by-hand':
      return `原定${from}，改期`;
    default:
      return '指定日期';
  }
}

/** 全体委员参加; 全体委员每人2件; 由各承办单位办理 */
export function askedWords({ asked, target }: Pick<PaperItem, 'asked' | 'target'>): string | null {
  switch (asked?.to) {
    case undefined:
      return null;
    case 'attend':
      return `${asked?.who}参加`;
    case 'hand-in':
      return `${asked?.who}每人${target}件`;
    case 'handle':
      return `由${asked?.who}办理`;
  }
}

/** The cadence, or that its day is still open. */
export function whenWords({ when, waitsFor }: Pick<PaperItem, 'when' | 'waitsFor'>): string {
  return waitsFor === null ? when : `${when}（待定）`;
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
