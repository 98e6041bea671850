import type { RosterPerson } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';

/** In which committee, by whom, and as part of what the roster is written. */
export interface Batch {
  readonly committeeId: string;
  readonly byAccountId: string;
  readonly batchId: string;
}

export interface RosterChangeLine {
  readonly kind:
    | 'added'
    | 'corrected'
    | 'ended'
    | 'renewed'
    | 'group'
    | 'unit'
    | 'login-given'
    | 'login-reset'
    | 'login-unlocked'
    | 'login-withdrawn';
  readonly accountId: string | null;
  readonly detail: object;
}

/** Writes down what was changed, for whoever asks later. */
export async function noteChanges(tx: Tx, batch: Batch, lines: readonly RosterChangeLine[]): Promise<void> {
  const rows = lines.map((line) => ({ id: newId(), kind: line.kind, account_id: line.accountId, detail: line.detail }));
  await tx.query(
    `insert into roster_change (committee_id, id, batch_id, at, by_account_id, kind, account_id, detail)
     select $1, r.id, $2, $3, $4, r.kind, r.account_id, r.detail
     from jsonb_to_recordset($5::jsonb) as r (id uuid, kind text, account_id uuid, detail jsonb)`,
    [batch.committeeId, batch.batchId, tx.now, batch.byAccountId, JSON.stringify(rows)],
  );
}

/** People by name and number who have an account in another committee of this tree, by their place in the list. */
export async function findInTree(
  tx: Tx,
  committeeId: string,
  people: readonly { readonly place: number; readonly name: string; readonly phone: string | null }[],
): Promise<Map<number, string>> {
  const rows = await tx.query<{ place: number; accountId: string }>(
    'select place, account_id as "accountId" from accounts_in_tree($1, $2::jsonb)',
    [committeeId, JSON.stringify(people.filter(({ phone }) => phone !== null))],
  );
  return new Map(rows.map(({ place, accountId }) => [place, accountId]));
}

type AccountRow = { readonly id: string } & Pick<RosterPerson, 'name' | 'gender' | 'phone' | 'otherPhone' | 'email'>;
const ACCOUNT_COLUMNS = '(id uuid, name text, gender text, phone text, "otherPhone" text, email text)';

export async function insertAccounts(tx: Tx, accounts: readonly AccountRow[]): Promise<void> {
  await tx.query(
    `insert into account (id, name, gender, phone, other_phone, email, created_at)
     select r.id, r.name, r.gender, r.phone, r."otherPhone", r.email, $1 from jsonb_to_recordset($2::jsonb) as r ${ACCOUNT_COLUMNS}`,
    [tx.now, JSON.stringify(accounts)],
  );
}

/** Changes what is said of people; what is null stays as it is. */
export async function updateAccounts(tx: Tx, accounts: readonly AccountRow[]): Promise<void> {
  await tx.query(
    `update account a set name = coalesce(r.name, a.name), gender = coalesce(r.gender, a.gender),
       phone = coalesce(r.phone, a.phone), other_phone = coalesce(r."otherPhone", a.other_phone),
       email = coalesce(r.email, a.email)
     from jsonb_to_recordset($1::jsonb) as r ${ACCOUNT_COLUMNS} where a.id = r.id`,
    [JSON.stringify(accounts)],
  );
}

export interface OfficeRow {
  readonly id: string;
  readonly groupId: string | null;
  readonly sectorId: string | null;
  readonly unitId: string | null;
  readonly title: string | null;
  readonly employer: string | null;
  readonly note: string | null;
}
const OFFICE_COLUMNS = 'id uuid, "groupId" uuid, "sectorId" uuid, "unitId" uuid, title text, employer text, note text';

export async function insertOffices(
  tx: Tx,
  committeeId: string,
  fromOn: string,
  offices: readonly (OfficeRow & { readonly accountId: string; readonly role: string })[],
): Promise<void> {
  await tx.query(
    `insert into membership (committee_id, id, account_id, role, title, member_group_id, sector_id, handling_unit_id,
       employer, note, from_on)
     select $1, r.id, r."accountId", r.role, r.title, r."groupId", r."sectorId", r."unitId", r.employer, r.note, $2
     from jsonb_to_recordset($3::jsonb) as r (${OFFICE_COLUMNS}, "accountId" uuid, role text)`,
    [committeeId, fromOn, JSON.stringify(offices)],
  );
}

/** Changes what is said of offices; what is null stays as it is. */
export async function updateOffices(tx: Tx, committeeId: string, offices: readonly OfficeRow[]): Promise<void> {
  await tx.query(
    `update membership m set title = coalesce(r.title, m.title), member_group_id = coalesce(r."groupId", m.member_group_id),
       sector_id = coalesce(r."sectorId", m.sector_id), handling_unit_id = coalesce(r."unitId", m.handling_unit_id),
       employer = coalesce(r.employer, m.employer), note = coalesce(r.note, m.note)
     from jsonb_to_recordset($2::jsonb) as r (${OFFICE_COLUMNS}) where m.committee_id = $1 and m.id = r.id`,
    [committeeId, JSON.stringify(offices)],
  );
}

/** Sets what a form says of a person, also what it leaves empty. */
export async function setAccount(tx: Tx, { id, name, gender, phone, otherPhone, email }: AccountRow): Promise<void> {
  await tx.query('update account set name = $2, gender = $3, phone = $4, other_phone = $5, email = $6 where id = $1', [
    id,
    name,
    gender,
    phone,
    otherPhone,
    email,
  ]);
}

/** Sets what a form says of an office, also what it leaves empty. */
export async function setOffice(tx: Tx, committeeId: string, office: OfficeRow): Promise<void> {
  const { id, title, groupId, sectorId, unitId, employer, note } = office;
  await tx.query(
    `update membership set title = $3, member_group_id = $4, sector_id = $5, handling_unit_id = $6, employer = $7, note = $8
     where committee_id = $1 and id = $2`,
    [committeeId, id, title, groupId, sectorId, unitId, employer, note],
  );
}

/**
 * Begins offices anew with a term, with what the list says of them and everything else as it was. What was said of the
 * old term stays with it.
 */
export async function renewOffices(
  tx: Tx,
  committeeId: string,
  fromOn: string,
  offices: readonly (OfficeRow & { readonly newId: string })[],
): Promise<void> {
  await tx.query(
    `insert into membership (committee_id, id, account_id, role, title, member_group_id, sector_id, handling_unit_id,
       employer, note, from_on)
     select $1, r."newId", m.account_id, m.role, coalesce(r.title, m.title), coalesce(r."groupId", m.member_group_id),
       coalesce(r."sectorId", m.sector_id), coalesce(r."unitId", m.handling_unit_id), coalesce(r.employer, m.employer),
       coalesce(r.note, m.note), $2
     from jsonb_to_recordset($3::jsonb) as r (${OFFICE_COLUMNS}, "newId" uuid)
     join membership m on m.committee_id = $1 and m.id = r.id`,
    [committeeId, fromOn, JSON.stringify(offices)],
  );
}

/** Ends offices on their last day. */
export async function endOffices(
  tx: Tx,
  committeeId: string,
  membershipIds: readonly string[],
  end: { readonly lastOn: string; readonly reason: string },
): Promise<void> {
  await tx.query('update membership set to_on = $3, end_reason = $4 where committee_id = $1 and id = any($2)', [
    committeeId,
    membershipIds,
    end.lastOn,
    end.reason,
  ]);
}

export async function insertGroups(
  tx: Tx,
  committeeId: string,
  groups: readonly { readonly id: string; readonly kind: string; readonly name: string }[],
): Promise<void> {
  await tx.query(
    `insert into member_group (committee_id, id, kind, name)
     select $1, r.id, r.kind, r.name from jsonb_to_recordset($2::jsonb) as r (id uuid, kind text, name text)`,
    [committeeId, JSON.stringify(groups)],
  );
}

export async function insertUnits(
  tx: Tx,
  committeeId: string,
  units: readonly { readonly id: string; readonly name: string; readonly phone: string | null }[],
): Promise<void> {
  await tx.query(
    `insert into handling_unit (committee_id, id, name, phone)
     select $1, r.id, r.name, r.phone from jsonb_to_recordset($2::jsonb) as r (id uuid, name text, phone text)`,
    [committeeId, JSON.stringify(units)],
  );
}

export async function updateUnit(
  tx: Tx,
  committeeId: string,
  unit: { readonly id: string; readonly name: string; readonly phone: string | null },
): Promise<void> {
  await tx.query('update handling_unit set name = $3, phone = $4 where committee_id = $1 and id = $2', [
    committeeId,
    unit.id,
    unit.name,
    unit.phone,
  ]);
}

export async function renameGroup(
  tx: Tx,
  committeeId: string,
  group: { readonly id: string; readonly name: string },
): Promise<void> {
  await tx.query('update member_group set name = $3 where committee_id = $1 and id = $2', [
    committeeId,
    group.id,
    group.name,
  ]);
}
