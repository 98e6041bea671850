import type { Cadence } from '../../recurrence/cadence.js';
import { readChineseNumber } from '../../recurrence/cadence-words-numbers.js';
import type { ReadTarget } from './plan-reading.js';

const NUMBER = '(\\d{1,4}|[一二三四五六七八九十两百]{1,4})';
const TIMES = new RegExp(
  `(?<![第届\\d])${NUMBER}(?:[-至到]${NUMBER})?(次|场次|场|轮|期|回)(?!会议|全会|全体|[一-龥]{0,2}届|常委会|主席会)`,
  'g',
);
const PIECES = new RegExp(
  `(?<![第届\\d])${NUMBER}(?:[-至到]${NUMBER})?(?:多|余)?(件|份|条|篇|则|部|册|万字|家|户|本|名|人次|个(?=(?:课题|议题|项目|村|社区|企业|界别|单位|典型|案例|建议))|项(?=(?:课题|提案|建议|成果)))`,
  'g',
);
const PER_MEMBER =
  /每(?:一)?(?:个|位|名)?(?:政协|市|县|区)?(?:政协)?(?:委员|常委|人(?!次)|(?:机关|委室)?干部|信息员|班子成员|党员|副?主席)|人均|各位?委员|委员每人/;
const PER_UNIT = /每(?:一)?(?:个|家)?(?:承办|成员|责任)?(?:单位|部门|党派)/;
const PER_GROUP =
  /(?:每|各)(?:一)?(?:个)?(?:专委会|专门委员会|委室|联络组|联络小组|活动组|界别|小组|支部|工委|委员会|联组)/;
const AT_LEAST = /(?:至少|不少于|不低于|力争|确保|最少|人均|不得少于|以上|达到|完成)/;
/** What a number of pieces is asked for, not merely named. */
const GIVING =
  /(?:提交|撰写|报送|上报|反映|提出|征集|编发|刊发|发表|投稿|走访|慰问|联系|帮扶|服务|收集|采写|编写|推荐|完成|遴选|评选|督办|结对|阅读|共读|读|写)[^,。;、]{0,16}$/;

/** How many times a passage asks for at least; null when it does not say. 1-2次 is at least once. */
export function timesIn(text: string): number | null {
  const found = countIn(text);
  return found === null || found.count > MOST_TIMES ? null : found.count;
}

/** More than a plan's item can have: 全年编报信息80期 is a number of pieces. */
const MOST_TIMES = 12;

function countIn(text: string): { readonly count: number; readonly unit: string } | null {
  for (const match of text.matchAll(TIMES)) {
    const count = readChineseNumber(match[1] ?? '');
    if (count !== null && count >= 1) return { count, unit: match[3] ?? '次' };
  }
  return null;
}

/** The pieces a passage asks for: 每个委员至少提交两份, 不少于20篇, 人均1条. A report to be written is none. */
export function targetIn(text: string, cadence: Cadence | null): ReadTarget | null {
  for (const match of text.matchAll(PIECES)) {
    const at = match.index;
    const count = readChineseNumber(match[1] ?? '');
    const [before, after] = [text.slice(0, at), text.slice(at + match[0].length)];
    if (count === null || count < 1 || /^[^,。;、]{0,10}(?:调研|视察|考察|监督|调查)?(?:报告|建议案)/.test(after))
      continue;
    const isAsked =
      AT_LEAST.test(before.slice(-8)) ||
      /^以上/.test(after) ||
      GIVING.test(before) ||
      PER_MEMBER.test(before) ||
      // 社情民意信息2条: a thing and its number, nothing else.
      (/^\p{Script=Han}{2,10}$/u.test(before) && /^[,、。;]?$/.test(after));
    if (isAsked) return { count, per: perOf(before, cadence), unit: match[3] ?? '' };
  }
  const found = countIn(text);
  if (found === null) return null;
  if (PER_MEMBER.test(text)) return { ...found, per: 'member' };
  const isPieces = found.count > MOST_TIMES || (found.count > 1 && cadence === null);
  return isPieces ? { ...found, per: perOf(text, cadence) } : null;
}

function perOf(text: string, cadence: Cadence | null): ReadTarget['per'] {
  if (PER_MEMBER.test(text)) return 'member';
  if (PER_UNIT.test(text)) return 'unit';
  if (PER_GROUP.test(text)) return 'group';
  if (cadence?.kind === 'rule' && cadence.rrule.startsWith('FREQ=MONTHLY')) return 'month';
  return cadence?.kind === 'each' && cadence.unit !== 'ten-days' ? cadence.unit : 'year';
}
