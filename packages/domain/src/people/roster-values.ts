import type { Role } from './roster.js';

export const genders = ['male', 'female'] as const;
export type Gender = (typeof genders)[number];

/** A value as it will be kept, or why it cannot be. */
export type Cleaned<Value, Fault extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: Fault };

const kept = <Value>(value: Value) => ({ ok: true, value }) as const;
const faulty = <const Fault extends string>(code: Fault) => ({ ok: false, code }) as const;

/** What people write where there is nothing to write. */
const NOTHING = new Set(['', '-', '--', '—', '——', '/', '\\', '无', '暂无', '空', 'N/A', 'n/a']);

/** A cell as text: full-width digits and letters as plain ones, blanks at the ends gone; empty for 无, — and the like. */
export function cellText(text: string): string {
  const plain = text
    .normalize('NFKC')
    // Marks that cannot be seen and come along when text is copied.
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
    .trim();
  return NOTHING.has(plain) ? '' : plain;
}

const HAN_NAME = /^[\p{Script=Han}〇]+(·[\p{Script=Han}〇]+)*$/u;
const LATIN_NAME = /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’.\- ]*$/u;
/** Dots that input methods and old files put where the one between the parts of a name belongs (GB/T 15834: ·). */
const NAME_DOTS = /(?<=\p{Script=Han})\s*[•‧∙⋅・･.。﹒]\s*(?=\p{Script=Han})/gu;

export interface CleanName {
  readonly name: string;
  /** From a bracket after the name, as in 王芳(女,回族). */
  readonly gender: Gender | null;
  readonly rest: string;
}

/**
 * A name as it is kept: 张　三 is 张三, 阿依古丽•买买提 has its dot, 王芳（女，回族） is 王芳 with what the bracket says.
 * Refuses what is no name: digits, marks, a single character, more than 50.
 */
export function cleanName(text: string): Cleaned<CleanName, 'name-invalid' | 'name-too-short'> {
  const [, before = '', bracket = ''] = /^([^()]*?)\s*(?:\(([^()]*)\))?$/u.exec(cellText(text)) ?? [];
  const name = before
    .replace(NAME_DOTS, '·')
    .replace(/\s*·\s*/gu, '·')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const said = bracket.split(/[,、;\s]+/u).filter((part) => part !== '');
  const gender = said.map((part) => GENDER_WORDS[part] ?? null).find((one) => one !== null) ?? null;
  const rest = said.filter((part) => !(part in GENDER_WORDS));
  if (rest.some((part) => !part.endsWith('族'))) return faulty('name-invalid');
  if (!(HAN_NAME.test(name) || LATIN_NAME.test(name)) || name.length > 50) return faulty('name-invalid');
  if ([...name].length < 2) return faulty('name-too-short');
  return kept({ name, gender, rest: rest.join('、') });
}

/** Under which a name is looked for: blanks and case do not make another person. */
export const nameKey = (name: string): string => name.replace(/\s/gu, '').toLowerCase();

/** Under which a group, sector or unit is looked for: 第一 联络组 is 第一联络组. */
export const groupKey = (name: string): string => cellText(name).replace(/\s/gu, '').toLowerCase();

const GENDER_WORDS: Readonly<Record<string, Gender>> = {
  男: 'male',
  女: 'female',
  男性: 'male',
  女性: 'female',
  m: 'male',
  f: 'female',
  male: 'male',
  female: 'female',
};

export function cleanGender(text: string): Cleaned<Gender | null, 'gender-unknown'> {
  const plain = cellText(text).toLowerCase();
  if (plain === '') return kept(null);
  const gender = GENDER_WORDS[plain];
  return gender === undefined ? faulty('gender-unknown') : kept(gender);
}

const ROLE_WORDS: readonly (readonly [RegExp, Exclude<Role, 'administrator' | 'unit'>])[] = [
  [/^(政协)?委员$|^member$/u, 'member'],
  [/^(工作人员|干事|机关干部|办公室人员|秘书|staff)$/u, 'staff'],
  [/^(领导|班子成员|(副?主席|副?主任|工委(副?主任|书记))|leader)$/u, 'leader'],
];

/** The office a word stands for. An administrator is not made by a list. */
export function cleanRole(text: string): Cleaned<Exclude<Role, 'administrator' | 'unit'> | null, 'role-unknown'> {
  const plain = cellText(text).toLowerCase();
  if (plain === '') return kept(null);
  const found = ROLE_WORDS.find(([words]) => words.test(plain));
  return found === undefined ? faulty('role-unknown') : kept(found[1]);
}
