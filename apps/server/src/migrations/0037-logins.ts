import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Logins that administrators give, reset and withdraw: see docs/decisions/0022. */
export class Logins1764000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [columns, ownPassword, keeping, rights]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Who has yet to change an initial password would be lost: restore a backup instead.');
  }
}

const columns = `
alter table credential
  add column is_initial boolean not null default false,
  add column last_sign_in_at timestamptz;

alter table roster_change drop constraint roster_change_kind_check;
alter table roster_change add constraint roster_change_kind_check check (kind in ('added', 'corrected', 'ended', 'renewed',
  'group', 'unit', 'login-given', 'login-reset', 'login-unlocked', 'login-withdrawn'));
drop function find_session(bytea, timestamptz);
drop function find_credential(text);`;

/** Sessions know whether the password is still the initial one; without a credential there is none. */
const ownPassword = `
create function find_session(wanted bytea, at timestamptz)
returns table (account_id uuid, name text, login_name text, has_initial_password boolean, memberships jsonb, committees jsonb)
language sql stable security definer set search_path = public
as $$
  select a.id, a.name, a.login_name, k.is_initial,
    coalesce((select jsonb_agg(held.membership) from (
       select jsonb_build_object('committeeId', m.committee_id, 'role', m.role, 'title', m.title,
         'unitId', m.handling_unit_id, 'from', m.from_on, 'to', m.to_on, 'inNameOf', null) as membership
       from membership m where m.account_id = a.id
       union all
       select jsonb_build_object('committeeId', m.committee_id, 'role', m.role, 'title', m.title,
         'unitId', null, 'from', greatest(m.from_on, d.from_on), 'to', least(m.to_on, d.to_on), 'inNameOf', m.account_id)
       from stand_in d
       join membership m on m.committee_id = d.committee_id and m.account_id = d.account_id and m.role = 'leader'
       where d.stand_in_account_id = a.id and d.kind = 'delegate' and d.ended_at is null) as held), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'parentId', c.parent_id, 'rootId', c.root_id,
                                                  'level', c.level, 'name', c.name, 'zone', c.zone) order by c.parent_id nulls first, c.name)
              from committee c
              where exists (select from membership m
                            where m.account_id = a.id and (m.committee_id = c.id or m.committee_id = c.parent_id))), '[]')
  from session s join account a on a.id = s.account_id join credential k on k.account_id = a.id
  where s.token_hash = wanted and s.expires_at > at
$$;

-- Since when the password is an initial one that nobody has changed; null for one of the person's own.
create function find_credential(wanted text)
returns table (account_id uuid, name text, password_hash text, initial_since timestamptz)
language sql stable security definer set search_path = public
as $$ select a.id, a.name, c.password_hash, case when c.is_initial then c.changed_at end
      from account a join credential c on c.account_id = a.id where a.login_name = lower(wanted) $$;

-- Says no when the password that was just checked has been reset or withdrawn meanwhile.
create function note_sign_in(of_account uuid, known_hash text, at timestamptz) returns boolean
language sql volatile security definer set search_path = public
as $$ update credential set last_sign_in_at = at where account_id = of_account and password_hash = known_hash
      returning is_initial $$;

create function change_password(of_account uuid, known_hash text, new_hash text, at timestamptz) returns boolean
language sql volatile security definer set search_path = public
as $$ update credential set password_hash = new_hash, is_initial = false, changed_at = at
      where account_id = of_account and password_hash = known_hash returning true $$;

create or replace function set_password(of_account uuid, hash text, at timestamptz) returns void
language sql volatile security definer set search_path = public
as $$ insert into credential (account_id, password_hash, changed_at) values (of_account, hash, at)
      on conflict (account_id) do update
      set password_hash = excluded.password_hash, is_initial = false, changed_at = excluded.changed_at $$;`;

/** Each concerns only people who hold or held an office in a committee behind the door. */
const keeping = `
create function is_behind_door(of_account uuid) returns boolean
language sql stable set search_path = public
as $$ select exists (select from membership m where m.account_id = of_account
        and m.committee_id = any (nullif(current_setting('xushi.committees', true), '')::uuid[])) $$;

create function serving_elsewhere(people uuid[], on_date date) returns table (account_id uuid)
language sql stable security definer set search_path = public
as $$ select distinct m.account_id from membership m
      where m.account_id = any(people) and (m.to_on is null or m.to_on >= on_date) and is_behind_door(m.account_id)
        and m.committee_id <> all (nullif(current_setting('xushi.committees', true), '')::uuid[]) $$;

create function logins_of(people uuid[], at timestamptz)
returns table (account_id uuid, login_name text, initial_since timestamptz, last_sign_in_at timestamptz, locked_until timestamptz)
language sql stable security definer set search_path = public
as $$ select a.id, a.login_name, case when c.is_initial then c.changed_at end, c.last_sign_in_at,
        (select max(f.locked_until) from sign_in_failure f where f.login_name = a.login_name and f.locked_until > at)
      from account a left join credential c on c.account_id = a.id
      where a.id = any(people) and a.login_name is not null and is_behind_door(a.id) $$;

-- Names are one pool over an installation, as whoever signs in names no committee.
create function taken_login_names(wanted text[]) returns table (login_name text)
language sql stable security definer set search_path = public
as $$ select a.login_name from account a where a.login_name = any(wanted) $$;

create function give_logins(logins jsonb, at timestamptz) returns void
language sql volatile security definer set search_path = public
as $$
  with given as (select * from jsonb_to_recordset(logins) as g (account_id uuid, login_name text, hash text)
                 where is_behind_door(g.account_id)),
  named as (update account a set login_name = g.login_name from given g
            where a.id = g.account_id and a.login_name is null returning a.id, a.login_name),
  forgotten as (delete from sign_in_failure f using named n where f.login_name = n.login_name)
  insert into credential (account_id, password_hash, is_initial, changed_at)
  select n.id, g.hash, true, at from named n join given g on g.account_id = n.id
  on conflict (account_id) do update set password_hash = excluded.password_hash, is_initial = true,
    changed_at = excluded.changed_at, last_sign_in_at = null
$$;

create function reset_login(of_account uuid, hash text, at timestamptz) returns void
language sql volatile security definer set search_path = public
as $$
  insert into credential as c (account_id, password_hash, is_initial, changed_at)
  select of_account, hash, true, at where is_behind_door(of_account)
  on conflict (account_id) do update
  set password_hash = excluded.password_hash, is_initial = true, changed_at = excluded.changed_at;
  delete from session s where s.account_id = of_account and is_behind_door(of_account);
$$;

-- The name is free again; who had it stands among the changes of the roster.
create function withdraw_login(of_account uuid) returns void
language sql volatile security definer set search_path = public
as $$
  delete from credential c where c.account_id = of_account and is_behind_door(of_account);
  delete from session s where s.account_id = of_account and is_behind_door(of_account);
  update account a set login_name = null where a.id = of_account and is_behind_door(of_account);
$$;`;

const rights = `
revoke all on function find_session(bytea, timestamptz), find_credential(text), note_sign_in(uuid, text, timestamptz),
  change_password(uuid, text, text, timestamptz), is_behind_door(uuid), serving_elsewhere(uuid[], date),
  logins_of(uuid[], timestamptz), taken_login_names(text[]), give_logins(jsonb, timestamptz),
  reset_login(uuid, text, timestamptz), withdraw_login(uuid) from public;
grant execute on function find_session(bytea, timestamptz), find_credential(text), note_sign_in(uuid, text, timestamptz),
  change_password(uuid, text, text, timestamptz), serving_elsewhere(uuid[], date), logins_of(uuid[], timestamptz),
  taken_login_names(text[]), give_logins(jsonb, timestamptz), reset_login(uuid, text, timestamptz), withdraw_login(uuid)
  to xushi_app;`;
