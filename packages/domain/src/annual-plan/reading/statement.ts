import { actIn, asksForReport, categoryOf, isConsequence, isTopic } from './acts.js';
import { targetIn, timesIn } from './amounts.js';
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

/** A new duty within a clause: 提交1件提案、反映1条社情民意信息、参加2次活动. */
const NEXT_DUTY =
  /(?<=[\p{Script=Han}次件条篇份])[、和及并](?=(?:至少|不少于)?(?:提交|撰写|反映|报送|上报|参加|开展|组织|召开|举办|走访|联系|完成|听取|编发|征集)[^,、]{0,14}?(?:[一二两三四五六七八九十\d]{1,3})(?:次|件|条|篇|份|个|场|户|家))|[、和](?=(?:反映社情民意|报送社情民意|反映民意))/u;

/** What ought to be so, said of everybody: 应该发挥“缓冲器”作用. */
const NORMATIVE = /应该?(?:当)?发挥.{0,12}作用|显得|是.{0,12}(?:社会|过程|任务|要求|前提|基础|途径|职能)$/;

/** The clauses of a sentence, cut at commas outside brackets and quotations. */
function clausesOf(sentence: string, offset: number, context: TimeContext): Clause[] {
  const clauses: Clause[] = [];
  let depth = 0;
  let from = 0;
  const close = (to: number) => {
    const text = sentence.slice(from, to);
    if (text.trim() !== '') {
      let at = from;
      for (const piece of splitDuties(text)) {
        clauses.push({ from: offset + at, text: piece, strength: actIn(piece), times: timeWordsIn(piece, context) });
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

/** What a sentence says is to be done: mostly one thing, several where each has its own time, number or kind. */
export function statementsIn(sentence: string, offset: number, context: TimeContext): Statement[] {
  if (NORMATIVE.test(sentence)) return [];
  const clauses = clausesOf(sentence, offset, context);
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
  let inherited: TimeWords | null = null;
  const asked =
    /每(?:一)?(?:个|位|名)?(?:政协|[市县区]政协)?(?:委员|常委|人)|人均|各位?委员|每(?:个|家)?(?:单位|部门|专委会|联络组|界别|小组)/.exec(
      sentence,
    )?.[0] ?? '';
  return groups.map((group) => {
    const statement = { ...statementOf(group, inherited), asked };
    if (statement.time?.cadence != null) inherited = statement.time;
    return statement;
  });
}

function beginsAnother(current: readonly Clause[], rest: readonly Clause[]): boolean {
  const [clause] = rest;
  if (clause === undefined || !current.some(({ strength }) => strength === 2)) return false;
  const isOnlyReport = asksForReport(clause.text) && !/(?:组织|开展|召开|举办|进行)/.test(clause.text);
  if (isOnlyReport) return false;
  const hasTime = clause.times.some(({ cadence }) => cadence !== null);
  const acts = hasTime && clause.strength < 2 ? rest.slice(1).find(({ strength }) => strength === 2) : clause;
  if (acts === undefined || acts.strength < 2) return false;
  if (hasTime) return true;
  if (isConsequence(clause.text)) return false;
  const said = current.map(({ text }) => text).join('');
  const hasCount = timesIn(clause.text) !== null || targetIn(clause.text, null) !== null;
  return hasCount || categoryOf(clause.text) !== categoryOf(said);
}

function statementOf(group: readonly Clause[], inherited: TimeWords | null): Omit<Statement, 'asked'> {
  const strongest = group.reduce<Clause | undefined>(
    (best, clause) => (best === undefined || rank(clause) > rank(best) ? clause : best),
    undefined,
  );
  const times = group.flatMap((clause) => clause.times.map((time) => ({ ...time, at: time.at + clause.from })));
  const dated = times
    .filter(({ cadence }) => cadence !== null)
    .sort((a, b) => precision(b.cadence) - precision(a.cadence));
  const time = dated[0] ?? inherited ?? times[0] ?? null;
  const last = group.at(-1);
  return {
    from: group[0]?.from ?? 0,
    to: (last?.from ?? 0) + (last?.text.length ?? 0),
    text: group.map(({ text }) => text).join(''),
    act: strongest?.text ?? '',
    strength: strongest?.strength ?? 0,
    time,
  };
}

/** A clause that only says what comes of it is not what the statement is about. */
const rank = ({ strength, text }: Clause) =>
  strength * 2 + (isConsequence(text) || asksForReport(text) ? 0 : 1) + (timesIn(text) === null ? 0 : 1);

/** Of several words on time in one statement the more precise counts: 第一季度…(1月); a recurrence before all others. */
function precision(cadence: TimeWords['cadence']): number {
  if (cadence === null) return -1;
  if (cadence.kind !== 'within') return cadence.kind === 'each' ? 6 : 4;
  return { year: 0, 'half-year': 1, quarter: 2, month: 4, 'ten-days': 5 }[cadence.spans[0]?.unit ?? 'year'];
}
