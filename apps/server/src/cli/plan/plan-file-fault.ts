import { type PlanFile, planFile } from '@xushi/contract';
import type { PlanItemFault } from '@xushi/domain';
import type { Bilingual } from '../wrong-usage.js';

/** One thing wrong in a plan file: where, what stands there, and what to write instead. */
export interface PlanFileFault extends Bilingual {
  /** Counted from 1; null: not about an item. */
  readonly item: number | null;
  /** The item's title, where it has one. */
  readonly title: string | null;
  /** `year`, `roster.members`; within an item `cadence.spans[0].number`. */
  readonly field: string;
  readonly code: string;
}

type Path = readonly (string | number)[];
type Issue = Exclude<ReturnType<typeof planFile.safeParse>['error'], undefined>['issues'][number];

/** What keeps a file from being read as a plan, place by place; empty when nothing does. */
export function shapeFaults(json: unknown): PlanFileFault[] {
  const parsed = planFile.safeParse(json);
  if (!parsed.success) return parsed.error.issues.map((issue) => faultOfIssue(issue, [], json));
  return unknownNames(json, parsed.data, []).map((path) =>
    faultAt(path, json, 'name-unknown', {
      english: 'there is no such name; check its spelling, or leave it out',
      chinese: '没有这个名称，请检查拼写或删去',
    }),
  );
}

/** What keeps an item of a file from standing in its year, in the words for whoever wrote the file. */
export function itemFault(json: unknown, index: number, fault: PlanItemFault): PlanFileFault {
  return faultAt(['items', index, fault.field], json, fault.code, REMEDIES[fault.code]);
}

/** A name in an item that nobody in the roster bears. */
export function nameFault(file: PlanFile, index: number, field: string, what: Bilingual): PlanFileFault {
  return faultAt(['items', index, field], file, 'name-not-in-roster', {
    english: `the roster has no such ${what.english}; add it to the roster, or write null`,
    chinese: `名册中没有该${what.chinese}；请补入名册，或写 null`,
  });
}

/** Everything that can be wrong with an item in its year; a code without words does not compile. */
const REMEDIES: Readonly<Record<PlanItemFault['code'], Bilingual>> = {
  'title-missing': { english: 'the title is empty; say what is to be done', chinese: '标题为空，请写明事项' },
  'window-reversed': {
    english: 'the end lies before the beginning; exchange them',
    chinese: '结束早于开始，请对调',
  },
  'window-outside-year': {
    english: "the days lie outside the plan's year; change them, or the year of the file",
    chinese: '日期不在计划年度内，请修改日期或文件的 year',
  },
  'spans-missing': { english: 'no span is named; name at least one', chinese: '没有写明时段，请至少写一个' },
  'span-out-of-range': {
    english: 'there is no such month, quarter or half-year; months run from 1 to 12',
    chinese: '没有这样的月、季度或半年；月份为 1 至 12',
  },
  'span-twice': { english: 'the same span stands there twice; leave one out', chinese: '同一时段重复，请删去一个' },
  'anchor-unknown': {
    english: 'there is no such anchor; write event:plenary-opens, festival:double-ninth or lunar:09-09',
    chinese: '没有这个基准日；请写 event:plenary-opens、festival:double-ninth 或 lunar:09-09 之类',
  },
  'offset-out-of-range': {
    english: 'that is too far from the anchor; stay within a year of it',
    chinese: '离基准日太远，请在一年之内',
  },
  'rule-unreadable': {
    english: 'the rule cannot be read; write it as FREQ=MONTHLY;BYMONTHDAY=25',
    chinese: '规则无法识别，请按 FREQ=MONTHLY;BYMONTHDAY=25 的形式书写',
  },
  'rule-too-fine': {
    english: 'a plan knows days, not hours; take the time of day out',
    chinese: '计划只精确到日，请去掉时分秒',
  },
  'rule-contradictory': {
    english: 'parts of the rule cannot stand together; take one of them out',
    chinese: '规则中有不能同时使用的部分，请去掉一项',
  },
  'rule-incomplete': {
    english: 'the rule does not say on which day; add BYMONTHDAY or BYDAY, for a day of the year BYMONTH too',
    chinese: '规则没有写明哪一天，请补 BYMONTHDAY 或 BYDAY，按年的还要补 BYMONTH',
  },
  'rule-unsupported': {
    english: 'calendars read this kind of rule differently; write it more simply, or as two items',
    chinese: '各种日历对这类规则理解不一，请写得简单些或拆成两项',
  },
  'rule-beyond-year': {
    english: 'a plan covers one year; take out the interval that reaches into the next',
    chinese: '计划只管一年，请去掉跨年度的间隔',
  },
  'rule-without-dates': {
    english: "the rule has no day in the plan's year; change it",
    chinese: '该规则在计划年度内没有日期，请修改',
  },
  'times-out-of-range': { english: 'write a whole number from 1 to 12', chinese: '请写 1 至 12 的整数' },
  'target-out-of-range': { english: 'write a whole number from 1 to 99', chinese: '请写 1 至 99 的整数' },
  'participants-missing': {
    english: 'a solicitation asks somebody; write "members" or "units"',
    chinese: '征集须有对象，请写 "members" 或 "units"',
  },
};

function faultOfIssue(issue: Issue, above: Path, json: unknown): PlanFileFault {
  const path = [...above, ...(issue.path as Path)];
  // Of several shapes a value may have, the one it came nearest to says best what is wrong.
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const [nearest] = [...issue.errors].sort((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0));
    const [first] = nearest ?? [];
    if (first !== undefined) return faultOfIssue(first as Issue, path, json);
  }
  return faultAt(path, json, codeOf(issue, valueAt(json, path)), remedyOf(issue));
}

function codeOf(issue: Issue, found: unknown): string {
  if (found === undefined) return 'missing';
  return issue.code === 'too_big' || issue.code === 'too_small' ? 'out-of-range' : 'unreadable';
}

function remedyOf(issue: Issue): Bilingual {
  switch (issue.code) {
    case 'invalid_type': {
      const { english, chinese } = KINDS[issue.expected] ?? { english: issue.expected, chinese: issue.expected };
      return { english: `write ${english}`, chinese: `请写${chinese}` };
    }
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return oneOf((issue as { options?: readonly unknown[] }).options ?? []);
    case 'too_big':
      return { english: `at most ${issue.maximum} are possible`, chinese: `最多 ${issue.maximum}` };
    case 'too_small':
      return { english: `at least ${issue.minimum} are needed`, chinese: `至少 ${issue.minimum}` };
    case 'invalid_format':
      return FORMATS[issue.format] ?? SHORT_NAME;
    default:
      return REMEDIES['anchor-unknown'];
  }
}

const KINDS: Readonly<Record<string, Bilingual>> = {
  string: { english: 'a text in quotes', chinese: '带引号的文字' },
  number: { english: 'a number without quotes', chinese: '不带引号的数字' },
  int: { english: 'a whole number without quotes', chinese: '不带引号的整数' },
  boolean: { english: 'true or false', chinese: ' true 或 false' },
  array: { english: 'a list in [ ]', chinese: '方括号 [ ] 中的列表' },
  object: {
    english: 'an object in { }, or null where nothing is meant',
    chinese: '花括号 { } 中的对象，没有则写 null',
  },
};
const FORMATS: Readonly<Record<string, Bilingual>> = {
  date: { english: 'write a date such as "2026-03-27"', chinese: '请写日期，如 "2026-03-27"' },
  datetime: {
    english: 'write a moment such as "2026-01-05T09:00:00+08:00"',
    chinese: '请写时刻，如 "2026-01-05T09:00:00+08:00"',
  },
};
const SHORT_NAME: Bilingual = {
  english: 'write small letters, digits and hyphens only, such as "plenary-opens"',
  chinese: '只能用小写字母、数字和连字符，如 "plenary-opens"',
};

function oneOf(values: readonly unknown[]): Bilingual {
  const listed = values.map((value) => JSON.stringify(value)).join(', ');
  return { english: `write one of ${listed}`, chinese: `请写以下之一：${listed}` };
}

/** Names in the file that reading it left out: most likely misspelt, and nothing is to be lost in silence. */
function unknownNames(given: unknown, read: unknown, path: Path): Path[] {
  if (Array.isArray(given) && Array.isArray(read)) {
    return given.flatMap((one, index) => unknownNames(one, read[index], [...path, index]));
  }
  if (!isRecord(given) || !isRecord(read)) return [];
  return Object.entries(given).flatMap(([name, value]) =>
    // An item may carry an id of its own; its place in the file is what the answer calls it by.
    name in read || (name === 'id' && path[0] === 'items' && path.length === 2)
      ? unknownNames(value, read[name], [...path, name])
      : [[...path, name]],
  );
}

function faultAt(path: Path, json: unknown, code: string, remedy: Bilingual): PlanFileFault {
  const index = path[0] === 'items' && typeof path[1] === 'number' ? path[1] : null;
  const field = fieldOf(index === null ? path : path.slice(2));
  const title = index === null ? null : titleOf(valueAt(json, ['items', index]));
  const found = shown(valueAt(json, path));
  const place = index === null ? { english: field, chinese: field } : placeOf(index + 1, title, field);
  return {
    item: index === null ? null : index + 1,
    title,
    field,
    code,
    english: `${place.english}: ${found} – ${remedy.english}.`,
    chinese: `${place.chinese}：${found}，${remedy.chinese}。`,
  };
}

function placeOf(item: number, title: string | null, field: string): Bilingual {
  const named = title === null ? '' : ` "${title}"`;
  return { english: `item ${item}${named}, ${field}`, chinese: `第 ${item} 项${named} ${field}` };
}

function fieldOf(path: Path): string {
  return path.map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`)).join('');
}

function titleOf(item: unknown): string | null {
  return isRecord(item) && typeof item.title === 'string' && item.title.trim() !== '' ? item.title.slice(0, 40) : null;
}

function valueAt(json: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => (isIndexable(value) ? value[part] : undefined), json);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '(missing 缺)';
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}

function isIndexable(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isIndexable(value) && !Array.isArray(value);
}
