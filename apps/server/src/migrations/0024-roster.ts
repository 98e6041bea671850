import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The roster (花名册): what committees keep about their people, a member's sector besides the group, and a line for every
 * change of it.
 */
export class Roster1764000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [columns, changes, accounts]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What rosters brought in would be lost: restore a backup instead.');
  }
}

const columns = `
alter table account
  add column other_phone text,
  add column gender text check (gender in ('male', 'female'));
grant update (other_phone, gender) on account to xushi_app;
create index account_phone on account (phone);

-- Nothing was ever written into sector; sectors are member groups, in which a member sits besides any other group.
alter table membership
  drop column sector,
  add column sector_id uuid,
  add column employer text,
  add column note text,
  add column end_reason text,
  add foreign key (committee_id, sector_id) references member_group;
update membership m set sector_id = m.member_group_id, member_group_id = null
from member_group g where g.committee_id = m.committee_id and g.id = m.member_group_id and g.kind = 'sector';

-- Whether a person is seen asks for an office of theirs in the committee: by one index. By two, right after 10,000 people
-- came in and before the table was analyzed, each person was looked for among all others (6.6 s instead of 0.1 s).
drop index membership_account;
create index membership_account on membership (account_id, committee_id);

alter table handling_unit add column phone text;`;

const changes = `
-- Append only: who changed what of the roster, and when. One import is one batch.
create table roster_change (
  committee_id uuid not null references committee,
  id uuid not null,
  batch_id uuid not null,
  at timestamptz not null,
  by_account_id uuid not null references account,
  kind text not null check (kind in ('added', 'corrected', 'ended', 'renewed', 'group', 'unit')),
  account_id uuid references account,
  detail jsonb not null,
  primary key (committee_id, id)
);
create index roster_change_batch on roster_change (committee_id, batch_id);
alter table roster_change enable row level security;
create policy tenant on roster_change to xushi_app
  using (committee_id = any ((select nullif(current_setting('xushi.committees', true), '')::uuid[])::uuid[]));
grant select, insert on roster_change to xushi_app;`;

/**
 * One person is one account over a whole installation: who is added here may serve in another committee of the tree.
 * Found only by name and number together, and only for a committee that stands behind the door.
 */
const accounts = `
create function accounts_in_tree(in_committee uuid, people jsonb) returns table (place int, account_id uuid)
language sql stable security definer set search_path = public
as $$
  select distinct on (p.place) p.place, a.id
  from jsonb_to_recordset(people) as p (place int, name text, phone text)
  join account a on a.phone = p.phone and a.name = p.name
  join membership m on m.account_id = a.id
  join committee c on c.id = m.committee_id
  where c.root_id = (select root_id from committee where id = in_committee)
    and in_committee = any ((select nullif(current_setting('xushi.committees', true), '')::uuid[])::uuid[])
  order by p.place, a.created_at, a.id
$$;
revoke all on function accounts_in_tree(uuid, jsonb) from public;
grant execute on function accounts_in_tree(uuid, jsonb) to xushi_app;`;
