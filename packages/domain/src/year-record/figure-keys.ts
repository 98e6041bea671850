import type { FigureKey } from './finding.js';

/** What stands around a number: the words before it, its unit, the words right behind it, and the sentence. */
export interface FigureWords {
  readonly head: string;
  readonly unit: string;
  readonly tail: string;
  readonly sentence: string;
}

interface KeyRule {
  readonly key: FigureKey;
  readonly head: RegExp;
  readonly unit: RegExp;
  /** The words right behind the number, where they and not those before it say what is counted. */
  readonly tail?: RegExp;
  /** Words of the sentence without which it is something else's rate. */
  readonly about?: RegExp;
}

const PIECES = /^件$/;
const PEOPLE = /^[人名位]$/;
const TIMES = /^[次场期]$/;
const PERCENT = /^%$/;
const ORGANISED = /(?:组织|开展|进行|举办|召开)(?:了|各类|专题)*$/;
const rate = (key: FigureKey, head: RegExp): KeyRule => ({ key, head, unit: PERCENT, about: /提案/ });
const held = (key: FigureKey, what: string, unit = TIMES): readonly KeyRule[] => [
  { key, head: new RegExp(`(?:${what})$`), unit },
  { key, head: ORGANISED, unit, tail: new RegExp(`^(?:${what})`) },
];

/** The first that fits. A wording that fits none leaves the figure without a key: it keeps its own name. */
const rules: readonly KeyRule[] = [
  { key: 'proposals-not-filed', head: /(?:不予|未予|不|未)立案的?(?:提案)?$/, unit: PIECES },
  { key: 'proposals-merged', head: /并案(?:处理|办理)?的?(?:提案)?$/, unit: PIECES },
  { key: 'proposals-filed', head: /(?<!不予|未予|[不未])立案的?(?:提案)?$/, unit: PIECES },
  { key: 'key-proposals', head: /重点提案$/, unit: PIECES },
  {
    key: 'proposals-received',
    head: /^(?!.*(?:党派|民革|民盟|民建|民进|农工党|致公党|九三|工商联|界别|专委会|集体)).*(?:收到|收集|征集|征得|接收|提交|撰写)(?:了|到)?(?:各类|各方面|委员|政协|书面|有效)*提案$/,
    unit: PIECES,
  },
  {
    key: 'proposals-planned',
    head: /(?:正在解决|列入计划|计划(?:逐步)?解决)(?:[^,]*解决)?的?$/,
    unit: PIECES,
    about: /提案/,
  },
  { key: 'proposals-solved', head: /(?:已经?|基本|得到)解决[^,]*的?$/, unit: PIECES, about: /提案/ },
  { key: 'members-proposing', head: /(?:提交|提出|附议|参与)[^,]*提案的?委员$/, unit: PEOPLE },
  { key: 'members', head: /(?:现有|共有)[^,]{0,4}委员$|委员总(?:人)?数$/, unit: PEOPLE },
  {
    key: 'members-attending',
    head: /(?:参加|参与|出席)(?:活动)?(?:的)?委员$|委员(?:参加|参与)(?:活动)?$/,
    unit: /^人次$/,
  },
  ...held('standing-meetings-held', '常委会议?|常务委员会(?:会议|议)?'),
  ...held('chair-meetings-held', '主席会议?'),
  ...held('inspections-held', '视察(?:调研)?(?:活动)?'),
  ...held('consultations-held', '(?:专题|对口|界别|提案办理)?协商(?:活动|会议?|议政)?'),
  ...held('studies-held', '(?:集中|专题)?学习(?:会|活动|座谈)?|培训(?:班|会)?|讲座'),
  ...held('activities-held', '(?:委员|履职|各类)活动'),
  { key: 'opinions-adopted', head: /(?:采用|采纳|录用)$/, unit: /^[条篇件]$/, about: /信息|社情民意/ },
  { key: 'opinions-issued', head: /编[发印][^,]*(?:信息|社情民意)$/, unit: /^期$/ },
  {
    key: 'opinions-submitted',
    head: /(?:上报|报送|反映|提交|撰写|收集|编报)[^,]*(?:社情民意(?:信息)?|民意信息|信息)$/,
    unit: /^[条篇件]$/,
  },
  { key: 'reports-written', head: /(?:撰写|形成|完成|提交|写出)[^,]*(?:调研|视察|考察|调查)报告$/, unit: /^[篇份]$/ },
  { key: 'articles-published', head: /(?:发表|刊发|刊登|刊播)[^,]*(?:稿件|文章|新闻|信息|报道)$/, unit: /^[篇条]$/ },
  { key: 'history-pieces', head: /史料$|文史(?:资料|稿件)$/, unit: /^[篇件]$/ },
  { key: 'donations', head: /捐(?:款|资|赠|助)[^,]*$/, unit: /^[万亿]?元$/ },
  rate('filing-rate', /立案率$/),
  rate('closing-rate', /(?:办结|办复)率$/),
  rate('meeting-rate', /(?:见面|面商)率$/),
  rate('reply-rate', /(?:回复|答复)率$/),
  rate('satisfaction-rate', /(?<!基本)满意率$/),
];

/** Which of the known figures a number is; null for any other. */
export function figureKeyOf({ head, unit, tail, sentence }: FigureWords): FigureKey | null {
  const fits = (rule: KeyRule) =>
    rule.head.test(head) &&
    rule.unit.test(unit) &&
    (rule.tail?.test(tail) ?? true) &&
    (rule.about?.test(sentence) ?? true);
  return rules.find(fits)?.key ?? null;
}
