import type { KnownOffice, KnownPerson } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** The offices of `m` as the domain knows them, by date; a group and a sector by their names. */
const OFFICES = `jsonb_agg(jsonb_build_object('membershipId', m.id, 'role', m.role, 'title', m.title,
  'sector', s.name, 'group', g.name, 'employer', m.employer, 'unit', u.name, 'note', m.note,
  'from', m.from_on, 'to', m.to_on, 'endReason', m.end_reason) order by m.from_on, m.role, m.id)`;
const PEOPLE = `membership m join account a on a.id = m.account_id
  left join member_group g on g.committee_id = m.committee_id and g.id = m.member_group_id
  left join member_group s on s.committee_id = m.committee_id and s.id = m.sector_id
  left join handling_unit u on u.committee_id = m.committee_id and u.id = m.handling_unit_id`;

/** Everyone who holds or held an office in a committee, as a list is matched against them. */
export function loadKnown(tx: Tx, committeeId: string): Promise<KnownPerson[]> {
  return tx.query<KnownPerson>(
    `select a.id as "accountId", a.name, a.gender, a.phone, a.other_phone as "otherPhone", a.email, ${OFFICES} as offices
     from ${PEOPLE} where m.committee_id = $1 group by a.id order by a.id`,
    [committeeId],
  );
}

export interface RosterFilter {
  readonly committeeId: string;
  readonly search?: string | undefined;
  readonly role?: string | undefined;
  readonly groupId?: string | undefined;
  readonly state: 'in-office' | 'former';
  readonly today: string;
  readonly page: number;
  readonly pageSize: number;
}

type Row = Omit<KnownPerson, 'offices'> & {
  readonly hasLogin: boolean;
  readonly offices: readonly (KnownOffice & { readonly endReason: string | null })[];
};

/** One page of the roster, by name in Chinese order. */
export async function pageOfRoster(tx: Tx, filter: RosterFilter) {
  const { committeeId, search, role, groupId, state, today, page, pageSize } = filter;
  const like = search === undefined || search.trim() === '' ? null : `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const found = `select distinct a.id, a.name from ${PEOPLE}
    where m.committee_id = $1
      and ($2::text is null or a.name ilike $2 or a.phone like $2 or a.other_phone like $2 or m.employer ilike $2
        or u.name ilike $2 or s.name ilike $2 or g.name ilike $2)
      and ($3::text is null or m.role = $3)
      and ($4::uuid is null or m.member_group_id = $4 or m.sector_id = $4)
      and ${
        state === 'in-office'
          ? '(m.to_on is null or m.to_on >= $5)'
          : `m.to_on < $5 and m.account_id not in (select account_id from membership
               where committee_id = $1 and (to_on is null or to_on >= $5))`
      }`;
  const parameters = [committeeId, like, role ?? null, groupId ?? null, today];
  const [count] = await tx.query<{ total: number }>(`select count(*) as total from (${found}) as found`, parameters);
  // The page is cut before anything is gathered for its people.
  const rows = await tx.query<Row>(
    `with page as materialized (
       select id from (${found}) as found order by name collate person_name, id limit $6 offset $7)
     select a.id as "accountId", a.name, a.gender, a.phone, a.other_phone as "otherPhone", a.email,
       a.login_name is not null as "hasLogin", ${OFFICES} as offices
     from ${PEOPLE} where m.committee_id = $1 and m.account_id in (select id from page)
     group by a.id order by a.name collate person_name, a.id`,
    [...parameters, pageSize, (page - 1) * pageSize],
  );
  return { rows: rows.map(presentPerson), total: count?.total ?? 0 };
}

/** One person of the roster; null when the committee has no such person. */
export async function loadRosterPerson(tx: Tx, committeeId: string, accountId: string) {
  const [row] = await tx.query<Row>(
    `select a.id as "accountId", a.name, a.gender, a.phone, a.other_phone as "otherPhone", a.email,
       a.login_name is not null as "hasLogin", ${OFFICES} as offices
     from ${PEOPLE} where m.committee_id = $1 and a.id = $2 group by a.id`,
    [committeeId, accountId],
  );
  return row === undefined ? null : presentPerson(row);
}

function presentPerson({ hasLogin, offices, ...person }: Row) {
  return {
    ...person,
    signsIn: hasLogin,
    offices: offices.map(({ from, to, ...office }) => ({ ...office, fromOn: from, toOn: to })),
  };
}

/** Whose office it is, and which; null when the committee has no such office. */
export async function findOffice(tx: Tx, committeeId: string, membershipId: string) {
  const [row] = await tx.query<{ accountId: string; role: KnownOffice['role']; from: string; to: string | null }>(
    `select account_id as "accountId", role, from_on as "from", to_on as "to" from membership
     where committee_id = $1 and id = $2`,
    [committeeId, membershipId],
  );
  return row ?? null;
}

/** Offices with who holds them from when on, in the order in which they were entered. */
export function loadBeginnings(tx: Tx, committeeId: string, officeIds: readonly string[]) {
  return tx.query<{ officeId: string; accountId: string; from: string }>(
    `select id as "officeId", account_id as "accountId", from_on as "from" from membership
     where committee_id = $1 and id = any($2) order by id`,
    [committeeId, officeIds],
  );
}

/** Handling units with those who speak for them on a day, by name. */
export function listUnits(tx: Tx, committeeId: string, on: string) {
  return tx.query<{
    id: string;
    name: string;
    phone: string | null;
    contacts: { accountId: string; name: string; phone: string | null }[];
  }>(
    `select u.id, u.name, u.phone, coalesce((
       select jsonb_agg(distinct jsonb_build_object('accountId', a.id, 'name', a.name, 'phone', a.phone))
       from membership m join account a on a.id = m.account_id
       where m.committee_id = u.committee_id and m.handling_unit_id = u.id and m.from_on <= $2
         and (m.to_on is null or m.to_on >= $2)), '[]') as contacts
     from handling_unit u where u.committee_id = $1 order by u.name collate "zh-x-icu"`,
    [committeeId, on],
  );
}

/** Everything a list may name: groups and sectors by kind, and handling units. */
export async function loadNames(tx: Tx, committeeId: string) {
  const groups = await tx.query<{ id: string; kind: 'liaison' | 'sector' | 'special-committee'; name: string }>(
    'select id, kind, name from member_group where committee_id = $1 order by name, id',
    [committeeId],
  );
  const units = await tx.query<{ id: string; name: string; phone: string | null }>(
    'select id, name, phone from handling_unit where committee_id = $1 order by name, id',
    [committeeId],
  );
  return { groups, units };
}

/** One at a time in a committee: whoever comes second finds what the first has done. */
export async function lockRoster(tx: Tx, committeeId: string): Promise<void> {
  await tx.query('select from committee where id = $1 for update', [committeeId]);
}

/** The changes of the roster by what was done at once, the latest 50. */
export async function listChanges(tx: Tx, committeeId: string) {
  const rows = await tx.query<{
    batchId: string;
    at: Temporal.Instant;
    byName: string;
    added: number;
    corrected: number;
    ended: number;
    renewed: number;
    others: number;
    loginsGiven: number;
    loginsReset: number;
    loginsUnlocked: number;
    loginsWithdrawn: number;
    names: string[];
  }>(
    `select c.batch_id as "batchId", min(c.at) as at, min(b.name) as "byName",
       count(*) filter (where c.kind = 'added') as added, count(*) filter (where c.kind = 'corrected') as corrected,
       count(*) filter (where c.kind = 'ended') as ended, count(*) filter (where c.kind = 'renewed') as renewed,
       count(*) filter (where c.kind in ('group', 'unit')) as others,
       count(*) filter (where c.kind = 'login-given') as "loginsGiven",
       count(*) filter (where c.kind = 'login-reset') as "loginsReset",
       count(*) filter (where c.kind = 'login-unlocked') as "loginsUnlocked",
       count(*) filter (where c.kind = 'login-withdrawn') as "loginsWithdrawn",
       (array_agg(coalesce(a.name, c.detail ->> 'name') order by c.id))[1:3] as names
     from roster_change c join account b on b.id = c.by_account_id left join account a on a.id = c.account_id
     where c.committee_id = $1 group by c.batch_id order by min(c.at) desc, c.batch_id desc limit 50`,
    [committeeId],
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toString() }));
}
