import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a plan item can say beyond quarters and half-years: how often, of which group, under which leader, at which
 * sites; and the events of a committee's year that items hang on. Cadences on record are reworded, their keys stay.
 */
export class PlanSaysMore1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [items, tasks, anchors]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Cadences with anchors and rules cannot be said in the old words: restore a backup instead.');
  }
}

const reworded = (cadence: string) => `case ${cadence} ->> 'kind'
    when 'each-quarter' then '{"kind":"each","unit":"quarter"}'::jsonb
    when 'half-year' then jsonb_build_object('kind', 'within', 'spans',
      jsonb_build_array(jsonb_build_object('unit', 'half-year', 'number', ${cadence} -> 'half')))
    when 'whole-year' then '{"kind":"within","spans":[{"unit":"year"}]}'::jsonb
    else ${cadence} end`;

const items = `
alter table plan_item
  add column times int not null default 1,
  add column group_id uuid,
  add column leader_account_id uuid references account,
  add column sites jsonb not null default '[]',
  add constraint plan_item_group foreign key (committee_id, group_id) references member_group;
alter table plan_item alter column times drop default, alter column sites drop default;

update plan_item set cadence = ${reworded('cadence')};
update plan_revision set items = coalesce((
  select jsonb_agg(item || jsonb_build_object('cadence', ${reworded("(item -> 'cadence')")}, 'times', 1,
    'groupId', null, 'leaderAccountId', null, 'sites', '[]'::jsonb) order by position)
  from jsonb_array_elements(items) with ordinality as listed (item, position)), '[]');

-- Moving many runs of one item lets two of them hold one key for a moment.
alter table occurrence drop constraint occurrence_key_unique;
alter table occurrence add constraint occurrence_key_unique unique (committee_id, plan_item_id, key) deferrable;
`;

const tasks = `
alter table task add column leader_account_id uuid references account;
update workflow_instance set facts = jsonb_build_object('groupId', null, 'leaderAccountId', null) || facts;
`;

const anchors = `
create table anchor (
  committee_id uuid not null references committee,
  year int not null,
  key text not null,
  name text not null,
  on_date date,
  is_provisional boolean not null,
  lock_version int not null default 1,
  primary key (committee_id, year, key),
  check (on_date is not null or not is_provisional)
);
alter table anchor enable row level security;
create policy tenant on anchor to xushi_app
  using (committee_id = any ((select nullif(current_setting('xushi.committees', true), '')::uuid[])::uuid[]));
grant select, insert, update, delete on anchor to xushi_app;

-- A township's plan hangs on its county's plenary session: what a committee has not entered for itself it takes from
-- the one above. Answers only for a committee that was entered.
create function anchors_of(wanted uuid, wanted_year int)
returns table (key text, name text, on_date date, is_provisional boolean, committee_id uuid, lock_version int)
language sql stable security definer set search_path = public
as $$
  with recursive line as (
    select c.id, c.parent_id, 0 as height from committee c
    where c.id = wanted and c.id = any (nullif(current_setting('xushi.committees', true), '')::uuid[])
    union all
    select c.id, c.parent_id, line.height + 1 from committee c join line on c.id = line.parent_id)
  select distinct on (a.key) a.key, a.name, a.on_date, a.is_provisional, a.committee_id, a.lock_version
  from line join anchor a on a.committee_id = line.id and a.year = wanted_year
  order by a.key, line.height
$$;
revoke all on function anchors_of(uuid, int) from public;
grant execute on function anchors_of(uuid, int) to xushi_app;
`;
