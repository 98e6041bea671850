import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links by which a member opens the member page without a password: see docs/decisions/0017. */
export class MemberLinks1764000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [table, functions]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function find_member_link(bytea); drop table member_link;');
  }
}

const table = `
create table member_link (
  committee_id uuid not null,
  -- The link itself is known to whoever got the message, and to nobody else.
  token_hash bytea not null constraint member_link_token_unique unique,
  account_id uuid not null references account,
  task_id uuid not null,
  created_at timestamptz not null,
  primary key (committee_id, token_hash),
  foreign key (committee_id, task_id) references task
);
alter table member_link enable row level security;
create policy tenant on member_link to xushi_app
  using (committee_id = any ((select nullif(current_setting('xushi.committees', true), '')::uuid[])::uuid[]));
grant select, insert on member_link to xushi_app;`;

/** A link knows its person as a member only, and only in the tree of its duty: no other office comes along. */
const functions = `
create function find_member_link(wanted bytea)
returns table (account_id uuid, name text, committee_id uuid, task_id uuid, memberships jsonb, committees jsonb)
language sql stable security definer set search_path = public
as $$
  select a.id, a.name, l.committee_id, l.task_id,
    coalesce((select jsonb_agg(jsonb_build_object('committeeId', m.committee_id, 'role', m.role, 'title', m.title,
         'unitId', null, 'from', m.from_on, 'to', m.to_on, 'inNameOf', null))
       from membership m join committee c on c.id = m.committee_id
       where m.account_id = a.id and m.role = 'member' and c.root_id = home.root_id), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'parentId', c.parent_id, 'rootId', c.root_id,
         'level', c.level, 'name', c.name, 'zone', c.zone) order by c.parent_id nulls first, c.name)
       from committee c
       where c.root_id = home.root_id and exists (select from membership m
         where m.account_id = a.id and m.role = 'member' and m.committee_id = c.id)), '[]')
  from member_link l
  join account a on a.id = l.account_id
  join committee home on home.id = l.committee_id
  where l.token_hash = wanted
$$;
revoke all on function find_member_link(bytea) from public;
grant execute on function find_member_link(bytea) to xushi_app;`;
