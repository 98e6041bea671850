import { cleanEmail } from './email.js';
import type { Role } from './roster.js';
import type { RosterField } from './roster-columns.js';
import { cleanPhones } from './roster-phones.js';
import { cellText, cleanGender, cleanName, cleanRole, type Gender } from './roster-values.js';

/** One line of a roster, cleaned: what it says of a person or, of kind `units`, of a unit and whoever speaks for it. */
export interface RosterPerson {
  /** Null only for a unit for which nobody is named. */
  readonly name: string | null;
  readonly gender: Gender | null;
  readonly phone: string | null;
  readonly otherPhone: string | null;
  readonly email: string | null;
  readonly sector: string | null;
  readonly group: string | null;
  /** Whether the group is a special committee (专委会) or a liaison group. */
  readonly groupKind: 'liaison' | 'special-committee';
  /** 单位及职务. */
  readonly employer: string | null;
  /** The office in the committee itself, as 常委. */
  readonly title: string | null;
  readonly role: Exclude<Role, 'administrator'> | null;
  readonly unit: string | null;
  readonly note: string | null;
}

/** What can be wrong with a line. Each has a sentence that says what is wrong and what to do. */
export const rosterFaultCodes = [
  'columns-twice',
  'name-missing',
  'name-invalid',
  'name-too-short',
  'unit-missing',
  'gender-unknown',
  'role-unknown',
  'phone-invalid',
  'phone-rounded',
  'email-invalid',
  'formula',
  'too-long',
  'line-differs',
  'same-name',
  'phone-of-another',
  'ambiguous',
  'matched-twice',
] as const;
export type RosterFaultCode = (typeof rosterFaultCodes)[number];

/** Somebody a line might mean: a person on record, or an earlier line. */
export interface RosterCandidate {
  readonly accountId: string | null;
  /** The earlier line, where the other is not on record yet. */
  readonly sheet: string | null;
  readonly row: number | null;
  readonly name: string;
  /** All their numbers: by the second of them two lines may differ. */
  readonly phone: string | null;
  readonly employer: string | null;
}

export interface RosterFault {
  readonly code: RosterFaultCode;
  /** Null where the fault is the line's as a whole. */
  readonly field: RosterField | null;
  /** The heading under which the faulty cell stands. */
  readonly heading: string | null;
  readonly value: string | null;
  readonly candidates: readonly RosterCandidate[];
}

/** Longest text of each field; longer than any that means it. */
export const LONGEST: Readonly<Partial<Record<RosterField, number>>> = {
  sector: 60,
  group: 60,
  committeeGroup: 60,
  employer: 200,
  post: 200,
  title: 60,
  unit: 100,
  note: 500,
};

/** The raw cells of one field, as many as there are columns for it, with their headings. */
export type RosterCells = ReadonlyMap<RosterField, readonly { readonly heading: string; readonly text: string }[]>;

/** A line's cells as a person, or everything that is wrong with them. */
export function readPerson(
  cells: RosterCells,
  kind: 'people' | 'units',
): { readonly person: RosterPerson; readonly faults: readonly RosterFault[] } {
  const faults: RosterFault[] = [];
  const blame = (code: RosterFaultCode, field: RosterField) => {
    const [first] = cells.get(field) ?? [];
    const value = first?.text.trim().slice(0, 200) ?? null;
    faults.push({ code, field, heading: first?.heading ?? null, value, candidates: [] });
  };
  const textOf = (field: RosterField): string | null => {
    const parts = [...new Set((cells.get(field) ?? []).map(({ text }) => cellText(text)))].filter(
      (part) => part !== '',
    );
    const text = parts.join(' ').replace(/\s+/gu, ' ');
    if (text.startsWith('=')) blame('formula', field);
    else if (text.length > (LONGEST[field] ?? 500)) blame('too-long', field);
    return text === '' ? null : text;
  };
  const cleaned = <Value>(
    field: RosterField,
    result: { ok: true; value: Value } | { ok: false; code: RosterFaultCode },
  ): Value | null => {
    if (result.ok) return result.value;
    blame(result.code, field);
    return null;
  };
  const raw = (field: RosterField) => (cells.get(field) ?? []).map(({ text }) => text);
  const rawName = textOf('name');
  const name = rawName === null ? null : cleaned('name', cleanName(rawName));
  if (rawName === null && kind === 'people') blame('name-missing', 'name');
  const unit = textOf('unit');
  if (unit === null && kind === 'units') blame('unit-missing', 'unit');
  const phones = cleaned('phone', cleanPhones([...raw('phone'), ...raw('otherPhone')]));
  const [groupField, groupKind] =
    textOf('group') === null ? (['committeeGroup', 'special-committee'] as const) : (['group', 'liaison'] as const);
  const group = textOf(groupField);
  const note = [textOf('note'), name?.rest]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' ');
  const person: RosterPerson = {
    name: name?.name ?? null,
    gender: cleaned('gender', cleanGender(raw('gender').join(''))) ?? name?.gender ?? null,
    phone: phones?.phone ?? null,
    otherPhone: phones?.otherPhone ?? null,
    email: cleaned('email', cleanEmail(raw('email').join(' '))),
    sector: textOf('sector'),
    group,
    groupKind: group !== null && /(专委会|委员会|专委)$/u.test(group) ? 'special-committee' : groupKind,
    employer: [textOf('employer'), textOf('post')].filter((part) => part !== null).join(' ') || null,
    title: textOf('title'),
    role: kind === 'units' ? 'unit' : cleaned('role', cleanRole(raw('role').join(''))),
    unit,
    note: note === '' ? null : note,
  };
  return { person, faults: [...new Map(faults.map((fault) => [`${fault.code} ${fault.field}`, fault])).values()] };
}
