import { Injectable } from '@nestjs/common';
import {
  type Gender,
  groupKey,
  type KnownPerson,
  matchRoster,
  type RosterFaultCode,
  type RosterField,
  type RosterPerson,
  readPerson,
} from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, tenantsOf } from '../account/index.js';
import { type AskedOfJoiners, type Held, listHeld } from '../task/index.js';
import { applyFates } from './apply-fates.js';
import { BeginOffices } from './begin-offices.js';
import { findOffice, loadKnown, loadNames, loadRosterPerson, lockRoster } from './roster.query.js';
import { isElsewhere } from './roster-after.js';
import {
  type Batch,
  endOffices,
  insertGroups,
  insertUnits,
  noteChanges,
  setAccount,
  setOffice,
} from './write-roster.query.js';

/** A person as a form says it; empty texts are nothing. */
export interface PersonForm {
  readonly name: string;
  readonly gender: Gender | null;
  readonly phone: string;
  readonly email: string;
  readonly otherPhone: string;
  readonly title: string;
  readonly sector: string;
  readonly group: string;
  readonly employer: string;
  readonly unit: string;
  readonly note: string;
}

/** A person who was written, with what the published plans ask of them from now on. */
interface Kept {
  readonly accountId: string;
  readonly asked: readonly AskedOfJoiners[];
}

const personRefusals = [
  'name-missing',
  'name-invalid',
  'name-too-short',
  'phone-invalid',
  'phone-rounded',
  'phone-of-another',
  'email-invalid',
  'same-name',
  'unit-missing',
  'formula',
  'too-long',
] as const satisfies readonly RosterFaultCode[];
type PersonRefusal = (typeof personRefusals)[number];

/** Single people of the roster: added, corrected, and their offices ended, by the same rules as a list. */
@Injectable()
export class KeepPerson {
  constructor(
    private readonly doors: Doors,
    private readonly beginOffices: BeginOffices,
  ) {}

  /** Refuses a name or number that somebody has, unless it was said to be another person. */
  add(
    actor: Actor,
    input: {
      committeeId: string;
      person: PersonForm & { role: 'member' | 'staff' | 'leader' | 'unit' };
      fromOn: string;
      isAnother: boolean;
    },
  ): Promise<Result<Kept, PersonRefusal>> {
    const { committeeId, fromOn, isAnother } = input;
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      const read = readForm(input.person, input.person.role === 'unit' ? 'units' : 'people');
      if (!read.ok) return read;
      await lockRoster(tx, committeeId);
      const known = await loadKnown(tx, committeeId);
      const names = await loadNames(tx, committeeId);
      const person = { ...read.value, role: input.person.role };
      const place = { sheet: '', row: 1 };
      const [fate] = matchRoster([{ ...place, kind: 'line', person, faults: [], raw: {} }], {
        known,
        role: input.person.role,
        on: fromOn,
        answers: isAnother ? [{ ...place, accountId: null }] : [],
        units: names.units,
      });
      if (fate === undefined || fate.fate === 'left-out') throw new Error('A form has one line, and it is read.');
      if (fate.fate === 'faulty') return asRefusal(fate.faults[0]?.code, fate.faults[0]?.field);
      // Somebody who holds this office already is corrected, not added twice.
      if (fate.fate !== 'add') return refused('same-name', 'name');
      const batch = { committeeId, byAccountId: actor.accountId, batchId: newId() };
      const isNew = (name: string | null, all: readonly { name: string }[]) =>
        name !== null && !all.some((one) => groupKey(one.name) === groupKey(name));
      const newGroups = [
        ...(isNew(
          person.sector,
          names.groups.filter(({ kind }) => kind === 'sector'),
        )
          ? [{ kind: 'sector' as const, name: person.sector ?? '' }]
          : []),
        ...(isNew(
          person.group,
          names.groups.filter(({ kind }) => kind !== 'sector'),
        )
          ? [{ kind: person.groupKind, name: person.group ?? '' }]
          : []),
      ];
      const newUnits = isNew(person.unit, names.units) ? [person.unit ?? ''] : [];
      const nothing = { unusedColumns: [], leavers: [], asked: [], fingerprint: '' };
      const list = { ...nothing, fates: [fate], newGroups, newUnits, known };
      const { addedAccountIds, begunOfficeIds: officeIds } = await applyFates(tx, batch, list, {
        fromOn,
        isTerm: false,
      });
      const [accountId] = addedAccountIds;
      if (accountId === undefined) throw new Error('Nobody was added.');
      const asked = await this.beginOffices.run(tx, { committeeId, officeIds }, actorIn(actor, committeeId));
      return ok({ accountId, asked });
    });
  }

  /** What the form leaves empty is empty afterwards. Whoever comes into another group is asked for what it is asked for. */
  correct(
    actor: Actor,
    input: { committeeId: string; membershipId: string; person: PersonForm },
  ): Promise<Result<Kept, PersonRefusal>> {
    const { committeeId, membershipId } = input;
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      await lockRoster(tx, committeeId);
      const office = await findOffice(tx, committeeId, membershipId);
      if (office === null) return missing;
      const read = readForm(input.person, office.role === 'unit' ? 'units' : 'people');
      if (!read.ok) return read;
      const person = read.value;
      const known = await loadKnown(tx, committeeId);
      const before = known.find(({ accountId }) => accountId === office.accountId);
      if (before === undefined || person.name === null) throw new Error('An office without anybody.');
      const batch = { committeeId, byAccountId: actor.accountId, batchId: newId() };
      const ids = await ensureNamed(tx, batch, person);
      await setAccount(tx, { id: office.accountId, ...person, name: person.name });
      await setOffice(tx, committeeId, { id: membershipId, ...ids, ...person });
      const changes = differences(before, membershipId, person);
      await noteChanges(tx, batch, [{ kind: 'corrected', accountId: office.accountId, detail: { changes } }]);
      const officeIds = isElsewhere({ changes }) ? [membershipId] : [];
      const asked = await this.beginOffices.run(tx, { committeeId, officeIds }, actorIn(actor, committeeId));
      return ok({ accountId: office.accountId, asked });
    });
  }

  /**
   * Answers what the person still owes by office or charge, to be handed over next. Refuses to end before the beginning, or
   * the office of the last administrator who signs in.
   */
  end(
    actor: Actor,
    input: { committeeId: string; membershipId: string; lastOn: string; reason: string },
  ): Promise<Result<Held & { readonly name: string }, 'text-missing' | 'ends-before-it-began' | 'last-administrator'>> {
    const { committeeId, membershipId, lastOn } = input;
    const reason = input.reason.trim();
    if (reason === '') return Promise.resolve(refused('text-missing', 'reason'));
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      await lockRoster(tx, committeeId);
      const office = await findOffice(tx, committeeId, membershipId);
      if (office === null) return missing;
      if (lastOn < office.from) return refused('ends-before-it-began', 'lastOn');
      if (office.role === 'administrator' && (await isLastAdministrator(tx, committeeId, membershipId, lastOn))) {
        return refused('last-administrator');
      }
      const batch = { committeeId, byAccountId: actor.accountId, batchId: newId() };
      await endOffices(tx, committeeId, [membershipId], { lastOn, reason });
      await noteChanges(tx, batch, [
        { kind: 'ended', accountId: office.accountId, detail: { role: office.role, lastOn, reason } },
      ]);
      const [held] = await listHeld(tx, committeeId, [office.accountId]);
      const person = await loadRosterPerson(tx, committeeId, office.accountId);
      if (held === undefined || person === null) throw new Error('An office without anybody.');
      return ok({ name: person.name, ...held });
    });
  }
}

function readForm(form: PersonForm, kind: 'people' | 'units'): Result<RosterPerson, PersonRefusal> {
  const gender = form.gender === null ? '' : form.gender;
  const cells = new Map(
    Object.entries({ ...form, gender }).flatMap(([field, text]) =>
      text.trim() === '' ? [] : [[field as RosterField, [{ heading: field, text }]] as const],
    ),
  );
  const { person, faults } = readPerson(cells, kind);
  const [first] = faults;
  if (first !== undefined) return asRefusal(first.code, first.field);
  return person.name === null ? refused('name-missing', 'name') : ok(person);
}

function asRefusal(code: RosterFaultCode | undefined, field: RosterField | null | undefined) {
  const isAmong = (one: RosterFaultCode | undefined): one is PersonRefusal =>
    personRefusals.some((refusal) => refusal === one);
  return refused(isAmong(code) ? code : 'same-name', field ?? 'name');
}

async function ensureNamed(tx: Tx, batch: Batch, person: RosterPerson) {
  const { groups, units } = await loadNames(tx, batch.committeeId);
  const ensure = async <Row extends { id: string; name: string }>(
    name: string | null,
    known: readonly Row[],
    add: (row: { id: string; name: string }) => Promise<void>,
  ) => {
    if (name === null) return null;
    const found = known.find((one) => groupKey(one.name) === groupKey(name));
    if (found !== undefined) return found.id;
    const row = { id: newId(), name };
    await add(row);
    return row.id;
  };
  const addGroup = (kind: 'sector' | 'liaison' | 'special-committee') => (row: { id: string; name: string }) =>
    insertGroups(tx, batch.committeeId, [{ ...row, kind }]);
  const sectors = groups.filter(({ kind }) => kind === 'sector');
  const others = groups.filter(({ kind }) => kind !== 'sector');
  return {
    sectorId: await ensure(person.sector, sectors, addGroup('sector')),
    groupId: await ensure(person.group, others, addGroup(person.groupKind)),
    unitId: await ensure(person.unit, units, (row) => insertUnits(tx, batch.committeeId, [{ ...row, phone: null }])),
  };
}

function differences(before: KnownPerson, membershipId: string, after: RosterPerson) {
  const office = before.offices.find((one) => one.membershipId === membershipId);
  const was = { ...before, ...office };
  return (
    ['name', 'gender', 'phone', 'otherPhone', 'email', 'title', 'sector', 'group', 'employer', 'unit', 'note'] as const
  )
    .filter((field) => was[field] !== after[field])
    .map((field) => ({ field, from: was[field] ?? null, to: after[field] }));
}

/** Whether nobody else administers after the day who signs in: an administrator without a login can help nobody. */
async function isLastAdministrator(tx: Tx, committeeId: string, membershipId: string, lastOn: string) {
  const others = await tx.query(
    `select from membership m join account a on a.id = m.account_id
     where m.committee_id = $1 and m.role = 'administrator' and m.id <> $2 and a.login_name is not null
       and (m.to_on is null or m.to_on > $3)`,
    [committeeId, membershipId, lastOn],
  );
  return others.length === 0;
}
