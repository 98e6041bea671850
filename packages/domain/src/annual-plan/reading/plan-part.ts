import { REPORTING } from './acts.js';
import { markerOf, UNMARKED } from './outline.js';
import type { Paragraph } from './paragraph.js';

/** What a paragraph belongs to: the plan, a report on what was, or what a page puts around a text. */
export type Part = 'plan' | 'report' | 'furniture';

const FURNITURE =
  /^(?:您(?:现在)?的?(?:当前)?位置|当前位置|首页|网站首页|本文链接|相关(?:推荐|阅读|文章|链接)|热门(?:标签|推荐|文章)|推荐阅读|猜你喜欢|copyright|版权所有|声明|免责声明|导读|top$|返回顶部|上一[篇页条]|下一[篇页条]|责任?编辑|编辑:|来源[:于]|作者[:：]|发布(?:时间|日期|人)|发表于|时间:\d{4}[-年]|浏览|阅读(?:次数|量)?[:：]?\d*$|点击|字[体号][:：]|分享(?:到|至)|扫一扫|打印|关闭|收藏|下载|附件[:：]?$|第\d+页|共\d+页|-?\d{1,3}-?$|隐藏内容|此处内容|温馨提示|登录|注册|\[.{0,6}(?:大|中|小).{0,6}\]$)|https?:\/\/|www\.|ICP备|公网安备|版权所有|浏览次数|文章点击数|小编|供大家参考|范文网/i;

const PLAN_WORD = '(?:安排|打算|计划|要点|思路|重点|任务|谋划|设想|目标任务|建议|部署|举措|方案|意见)';
const PLAN_HEADING = new RegExp(
  `(?:工作|下步|下一步|今后|明年|来年|下年|下一年|新的一年|\\d{4}年|[x×X]{2,4}年|活动|年度|主要|重点).{0,12}${PLAN_WORD}`,
);
const REPORT_HEADING =
  /回顾|工作总结|年度总结|小结|工作(?:开展|完成|进展|落实)?情况|工作汇报|述职报告|工作成效|主要(?:成效|成绩|做法)|取得的?(?:成效|成绩)|存在的?(?:主要)?(?:问题|不足|困难)|不足之处|工作体会|几点体会|(?:作出|做出|取得|实现)了/;
/** 12月20日前报送年度工作总结: what begins with the day it is wanted by is something to do, and no heading of a report. */
const WANTED_BY = /^(?:20\d{2}年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|末)?(?:之|以)?前/;
const TITLE =
  /(?:政协|委员会|工委|联组|联络[处组室]|工作室|街道|乡|镇|县|区).{0,30}(?:计划|总结|思路|汇报|要点|安排|方案|打算|分解表|安排表|进度表|任务表|报告)(?:\(.*\))?$|^(?:\d{4}年)?(?:度)?(?:政协)?工作(?:计划|总结|要点|思路|安排|打算)$|^关于.{2,60}的(?:通知|意见|方案|函)$/;
const PARTED = /^(?:【.{2,30}】|(?:第[一二三四五六七八九十\d]+篇|篇[一二三四五六七八九十\d]+)(?:[:、]|$))/;

const PAST =
  /一年来|今年以来|(?:去|上)年(?!度?计划)|过去(?:的)?一年|截至目前|多年来|(?<!最)先后(?!在)|(?:共|累计)(?:收到|组织|开展|召开|提交|征集|立案|走访|编发|上报|完成|撰写|报送)|(?:组织|开展|召开|举办|进行|视察|调研|评议|慰问|参加|完成|提交|撰写|征集|取得|得到|提出|形成|建立|走访|受到|作出|做出|促进|增强|发挥|赢得|听取|推动|编发|落实|提高|达到|起到|增进|通过|进行)了|被.{0,12}采纳|(?:得到|受到).{0,20}(?:好评|肯定|提高|重视|支持)|同比|比上年|成效显著|圆满完成了/g;
const FUTURE =
  /将|(?<!主|重|需)要(?!求|点|素|闻)|拟|计划|打算|争取|力争|至少|不少于|进一步|继续|明年|下一步|年内|今后|新的一年/g;

/** Whether a passage tells what was: signs of the past and none of what is to come. */
export function isPast(text: string): boolean {
  return count(text, PAST) > 0 && count(text, FUTURE) === 0;
}

/** 2026年,我们组织委员视察3次, in a plan of 2027: no sign of the past but its year. */
function tellsOfEarlier(text: string, planYear: number | null): boolean {
  const [, year] =
    /^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十\d]{1,2}[、.])?(20\d{2})年(?:度)?,?/.exec(text) ?? [];
  return year !== undefined && planYear !== null && Number(year) < planYear && count(text, FUTURE) === 0;
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** A line that names what follows it: marked or short, and no sentence. */
export function headingOf(paragraph: Paragraph): string | null {
  const marker = markerOf(paragraph.text);
  const bare = paragraph.text.slice(marker?.length ?? 0);
  const first = /^[^。;!?:]*/.exec(bare)?.[0] ?? '';
  if (paragraph.level !== null) return bare;
  const isWhole = first.length >= bare.length - 1;
  return marker !== null || isWhole ? (first.length <= 60 ? first : null) : null;
}

type Voice = 'plan' | 'report' | 'both' | null;

function voiceOf(heading: string): Voice {
  const [plan, report] = [
    PLAN_HEADING.test(heading),
    REPORT_HEADING.test(heading) && !REPORTING.test(heading) && !WANTED_BY.test(heading),
  ];
  return plan && report ? 'both' : plan ? 'plan' : report ? 'report' : null;
}

/**
 * For each paragraph the part it belongs to. One file may hold several documents, each a report, a plan or a report with
 * next year's plan behind it. A heading that names a plan or a report says it for what stands under it; without one, what
 * stands before a plan in the same document is report, and else the tense of the paragraph decides, or that it begins
 * with a year before the plan's.
 */
export function partsOf(paragraphs: readonly Paragraph[], planYear: number | null = null): Part[] {
  const documents = documentStarts(paragraphs);
  const parts: Part[] = [];
  for (const [index, start] of documents.entries()) {
    parts.push(...partsOfOne(paragraphs.slice(start, documents[index + 1] ?? paragraphs.length), planYear));
  }
  return parts;
}

/** Where each document begins: at a title that stands alone, or at 篇一, 【…1】. */
function documentStarts(paragraphs: readonly Paragraph[]): number[] {
  const starts = [0];
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0 && isTitle(paragraph)) starts.push(index);
  }
  return starts;
}

export function isTitle(paragraph: Paragraph): boolean {
  const { text } = paragraph;
  if (PARTED.test(text)) return true;
  return (
    text.length <= 45 && markerOf(text) === null && !/[。;!?,:]/.test(text) && TITLE.test(text) && !REPORTING.test(text)
  );
}

function partsOfOne(paragraphs: readonly Paragraph[], planYear: number | null): Part[] {
  const heads = paragraphs.map((paragraph) => {
    const heading = headingOf(paragraph);
    const rank = markerOf(paragraph.text)?.rank ?? UNMARKED;
    const isHigh =
      isTitle(paragraph) || paragraph.level !== null || rank <= 2 || (rank === UNMARKED && paragraph.text.length <= 30);
    return { rank: isTitle(paragraph) ? -1 : rank, voice: heading !== null && isHigh ? voiceOf(heading) : null };
  });
  const lastPlan = heads.findLastIndex(({ rank, voice }) => voice === 'plan' && rank !== -1 && rank <= 2);
  const hasReport = heads.some(({ voice }) => voice === 'report' || voice === 'both');
  let mode: { readonly part: Part; readonly rank: number } | null = null;
  return paragraphs.map((paragraph, index) => {
    if (FURNITURE.test(paragraph.text)) return 'furniture';
    const { rank, voice } = heads[index] ?? { rank: UNMARKED, voice: null };
    if (voice === 'plan' || voice === 'report') mode = { part: voice, rank };
    else if (voice === 'both') mode = null;
    else if (mode?.part === 'report' && rank <= mode.rank) mode = null;
    if (mode !== null) return mode.part;
    if (index < lastPlan && (hasReport || isPast(paragraph.text))) return 'report';
    return isPast(paragraph.text) || tellsOfEarlier(paragraph.text, planYear) ? 'report' : 'plan';
  });
}
