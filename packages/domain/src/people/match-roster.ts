import type { LeftOutReason, ReadRow, RosterPlace } from './read-roster.js';
import { isInOffice, type Role } from './roster.js';
import type { RosterField } from './roster-columns.js';
import type { RosterCandidate, RosterFault, RosterPerson } from './roster-person.js';
import { phoneKeys, shownPhones } from './roster-phones.js';
import { type Gender, groupKey, nameKey } from './roster-values.js';

/** A person as the committee has them on record, with every office they hold or held there. */
export interface KnownPerson {
  readonly accountId: string;
  readonly name: string;
  readonly gender: Gender | null;
  readonly phone: string | null;
  readonly otherPhone: string | null;
  readonly email: string | null;
  readonly offices: readonly KnownOffice[];
}

export interface KnownOffice {
  readonly membershipId: string;
  readonly role: Role;
  readonly title: string | null;
  readonly sector: string | null;
  readonly group: string | null;
  readonly employer: string | null;
  readonly unit: string | null;
  readonly note: string | null;
  readonly from: string;
  readonly to: string | null;
}

/** A clerk's answer about one line: it means this person, or (null) somebody not on record. */
export interface RosterAnswer extends RosterPlace {
  readonly accountId: string | null;
}

export const changeableFields = [
  'name',
  'gender',
  'phone',
  'otherPhone',
  'email',
  'sector',
  'group',
  'employer',
  'title',
  'unit',
  'note',
] as const;
export type ChangeableField = (typeof changeableFields)[number];
export interface RosterChange {
  readonly field: ChangeableField;
  readonly from: string | null;
  readonly to: string;
}

/** What becomes of a row; each has exactly one. */
export type RosterFate = RosterPlace &
  (
    | { readonly fate: 'left-out'; readonly why: LeftOutReason; readonly text: string }
    | {
        readonly fate: 'faulty';
        readonly person: RosterPerson;
        readonly faults: readonly RosterFault[];
        readonly raw: Readonly<Partial<Record<RosterField, string>>>;
      }
    | {
        readonly fate: 'add' | 'update' | 'unchanged';
        readonly person: RosterPerson;
        readonly role: Role;
        /** Null for somebody new. Known and still to add: a person who gets this office besides, or again. */
        readonly accountId: string | null;
        /** The office to change; null where one is added, or a unit stands without anybody. */
        readonly membershipId: string | null;
        readonly changes: readonly RosterChange[];
      }
  );

export interface MatchContext {
  readonly known: readonly KnownPerson[];
  /** The office of lines that name none. */
  readonly role: Exclude<Role, 'administrator'>;
  /** Offices count that are held on this day or later. */
  readonly on: string;
  readonly answers: readonly RosterAnswer[];
  /** Handling units on record. */
  readonly units: readonly { readonly name: string; readonly phone: string | null }[];
}

/** Decides what becomes of every row: nothing is written by it. Rows come out as they went in, one for one. */
export function matchRoster(rows: readonly ReadRow[], context: MatchContext): RosterFate[] {
  const known = indexOf(context.known);
  const answers = new Map(context.answers.map((one) => [placeKey(one), one]));
  const earlier = new Map<string, { place: RosterPlace; person: RosterPerson }[]>();
  const taken = new Map<string, RosterPlace>();
  return rows.map((row): RosterFate => {
    const place = { sheet: row.sheet, row: row.row };
    if (row.kind === 'left-out') return { ...place, fate: 'left-out', why: row.why, text: row.text };
    const { person, faults, raw } = row;
    if (faults.length > 0) return { ...place, fate: 'faulty', person, raw, faults };
    const answer = answers.get(placeKey(place));
    const twin = twinOf(person, earlier, answer);
    if (twin === 'repeated')
      return { ...place, fate: 'left-out', why: 'repeated', text: person.name ?? person.unit ?? '' };
    if (twin !== null) return { ...place, fate: 'faulty', person, raw, faults: [twin] };
    remember(earlier, place, person);
    if (person.name === null) return unitAlone(place, person, context);
    const match = matchOf(person, known, answer);
    if ('code' in match) return { ...place, fate: 'faulty', person, raw, faults: [match] };
    const role = person.role ?? context.role;
    const key = `${match.one?.accountId ?? ''} ${role} ${groupKey(person.unit ?? '')}`;
    const first = match.one === null ? undefined : taken.get(key);
    if (first !== undefined) {
      const fault = faultOf('matched-twice', null, [candidateOf(match.one), { ...nobody, ...first }]);
      return { ...place, fate: 'faulty', person, raw, faults: [fault] };
    }
    if (match.one !== null) taken.set(key, place);
    return { ...place, ...judged(person, match.one, role, context) };
  });
}

const placeKey = ({ sheet, row }: RosterPlace) => `${row} ${sheet}`;

interface Index {
  readonly byName: ReadonlyMap<string, readonly KnownPerson[]>;
  readonly byPhone: ReadonlyMap<string, readonly KnownPerson[]>;
  readonly byId: ReadonlyMap<string, KnownPerson>;
}

function indexOf(known: readonly KnownPerson[]): Index {
  const byPhone = new Map<string, KnownPerson[]>();
  for (const person of known) {
    for (const key of phoneKeys(person)) {
      const sharing = byPhone.get(key);
      if (sharing === undefined) byPhone.set(key, [person]);
      else sharing.push(person);
    }
  }
  return {
    byName: Map.groupBy(known, ({ name }) => nameKey(name)),
    byPhone,
    byId: new Map(known.map((one) => [one.accountId, one])),
  };
}

const nobody: RosterCandidate = { accountId: null, sheet: null, row: null, name: '', phone: null, employer: null };

function candidateOf(one: KnownPerson | null): RosterCandidate {
  if (one === null) return nobody;
  const employer = one.offices.findLast((office) => office.employer !== null)?.employer ?? null;
  return { ...nobody, accountId: one.accountId, name: one.name, phone: shownPhones(one), employer };
}

function faultOf(
  code: RosterFault['code'],
  field: RosterFault['field'],
  candidates: readonly RosterCandidate[],
): RosterFault {
  return { code, field, heading: null, value: null, candidates };
}

/** An earlier line about the same person: left out where both say the same, else asked about. */
function twinOf(
  person: RosterPerson,
  earlier: ReadonlyMap<string, readonly { place: RosterPlace; person: RosterPerson }[]>,
  answer: RosterAnswer | undefined,
): RosterFault | 'repeated' | null {
  const keys = twinKeys(person);
  const others = [...new Set(keys.flatMap((key) => earlier.get(key) ?? []))];
  if (others.length === 0) return null;
  if (others.some((one) => JSON.stringify(one.person) === JSON.stringify(person))) return 'repeated';
  if (answer !== undefined) return null;
  const candidates = others.map(({ place, person: said }) => ({
    ...nobody,
    ...place,
    name: said.name ?? '',
    phone: shownPhones(said),
    employer: said.employer,
  }));
  const isSame = (one: RosterPerson) => one.name === person.name && samePhone(one, person);
  if (person.unit !== null || others.some((one) => isSame(one.person)))
    return faultOf('line-differs', null, candidates);
  return others.some((one) => one.person.name === person.name)
    ? faultOf('same-name', 'name', candidates)
    : faultOf('phone-of-another', 'phone', candidates);
}

/** One person may speak for several units, and one desk's number serve several people: there only both together count. */
function twinKeys(person: RosterPerson): string[] {
  const name = nameKey(person.name ?? '');
  if (person.unit !== null) return [`unit ${groupKey(person.unit)} ${name}`];
  return [`name ${name}`, ...phoneKeys(person).map((key) => `phone ${key}`)];
}

function remember(
  earlier: Map<string, { place: RosterPlace; person: RosterPerson }[]>,
  place: RosterPlace,
  person: RosterPerson,
): void {
  const entry = { place, person };
  for (const key of twinKeys(person)) {
    const known = earlier.get(key);
    if (known === undefined) earlier.set(key, [entry]);
    else known.push(entry);
  }
}

type Numbers = Pick<RosterPerson, 'phone' | 'otherPhone'>;
function samePhone(one: Numbers, other: Numbers): boolean {
  const keys = new Set(phoneKeys(one));
  const others = phoneKeys(other);
  return (keys.size === 0 && others.length === 0) || others.some((key) => keys.has(key));
}

const sameText = (one: string | null, other: string | null) =>
  one !== null && other !== null && groupKey(one) === groupKey(other);

/**
 * Who of those on record a line means. The same name with a number in common is the same person; without one, the same
 * name with the same sector or unit. A number that another name has, or a name that fits several or nobody for sure, is
 * asked about: a guess would write one person's number over another's.
 */
function matchOf(
  person: RosterPerson,
  known: Index,
  answer: RosterAnswer | undefined,
): { one: KnownPerson | null } | RosterFault {
  if (answer !== undefined) {
    const meant = answer.accountId === null ? null : known.byId.get(answer.accountId);
    return meant === undefined ? faultOf('ambiguous', 'name', []) : { one: meant };
  }
  const namesakes = known.byName.get(nameKey(person.name ?? '')) ?? [];
  const byNumber = [...new Set(phoneKeys(person).flatMap((key) => known.byPhone.get(key) ?? []))];
  const both = namesakes.filter((one) => byNumber.includes(one));
  const settled = pick(both, person);
  if (settled !== null) return settled;
  if (byNumber.length > 0) return faultOf('phone-of-another', 'phone', byNumber.map(candidateOf));
  if (namesakes.length === 0) return { one: null };
  const alike = namesakes.filter((one) =>
    one.offices.some(
      (office) =>
        sameText(office.sector, person.sector) ||
        sameText(office.employer, person.employer) ||
        sameText(office.unit, person.unit),
    ),
  );
  const near = pick(alike, person);
  if (near !== null) return near;
  // Nothing on either side could tell two people apart, and there is one of them.
  const [only, ...others] = namesakes;
  const saysNothing =
    person.sector === null && person.employer === null && person.unit === null && person.phone === null;
  if (only !== undefined && others.length === 0 && (saysNothing || isBare(only))) return { one: only };
  return faultOf('same-name', 'name', namesakes.map(candidateOf));
}

const isBare = (one: KnownPerson) =>
  one.phone === null &&
  one.offices.every(({ sector, employer, unit }) => sector === null && employer === null && unit === null);

/** The one of several, by sector and unit where need be; null where there is none to choose from. */
function pick(found: readonly KnownPerson[], person: RosterPerson): { one: KnownPerson } | RosterFault | null {
  const [one, ...others] = found;
  if (one === undefined) return null;
  if (others.length === 0) return { one };
  const [closest, ...more] = found.filter(({ offices }) =>
    offices.some((office) => sameText(office.sector, person.sector) && sameText(office.employer, person.employer)),
  );
  return closest !== undefined && more.length === 0
    ? { one: closest }
    : faultOf('ambiguous', 'name', found.map(candidateOf));
}

type Judged = Omit<Extract<RosterFate, { fate: 'add' | 'update' | 'unchanged' }>, keyof RosterPlace>;

function judged(person: RosterPerson, one: KnownPerson | null, role: Role, { on }: MatchContext): Judged {
  if (one === null) return { fate: 'add', person, role, accountId: null, membershipId: null, changes: [] };
  const held = one.offices.filter(
    (office) =>
      office.role === role &&
      (isInOffice(office, on) || office.from > on) &&
      (role !== 'unit' || office.unit === null || sameText(office.unit, person.unit)),
  );
  const office = held.at(-1) ?? null;
  const changes = changesOf(person, one, office);
  const fate = office === null ? 'add' : changes.length > 0 ? 'update' : 'unchanged';
  return { fate, person, role, accountId: one.accountId, membershipId: office?.membershipId ?? null, changes };
}

/** Field by field what a line changes. An empty cell says nothing and changes nothing. */
function changesOf(person: RosterPerson, one: KnownPerson, office: KnownOffice | null): RosterChange[] {
  const changes: RosterChange[] = [];
  const compare = (field: ChangeableField, from: string | null, to: string | null) => {
    if (to !== null && !(from !== null && (from === to || groupKey(from) === groupKey(to))))
      changes.push({ field, from, to });
  };
  if (person.name !== one.name) compare('name', one.name, person.name);
  compare('gender', one.gender, person.gender);
  const hasNewNumber = phoneKeys(person).some((key) => !phoneKeys(one).includes(key));
  if (hasNewNumber) {
    compare('phone', one.phone, person.phone);
    compare('otherPhone', one.otherPhone, person.otherPhone);
  }
  compare('email', one.email, person.email);
  if (office === null) return changes;
  for (const field of ['sector', 'group', 'employer', 'title', 'unit', 'note'] as const)
    compare(field, office[field], person[field]);
  return changes;
}

/** A unit for which nobody is named: new, or on record already. */
function unitAlone(place: RosterPlace, person: RosterPerson, { units }: MatchContext): RosterFate {
  const known = units.find(({ name }) => sameText(name, person.unit));
  const isOther = known !== undefined && person.phone !== null && person.phone !== known.phone;
  const changes = isOther ? [{ field: 'phone' as const, from: known.phone, to: person.phone ?? '' }] : [];
  const fate = known === undefined ? 'add' : isOther ? 'update' : 'unchanged';
  return { ...place, fate, person, role: 'unit', accountId: null, membershipId: null, changes };
}
