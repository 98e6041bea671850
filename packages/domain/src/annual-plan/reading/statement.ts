import { actIn, asksForReport, categoryOf, isConsequence, isTopic } from './acts.js';
import { targetIn, timesIn } from './amounts.js';
import { BEGUN, courseOf } from './time-course.js';
import type { TimeContext, TimeWords } from './time-words.js';
import { timeWordsIn } from './time-words.js';

/** Something a sentence says is to be done, before it is known in what surroundings. */
export interface Statement {
  /** Where it begins and ends in the paragraph. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The clause that says what is done. */
  readonly act: string;
  readonly strength: 0 | 1 | 2;
  /** Of whom the whole sentence asks something: 每位委员 stands only before its first duty. */
  readonly asked: string;
  /** Its own words on time; the vague ones only when there are no others. */
  readonly time: TimeWords | null;
}

interface Clause {
  readonly from: number;
  readonly text: string;
  readonly strength: 0 | 1 | 2;
  readonly times: readonly TimeWords[];
}

const NUMBER = '(?:[一二两三四五六七八九十百]{1,4}|\\d{1,4})';
const MEASURE = '(?:次|件|条|篇|份|个|场|期|户|家|本)';
/** A new duty within a clause: 提交1件提案、反映1条社情民意信息, 提案1件、社情民意信息2条. */
const NEXT_DUTY = new RegExp(
  `[、和及并](?=(?:至少|不少于)?(?:提交|撰写|反映|报送|上报|参加|开展|组织|召开|举办|走访|联系|完成|听取|编发|征集)[^,、]{0,14}?${NUMBER}${MEASURE})|(?<=${NUMBER}${MEASURE}(?:以上)?)[、和及](?=[^,、\\d]{2,10}(?:至少|不少于)?${NUMBER}${MEASURE})|[、和](?=(?:反映社情民意|报送社情民意))|、(?=(?:[上下]半年|第?[一二三四]季度|(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|[上中下]旬)?)(?:就|围绕|对|以))`,
  'u',
);
/** How much of the act before it: 每名委员至少1篇, 不少于20家; no object of its own. */
const ONLY_COUNT = new RegExp(
  `^(?:确保|力争|原则上)?(?:每(?:个|位|名)?(?:委员|人|单位)|人均|各(?:委员|单位|专委会|界别|联络组))?(?:年内|全年|每年)?(?:至少|不少于|不低于|力争)?(?:提交|撰写|完成|参加|报送|征集)?(?:至少|不少于|不低于)?${NUMBER}${MEASURE}(?:以上)?[,、]?$`,
);
/** A way to do it that what follows makes definite: 鼓励委员…, 建立…制度,每月…. */
const PREPARING =
  /^(?:继续|持续|切实|积极|充分|不断|进一步)*(?:鼓励|引导|动员|发动|要求|坚持|落实|建立|健全|完善|打造|做优|做强|擦亮|依托|利用|用好|发挥|发扬)/;

/** What ought to be so, said of everybody: 应该发挥“缓冲器”作用. */
const NORMATIVE =
  /应该?(?:当)?发挥.{0,12}作用|显得|是.{0,12}(?:社会|过程|任务|要求|前提|基础|途径|职能)$|^现将|现将.{2,40}(?:印发|报告|汇报|通知)|(?:提出|作|做)?如下(?:计划|安排|意见|部署|打算)?$|^(?:以上|请(?!.{2,20}[来作做])|望)|因故|^希望(?!.{0,20}(?:至少|不少于|[一二两三\d]{1,2}[件条篇份次]))|^.?开一次就/;

/** The clauses of a sentence, cut at commas outside brackets and quotations. */
function clausesOf(sentence: string, offset: number, context: TimeContext): Clause[] {
  const clauses: Clause[] = [];
  let depth = 0;
  let from = 0;
  const close = (to: number) => {
    const text = sentence.slice(from, to);
    if (text.trim() !== '') {
      let at = from;
      for (const [index, piece] of splitDuties(text).entries()) {
        const strength = index > 0 && targetIn(piece, null) !== null ? 2 : actIn(piece);
        clauses.push({ from: offset + at, text: piece, strength, times: timeWordsIn(piece, context) });
        at += piece.length;
      }
    }
    from = to;
  };
  for (let at = 0; at < sentence.length; at += 1) {
    const char = sentence[at] ?? '';
    if ('(《“[「'.includes(char)) depth += 1;
    else if (')》”]」'.includes(char)) depth = Math.max(0, depth - 1);
    else if (char === ',' && depth === 0) close(at + 1);
  }
  close(sentence.length);
  return clauses;
}

function splitDuties(text: string): string[] {
  const cut = NEXT_DUTY.exec(text);
  if (cut === null) return [text];
  const at = cut.index + cut[0].length;
  return [text.slice(0, at), ...splitDuties(text.slice(at))];
}

/** 组织委员视察(5月,责任单位:办公室): a remark at the end is about the whole sentence. */
const REMARK = /\(([^()]*)\)[。,;]?$/;
/** Of whom something is asked. */
const ASKED =
  /每(?:一)?(?:个|位|名)?(?:政协|[市县区]政协)?(?:委员|常委|人)|人均|各位?委员|每(?:个|家)?(?:单位|部门|专委会|联络组|界别|小组)/;

/** What a sentence says is to be done: mostly one thing, several where each has its own time, number or kind. */
export function statementsIn(sentence: string, offset: number, context: TimeContext): Statement[] {
  if (NORMATIVE.test(sentence)) return [];
  const remark = REMARK.exec(sentence);
  const remarked = remark === null ? null : (timeWordsIn(remark[1] ?? '', context)[0] ?? null);
  const clauses = clausesOf(remarked === null ? sentence : sentence.slice(0, remark?.index), offset, context);
  // 开展调查研究 alone is a general will; with a topic before it, it is an inquiry.
  const topic = clauses.findIndex(({ text }) => isTopic(text));
  for (const [index, clause] of clauses.entries()) {
    if (topic >= 0 && index > topic && /调查研究|调研/.test(clause.text)) clauses[index] = { ...clause, strength: 2 };
  }
  const groups: Clause[][] = [];
  for (const [index, clause] of clauses.entries()) {
    const current = groups.at(-1);
    if (current === undefined || beginsAnother(current, clauses.slice(index))) groups.push([clause]);
    else current.push(clause);
  }
  borrowActs(groups);
  let inherited: TimeWords | null = null;
  const wholeYear = ownYear(sentence, context.year);
  const asked = ASKED.exec(sentence)?.[0] ?? '';
  return groups.map((group, index) => {
    const statement = { ...statementOf(group, inherited, context.year), asked };
    if (statement.time?.cadence != null) inherited = statement.time;
    const isLast = index === groups.length - 1;
    const time = statement.time ?? (isAmount(statement.text) ? wholeYear : null);
    return {
      ...statement,
      time: remarked !== null && precision(remarked.cadence) >= precision(time?.cadence ?? null) ? remarked : time,
      to: isLast ? offset + sentence.length : statement.to,
    };
  });
}

/** 2027年,我们组织委员视察3次: a sentence that begins with the plan's year, and says how often, means the whole of it. */
function ownYear(sentence: string, year: number): TimeWords | null {
  const [text] = /^(?:20\d{2}|[本明来])年(?:度)?(?![上下初中底末第\d一二三四])/.exec(sentence) ?? [];
  if (text === undefined || (/\d{4}/.test(text) && !text.startsWith(String(year)))) return null;
  return { at: 0, text, cadence: { kind: 'within', spans: [{ unit: 'year' }] } };
}

const isAmount = (text: string) => timesIn(text) !== null || targetIn(text, null) !== null;

/** 上半年就“…”、下半年就“…”分别召开协商会: the first is what the last is. */
function borrowActs(groups: Clause[][]): void {
  for (const [index, group] of groups.entries()) {
    const [only, ...others] = group;
    const next = groups[index + 1]?.find(({ strength }) => strength === 2)?.text ?? '';
    const act = /(?:分别|各|均)?((?:召开|开展|组织|举办|进行)[^,。]*)$/.exec(next)?.[1];
    if (only === undefined || others.length > 0 || only.strength > 0 || act === undefined) continue;
    if (!/(?:就|围绕|对|以).+、$/.test(only.text)) continue;
    groups[index] = [{ ...only, text: `${only.text.slice(0, -1)}${act}`, strength: 2 }];
  }
}

const MILESTONE =
  /^.{0,12}?(?:完成|结束|启动|办结|组织实施|实施|首发)(?:收集|征集|汇总|整理|上报|报送|提交)*(?:并形成.*|工作|任务)?[,、。]?$/;

function beginsAnother(current: readonly Clause[], rest: readonly Clause[]): boolean {
  const [clause] = rest;
  if (clause === undefined || !current.some(says) || ONLY_COUNT.test(clause.text)) return false;
  const isOnlyReport = asksForReport(clause.text) && !/(?:组织|开展|召开|举办|进行)/.test(clause.text);
  if (isOnlyReport || MILESTONE.test(clause.text) || isMoreOfTheSame(current, clause.text)) return false;
  const hasTime = clause.times.length > 0;
  const acts =
    hasTime && clause.strength < 2 ? (rest.slice(1).find(({ strength }) => strength === 2) ?? clause) : clause;
  if (!says(acts)) return false;
  const before = current.reduce((best, one) => (rank(one) >= rank(best) ? one : best)).text;
  const isSameKind = categoryOf(acts.text) === categoryOf(before);
  const hasCount = timesIn(clause.text) !== null || targetIn(clause.text, null) !== null;
  const isAnothers = ASKED.test(acts.text) && !current.some(({ text }) => ASKED.test(text) || PREPARING.test(text));
  if (!isAnothers && isMadeDefinite(current, before, isSameKind) && (hasTime || hasCount)) return false;
  if (hasTime) return true;
  if (isConsequence(clause.text) && !(hasCount && /^(?:确保|力争)/.test(clause.text))) return false;
  return hasCount || !isSameKind;
}

/** 发动委员撰写提案,每位委员至少提交1件提案,全年不少于15件: how many of what is already asked for. */
function isMoreOfTheSame(current: readonly Clause[], text: string): boolean {
  const said = current.map((clause) => clause.text).join('');
  const asked = /(?:撰写|提交|征集|反映|报送)[^,]{0,8}?(提案|社情民意|信息|文史资料|心得|论文)/.exec(said)?.[1];
  const isCount = new RegExp(`(?:至少|不少于|力争|达到|以上|每)[^,]*${NUMBER}${MEASURE}|${NUMBER}${MEASURE}以上`).test(
    text,
  );
  if (asked !== undefined && isCount && (text.includes(asked) || ONLY_COUNT.test(text)))
    return !/督办|办理|培训/.test(text);
  // 开展读书活动,每名委员精读2本书,撰写心得1篇: the numbers of one activity.
  const isActivity =
    /(?:开展|组织)[^,]*活动[,、]?$/.test(current[0]?.text ?? '') && timesIn(current[0]?.text ?? '') === null;
  return isActivity && (ASKED.test(text) || (current.length > 1 && ASKED.test(said))) && isCounted(text);
}

const isCounted = (text: string) => new RegExp(`${NUMBER}${MEASURE}`).test(text);

/** Whether a clause says something to be done: an act, or with a time of its own a thing (每月开放“委员书房”). */
function says({ strength, text, times }: Clause): boolean {
  if (strength > 0) return true;
  const bare = times.reduce((left, time) => left.replace(time.text, ''), text).replace(/[,在于]/g, '');
  const isDated = times.some(({ cadence }) => cadence !== null);
  return (
    isDated &&
    bare.length >= 6 &&
    (!isTopic(bare) || text.endsWith('、')) &&
    (categoryOf(bare) !== 'other' || MOVES.test(bare))
  );
}

/** Verbs that make a duty of what has a time. */
export const MOVES = /重点看|组织|开展|召开|举办|开放|安排|邀请|推出|发布|更新|打造|建成|启用|汇报(?!会)/;

/** An act with an end of its own: what follows it is another. */
const DEFINITE = /(?:制定|制订|印发|修订|选派|聘请|聘任|成立|设立|召开|举办|编印|参观|出版|提交|开通)/;

/** 打造协商平台,每两个月开展一次协商活动: what has no time and no number of its own is made definite by what follows. */
function isMadeDefinite(current: readonly Clause[], act: string, isSameKind: boolean): boolean {
  const isLoose = current.every(
    ({ text, times }) => timesIn(text) === null && times.every(({ cadence }) => cadence === null),
  );
  if (!isLoose || (DEFINITE.test(act) && !PREPARING.test(act))) return false;
  return isSameKind || (categoryOf(act) === 'institution' && PREPARING.test(act));
}

function statementOf(group: readonly Clause[], inherited: TimeWords | null, year: number): Omit<Statement, 'asked'> {
  const strongest = group.reduce<Clause | undefined>(
    (best, clause) => (best === undefined || rank(clause) > rank(best) ? clause : best),
    undefined,
  );
  const times = group.flatMap((clause) => clause.times.map((time) => ({ ...time, at: time.at + clause.from })));
  const dated = times
    .filter(({ cadence }) => cadence !== null)
    .sort((a, b) => precision(b.cadence) - precision(a.cadence));
  // Vague words of its own (暑假期间) are asked about, not answered by the time of another part.
  const course = courseOf(group, year);
  const time = course ?? dated[0] ?? times[0] ?? inherited;
  const last = group.at(-1);
  // Where no clause names an act (3月:学雷锋), the longest says most.
  const act =
    (strongest?.strength === 0 ? group.reduce((a, b) => (b.text.length > a.text.length ? b : a)) : strongest)?.text ??
    '';
  return {
    from: group[0]?.from ?? 0,
    to: (last?.from ?? 0) + (last?.text.length ?? 0),
    text: group.map(({ text }) => text).join(''),
    // What is begun and done is called by what it is: 4月启动民主监督 is 民主监督.
    act: course === null ? act : act.replace(BEGUN, ''),
    strength: strongest?.strength ?? 0,
    time,
  };
}

/** A clause that only says what comes of it is not what the statement is about. */
const rank = ({ strength, text, times }: Clause) =>
  strength * 2 -
  (PREPARING.test(text) ? 2 : 0) -
  (ONLY_COUNT.test(text) || MILESTONE.test(text) ? 3 : 0) -
  (ASKED.test(text) ? 2 : 0) +
  (times.some(({ cadence }) => cadence !== null) ? 1 : 0) +
  (isConsequence(text) || asksForReport(text) ? 0 : 1) +
  (timesIn(text) === null ? 0 : 1);

/** Of several words on time in one statement the more precise counts: 第一季度…(1月); a recurrence before all others. */
export function precision(cadence: TimeWords['cadence']): number {
  if (cadence === null) return -1;
  if (cadence.kind !== 'within') return cadence.kind === 'each' ? 6 : 4;
  return { year: 0, 'half-year': 1, quarter: 2, month: 3, 'ten-days': 5 }[cadence.spans[0]?.unit ?? 'year'];
}
