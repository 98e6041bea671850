import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who stands in for whom in a committee. A delegate's session carries the leader's role beside the own ones, for the
 * days on which the leader is in office, with the leader's name to act in.
 */
export class StandIns1764000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [table, session]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was done in a leader’s name refers to its delegate: restore a backup instead.');
  }
}

const table = `
create table stand_in (
  committee_id uuid not null references committee,
  id uuid not null,
  account_id uuid not null references account,
  stand_in_account_id uuid not null references account,
  kind text not null check (kind in ('stand-in', 'delegate')),
  from_on date not null,
  to_on date,
  entered_at timestamptz not null,
  entered_by_account_id uuid not null references account,
  -- Ended before its last day: it counts no longer, and stays on record.
  ended_at timestamptz,
  ended_by_account_id uuid references account,
  primary key (committee_id, id),
  check (to_on is null or to_on >= from_on),
  check (account_id <> stand_in_account_id)
);
create index stand_in_account on stand_in (stand_in_account_id);
alter table stand_in enable row level security;
create policy tenant on stand_in to xushi_app
  using (committee_id = any ((select nullif(current_setting('xushi.committees', true), '')::uuid[])::uuid[]));
grant select, insert on stand_in to xushi_app;
grant update (ended_at, ended_by_account_id) on stand_in to xushi_app;`;

const session = `
create or replace function find_session(wanted bytea, at timestamptz)
returns table (account_id uuid, name text, login_name text, memberships jsonb, committees jsonb)
language sql stable security definer set search_path = public
as $$
  select a.id, a.name, a.login_name,
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
  from session s join account a on a.id = s.account_id
  where s.token_hash = wanted and s.expires_at > at
$$;`;
