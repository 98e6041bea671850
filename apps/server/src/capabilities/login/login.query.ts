import { hasInitialPasswordLapsed, loginNamesFor, proposeLoginName, type Role } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

export interface LoginFilter {
  readonly committeeId: string;
  readonly search?: string | undefined;
  readonly state: 'all' | 'with' | 'without';
  readonly today: string;
  readonly page: number;
  readonly pageSize: number;
}

interface Row {
  readonly accountId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly signsIn: boolean;
  readonly offices: {
    committeeName: string;
    role: Role;
    title: string | null;
    unit: string | null;
    fromOn: string;
  }[];
}

/**
 * One page of those who serve in a committee or will, and of those who did and still have a login; by name in Chinese
 * order. The transaction stands in every committee the caller administers: whoever serves outside them is kept above,
 * and nothing is told of such a login but that it is there.
 */
export async function pageOfLogins(tx: Tx, filter: LoginFilter) {
  const { committeeId, search, state, today, page, pageSize } = filter;
  const like = search === undefined || search.trim() === '' ? null : `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const found = `select distinct a.id, a.name from membership m join account a on a.id = m.account_id
    where m.committee_id = $1 and (m.to_on is null or m.to_on >= $2 or a.login_name is not null)
      and ($3::text is null or a.name ilike $3)
      ${state === 'all' ? '' : `and a.login_name is ${state === 'with' ? 'not ' : ''}null`}`;
  const parameters = [committeeId, today, like];
  const [count] = await tx.query<{ total: number }>(`select count(*) as total from (${found}) as found`, parameters);
  const rows = await tx.query<Row>(
    `with page as materialized (
       select id from (${found}) as found order by name collate person_name, id limit $4 offset $5)
     select a.id as "accountId", a.name, a.phone, a.login_name is not null as "signsIn",
       coalesce((select jsonb_agg(jsonb_build_object('committeeName', c.name, 'role', m.role, 'title', m.title,
           'unit', u.name, 'fromOn', m.from_on) order by c.id <> $1, c.name, m.from_on, m.role)
         from membership m join committee c on c.id = m.committee_id
         left join handling_unit u on u.committee_id = m.committee_id and u.id = m.handling_unit_id
         where m.account_id = a.id and (m.to_on is null or m.to_on >= $2)), '[]') as offices
     from account a where a.id in (select id from page) order by a.name collate person_name, a.id`,
    [...parameters, pageSize, (page - 1) * pageSize],
  );
  return { rows: await withLogins(tx, rows, today), total: count?.total ?? 0 };
}

async function withLogins(tx: Tx, rows: readonly Row[], today: string) {
  const people = rows.map(({ accountId }) => accountId);
  const elsewhere = await servingElsewhere(tx, people, today);
  const logins = await loadLogins(tx, people);
  const taken = await takenLoginNames(
    tx,
    rows.filter(({ signsIn }) => !signsIn).flatMap(({ name }) => loginNamesFor(name)),
  );
  return rows.map((row) => {
    const isKeptAbove = elsewhere.has(row.accountId);
    const login = logins.get(row.accountId);
    const proposedLoginName = row.signsIn ? '' : proposeLoginName(row.name, (one) => taken.has(one));
    // Two people of one name on a page are proposed two login names.
    taken.add(proposedLoginName);
    return {
      ...row,
      isKeptAbove,
      login:
        login === undefined || isKeptAbove
          ? null
          : {
              loginName: login.loginName,
              initialPassword: standingOf(login, tx.now),
              lastSignInAt: login.lastSignInAt?.toString() ?? null,
              lockedUntil: login.lockedUntil?.toString() ?? null,
            },
      proposedLoginName,
    };
  });
}

function standingOf({ initialSince }: Login, now: Temporal.Instant) {
  if (initialSince === null) return null;
  return hasInitialPasswordLapsed(initialSince, now) ? ('lapsed' as const) : ('open' as const);
}

/** Those of some people who serve, or will, in a committee that does not stand behind the door. */
export async function servingElsewhere(tx: Tx, people: readonly string[], today: string): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>('select account_id as id from serving_elsewhere($1, $2)', [
    people,
    today,
  ]);
  return new Set(rows.map(({ id }) => id));
}

interface Login {
  readonly accountId: string;
  readonly loginName: string;
  /** When the initial password was given; null once the person has chosen one. */
  readonly initialSince: Temporal.Instant | null;
  readonly lastSignInAt: Temporal.Instant | null;
  readonly lockedUntil: Temporal.Instant | null;
}

/** The logins of those of some people who have one, by person. */
export async function loadLogins(tx: Tx, people: readonly string[]): Promise<Map<string, Login>> {
  const rows = await tx.query<Login>(
    `select account_id as "accountId", login_name as "loginName", initial_since as "initialSince",
       last_sign_in_at as "lastSignInAt", locked_until as "lockedUntil" from logins_of($1, $2)`,
    [people, tx.now],
  );
  return new Map(rows.map((row) => [row.accountId, row]));
}

/** Those of some login names that somebody of the installation has. */
export async function takenLoginNames(tx: Tx, wanted: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ name: string }>('select login_name as name from taken_login_names($1)', [wanted]);
  return new Set(rows.map(({ name }) => name));
}

/** The people of a committee by id: their names and numbers, and whether they serve in it today or will. */
export async function loadPeople(tx: Tx, committeeId: string, people: readonly string[], today: string) {
  const rows = await tx.query<{ id: string; name: string; phone: string | null; serves: boolean }>(
    `select a.id, a.name, a.phone, bool_or(m.to_on is null or m.to_on >= $3) as serves
     from membership m join account a on a.id = m.account_id
     where m.committee_id = $1 and a.id = any($2) group by a.id`,
    [committeeId, people, today],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** One at a time over the installation: login names are one pool, and of two last administrators one stays. */
export async function lockLogins(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(727274)');
}

/** Of those who administer a committee today and sign in: whether a person is one, and how many others there are. */
export async function countAdministratorsBeside(
  tx: Tx,
  committeeId: string,
  accountId: string,
  today: string,
): Promise<{ readonly isOne: boolean; readonly others: number }> {
  const rows = await tx.query<{ isThis: boolean }>(
    `select distinct m.account_id, m.account_id = $2 as "isThis"
     from membership m join account a on a.id = m.account_id
     where m.committee_id = $1 and m.role = 'administrator' and a.login_name is not null
       and m.from_on <= $3 and (m.to_on is null or m.to_on >= $3)`,
    [committeeId, accountId, today],
  );
  return { isOne: rows.some(({ isThis }) => isThis), others: rows.filter(({ isThis }) => !isThis).length };
}
