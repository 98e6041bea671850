import { groupKey, lastDayBefore, type RosterFate, reaches } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import type { JudgedLeaver, JudgedList } from './judge-list.js';
import { loadNames } from './roster.query.js';
import { isElsewhere } from './roster-after.js';
import {
  type Batch,
  endOffices,
  findInTree,
  insertAccounts,
  insertGroups,
  insertOffices,
  insertUnits,
  noteChanges,
  type OfficeRow,
  type RosterChangeLine,
  renewOffices,
  updateAccounts,
  updateOffices,
  updateUnit,
} from './write-roster.query.js';

type Matched = Extract<RosterFate, { fate: 'add' | 'update' | 'unchanged' }>;

/** Groups, sectors and units by name, those that the list brings among them. */
interface Named {
  sector(name: string | null): string | null;
  group(name: string | null): string | null;
  unit(name: string | null): { id: string; name: string } | null;
}

/** What writing a list came to: the accounts of those who got an office, and the offices that begin by it. */
export interface AppliedFates {
  readonly addedAccountIds: readonly string[];
  /** New ones, and those that now belong to another group, sector or handling unit. */
  readonly begunOfficeIds: readonly string[];
}

/** Writes what a list adds and changes, each kind in one statement, however many lines there are. */
export async function applyFates(
  tx: Tx,
  batch: Batch,
  list: JudgedList,
  { fromOn, isTerm }: { fromOn: string; isTerm: boolean },
): Promise<AppliedFates> {
  const named = await ensureNames(tx, batch, list);
  const matched = list.fates.filter((one): one is Matched => 'changes' in one);
  const people = matched.filter(({ person }) => person.name !== null);
  await writeUnitNumbers(tx, batch, matched, named);
  const added = await addPeople(tx, batch.committeeId, list, { people, named, fromOn });
  const changed = people.filter(({ accountId, changes }) => accountId !== null && changes.length > 0);
  await updateAccounts(
    tx,
    changed.map(({ accountId, changes }) => {
      const to = (field: string) => changes.find((one) => one.field === field)?.to ?? null;
      const gender = to('gender') as 'male' | 'female' | null;
      const numbers = { phone: to('phone'), otherPhone: to('otherPhone') };
      return { id: accountId ?? '', name: to('name'), gender, ...numbers, email: to('email') };
    }),
  );
  const held = people.filter(({ membershipId }) => membershipId !== null);
  const renewed = isTerm
    ? held.filter((one) => isRenewed(list, one, fromOn)).map((one) => ({ one, officeId: newId() }))
    : [];
  const kept = held.filter((one) => !renewed.some((other) => other.one === one) && one.fate === 'update');
  await updateOffices(
    tx,
    batch.committeeId,
    kept.map((one) => changedOffice(one, named)),
  );
  await renewOffices(
    tx,
    batch.committeeId,
    fromOn,
    renewed.map(({ one, officeId }) => ({ ...changedOffice(one, named), newId: officeId })),
  );
  if (renewed.length > 0) {
    const ids = renewed.map(({ one }) => one.membershipId ?? '');
    await endOffices(tx, batch.committeeId, ids, { lastOn: lastDayBefore(fromOn), reason: 'new-term' });
  }
  await noteChanges(tx, batch, [
    ...added.map(
      ({ accountId, one }): RosterChangeLine => ({
        kind: 'added',
        accountId,
        detail: { ...one.person, role: one.role, fromOn },
      }),
    ),
    ...people
      .filter(({ fate }) => fate === 'update')
      .map(({ accountId, changes }): RosterChangeLine => ({ kind: 'corrected', accountId, detail: { changes } })),
    ...renewed.map(({ one }): RosterChangeLine => ({ kind: 'renewed', accountId: one.accountId, detail: { fromOn } })),
  ]);
  return {
    addedAccountIds: added.map(({ accountId }) => accountId),
    begunOfficeIds: [
      ...added.map(({ officeId }) => officeId),
      ...kept.filter(isElsewhere).map(({ membershipId }) => membershipId ?? ''),
      ...renewed.filter(({ one }) => isElsewhere(one)).map(({ officeId }) => officeId),
    ],
  };
}

/** Ends the offices of those who are not on the new term's list. */
export async function endTerm(
  tx: Tx,
  batch: Batch,
  leavers: readonly JudgedLeaver[],
  effectiveOn: string,
): Promise<void> {
  const lastOn = lastDayBefore(effectiveOn);
  const ids = leavers.flatMap(({ offices }) => offices.map(({ membershipId }) => membershipId));
  await endOffices(tx, batch.committeeId, ids, { lastOn, reason: 'new-term' });
  await noteChanges(
    tx,
    batch,
    leavers.map(({ person }) => ({
      kind: 'ended',
      accountId: person.accountId,
      detail: { lastOn, reason: 'new-term' },
    })),
  );
}

function isRenewed({ known }: JudgedList, { accountId, membershipId }: Matched, fromOn: string): boolean {
  const offices = known.find((one) => one.accountId === accountId)?.offices ?? [];
  return offices.some((office) => office.membershipId === membershipId && reaches(office, fromOn));
}

async function ensureNames(tx: Tx, batch: Batch, list: JudgedList): Promise<Named> {
  const known = await loadNames(tx, batch.committeeId);
  const groups = list.newGroups.map((one) => ({ id: newId(), ...one }));
  const units = list.newUnits.map((name) => ({ id: newId(), name, phone: null }));
  await insertGroups(tx, batch.committeeId, groups);
  await insertUnits(tx, batch.committeeId, units);
  await noteChanges(tx, batch, [
    ...groups.map(({ kind, name }): RosterChangeLine => ({ kind: 'group', accountId: null, detail: { kind, name } })),
    ...units.map(({ name }): RosterChangeLine => ({ kind: 'unit', accountId: null, detail: { name } })),
  ]);
  const keyed = <Row extends { id: string; name: string }>(rows: readonly Row[]) =>
    new Map(rows.toReversed().map((row) => [groupKey(row.name), row]));
  const all = [...known.groups, ...groups];
  const sectors = keyed(all.filter(({ kind }) => kind === 'sector'));
  const others = keyed(all.filter(({ kind }) => kind !== 'sector'));
  const unitsByName = keyed([...known.units, ...units]);
  return {
    sector: (name) => sectors.get(groupKey(name ?? ''))?.id ?? null,
    group: (name) => others.get(groupKey(name ?? ''))?.id ?? null,
    unit: (name) => unitsByName.get(groupKey(name ?? '')) ?? null,
  };
}

/** Units for which nobody is named keep their own number. */
async function writeUnitNumbers(tx: Tx, batch: Batch, matched: readonly Matched[], named: Named): Promise<void> {
  const alone = matched.filter(({ person, fate }) => person.name === null && fate !== 'unchanged');
  for (const { person, changes } of alone) {
    const unit = named.unit(person.unit);
    if (unit === null || person.phone === null) continue;
    await updateUnit(tx, batch.committeeId, { id: unit.id, name: unit.name, phone: person.phone });
    if (changes.length > 0) {
      await noteChanges(tx, batch, [{ kind: 'unit', accountId: null, detail: { name: unit.name, changes } }]);
    }
  }
}

async function addPeople(
  tx: Tx,
  committeeId: string,
  list: JudgedList,
  { people, named, fromOn }: { people: readonly Matched[]; named: Named; fromOn: string },
) {
  const adding = people.filter(({ fate }) => fate === 'add');
  const unknown = adding.flatMap((one, place) =>
    one.accountId === null ? [{ place, name: one.person.name ?? '', phone: one.person.phone }] : [],
  );
  const elsewhere = await findInTree(tx, committeeId, unknown);
  // Whoever is on record here and was not meant is somebody else of the same name and number.
  const here = new Set(list.known.map(({ accountId }) => accountId));
  // Somebody who speaks for several units stands in several lines, and is one person.
  const made = new Map<string, string>();
  const fresh: Parameters<typeof insertAccounts>[1][number][] = [];
  const added = adding.map((one, place) => {
    const { name, gender, phone, otherPhone, email } = one.person;
    const key = `${name} ${phone ?? ''}`;
    const found = elsewhere.get(place);
    const inTree = found === undefined || here.has(found) ? undefined : found;
    const known = one.accountId ?? inTree ?? (one.role === 'unit' ? made.get(key) : undefined);
    const accountId = known ?? newId();
    if (known === undefined) fresh.push({ id: accountId, name, gender, phone, otherPhone, email });
    made.set(key, accountId);
    return { one, accountId, officeId: newId() };
  });
  await insertAccounts(tx, fresh);
  await insertOffices(
    tx,
    committeeId,
    fromOn,
    added.map(({ one, accountId, officeId }) => ({ ...officeRow(one, officeId, named), accountId, role: one.role })),
  );
  return added;
}

function officeRow({ person }: Matched, id: string, named: Named): OfficeRow {
  return {
    id,
    groupId: named.group(person.group),
    sectorId: named.sector(person.sector),
    unitId: named.unit(person.unit)?.id ?? null,
    title: person.title,
    employer: person.employer,
    note: person.note,
  };
}

/** Of an office on record only what was said to change. */
function changedOffice({ membershipId, changes }: Matched, named: Named): OfficeRow {
  const to = (field: string) => changes.find((one) => one.field === field)?.to ?? null;
  return {
    id: membershipId ?? '',
    groupId: named.group(to('group')),
    sectorId: named.sector(to('sector')),
    unitId: named.unit(to('unit'))?.id ?? null,
    title: to('title'),
    employer: to('employer'),
    note: to('note'),
  };
}
