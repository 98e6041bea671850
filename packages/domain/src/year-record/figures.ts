import { readChineseNumber } from '../recurrence/cadence-words-numbers.js';
import { type FigureWords, figureKeyOf } from './figure-keys.js';
import type { FigureBound, FigureFinding } from './finding.js';

/** A figure as found in a sentence, and where. */
export interface SentenceFigure extends Omit<FigureFinding, 'source' | 'kind'> {
  readonly at: number;
}

/** What is counted or measured. 3个月 and 20多年 are lengths of time, 六届5次会议 and 第3次 say which one. */
const UNIT =
  '(?:个百分点|人次|场次|公里|公斤|斤|床|辆|平方米|件(?!事)|名(?!义|单|列)|人(?![大民均才口员居类])|篇|条(?![例件])|份|场(?!所)|期(?!间)|户(?!籍)|家(?!庭)|个(?!月|小时|星期|工作日|年)|项|字(?!号)|元(?![旦宵])|米|亩|棵|株|吨|部(?![门分署长])|本(?![乡县市区级年月届委次身])|册|幅|处(?![室长])|所|位|批(?![准示复])|台(?![账属])|套|次|%)';
const NUMBER = '(?:(\\d[\\d,]*(?:\\.\\d+)?)|([一二两三四五六七八九十百零〇]+))';
const FIGURE = new RegExp(`(?<![第届号年\\d.\\-])${NUMBER}([多余来几])?([千万亿]{0,2})([多余])?(${UNIT})`, 'g');
/** Chinese numerals stand in slogans and names as often as in counts: 个, 项 and 条 count only these. */
const COUNTABLE =
  /^(?:政府|职能|承办|有关|相关|活动|工作)*(?:部门|单位|村|社区|企业|项目|课题|议题|专题|乡镇|街道|小组|专委会|工作室|联络[站室]|建议|意见|信息)/;
const LEAST_IN_WORDS = 2;

const FUTURE_SENTENCE =
  /明年|来年|下一?步|今后|新的一年|力争|争取(?!到|了)|确保|至少|不少于|不低于|计划(?=组织|开展|召开|举办|安排|于|在|用)|拟(?!定|任)|打算/;
const FUTURE_CLAUSE = /将(?!近|军)|(?<![主重需])要(?![求点素闻情])|应当|每[个位名]?委员/;
/** What a page of sample texts calls itself. */
const SAMPLES = /(?:汇报|总结|思路|计划|范文|要点)$/;

/** Whether what a sentence says up to `at` is still to come. */
export function isToCome(sentence: string, at = sentence.length): boolean {
  return FUTURE_SENTENCE.test(sentence.slice(0, at)) || FUTURE_CLAUSE.test(clauseBefore(sentence, at));
}

const clauseBefore = (sentence: string, at: number) => sentence.slice(sentence.slice(0, at).search(/[^,:()]*$/), at);

/**
 * The numbers a sentence of a report states, in its order, each with the unit and the words that name it; nothing is
 * computed. `about` is the paragraph, by which a rate is known for one of proposals.
 */
export function figuresIn(sentence: string, about: string): SentenceFigure[] {
  const found: SentenceFigure[] = [];
  let end = 0;
  let names: string[] = [];
  for (const match of sentence.matchAll(FIGURE)) {
    const at = match.index;
    const tail = sentence.slice(at + match[0].length);
    const clause = clauseBefore(sentence, at);
    const head = sentence.slice(Math.max(at - clause.length, end), at).replace(/^[、和及与以]+/, '');
    const number = numberOf(match, tail);
    if (number === null || isToCome(sentence, at) || (number.unit === '篇' && SAMPLES.test(head))) continue;
    end = at + match[0].length;
    const stem = stemOf(head);
    names = stem === '' || /^以上$/.test(stem) ? names : namesOf(head, stem);
    const bound = boundOf(match, head, tail);
    const own = /分别/.test(head) || stem === '' ? [names.shift()].filter((one) => one !== undefined) : names;
    for (const name of own.length > 0 ? own : [stem]) {
      const words: FigureWords = { head: name, unit: number.unit, tail, sentence: about };
      found.push({ at, ...number, bound, key: figureKeyOf(words), name: nameOf(words, found.at(-1)?.name) });
    }
  }
  return found;
}

/** The number as written with its scale in the unit: 21万多字 is 21 and 万字; null for what counts nothing. */
function numberOf(match: RegExpMatchArray, tail: string): { value: number; unit: string } | null {
  const [, digits, words, , scale = '', , measure = ''] = match;
  const unit = `${scale}${measure}`;
  if (digits !== undefined) return { value: Number(digits.replaceAll(',', '')), unit };
  const value = readChineseNumber(words ?? '');
  if (value === null || value < LEAST_IN_WORDS) return null;
  const isLoose = measure === '个' || measure === '项' || measure === '条';
  return isLoose && !COUNTABLE.test(tail) ? null : { value, unit };
}

function boundOf(match: RegExpMatchArray, head: string, tail: string): FigureBound {
  if (match[3] !== undefined || match[5] !== undefined) return 'more-than';
  if (/^以上/.test(tail) || /(?:超过|突破|逾|不少于)$/.test(head)) return 'more-than';
  return /^左右/.test(tail) || /[约近](?:有)?$/.test(head) ? 'about' : 'exact';
}

/** The words before a number without what leads to it: 满意率也在 → 满意率. */
function stemOf(head: string): string {
  let stem = head;
  for (;;) {
    const shorter = stem
      .replace(
        /(?:也|就|都|均|分别)?(?:达到了?|达|为|是|在|有|共有?|共计|累计|合计|约|近|超过|突破|逾|了|的|计|均|分别|仅|只有|已)$/,
        '',
      )
      .replace(/[:,、和及与]$/, '');
    if (shorter === stem || /(?:现有|共有)$/.test(stem)) return stem;
    stem = shorter;
  }
}

/** 办结率、见面率及回复率均为 names three; anything else one. */
function namesOf(head: string, stem: string): string[] {
  const rates = /(?:^|的|提案)((?:[^,、及和与的]{2,8}率)(?:(?:、|以及|及|和|与)[^,、及和与的]{2,8}率)+)$/.exec(stem);
  return rates === null && !/分别/.test(head) ? [stem] : (rates?.[1] ?? stem).split(/、|以及|及|和|与/);
}

const LEAD =
  /^(?:其中|[县市区乡镇]政协(?:委员会)?|我[县市区乡镇]政协|我[们会委]|一年来|今年以来|全年|年内|截至目前|[^,]*以来|(?:正副)?主席们?(?!会))*(?:共|累计|合计|总共|先后|已(?!经)|总计|共计)*/;
const RELATIVE = /^(?:比|较|同比|环比|占)/;
/** People and things counted by these are named behind the number: 8家骨干企业. */
const NAMED_BEHIND = /^[个家名位所处户]$/;

/** What a figure is called: the words before it, or behind it; a share or a change by the figure it belongs to. */
function nameOf({ head, unit, tail }: FigureWords, before: string | undefined): string {
  const bare = head.replace(LEAD, '').replace(/^的/, '');
  if (RELATIVE.test(bare) && before !== undefined) return `${before.split(' ')[0]} ${bare}`;
  const behind = /^[\p{Script=Han}]{2,10}/u
    .exec(tail)?.[0]
    .replace(/(?:视察|调研|进行|开展|亲自|参加|出席|督办|座谈|走访|以上|左右|[和与及的了在为到]).*$/, '');
  const isBehind = NAMED_BEHIND.test(unit) && behind !== undefined && behind.length >= 2;
  return (isBehind ? behind : bare).slice(-LONGEST_NAME) || `${unit}`;
}

const LONGEST_NAME = 40;
