import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cases that hang on other cases and on tasks: urgings, supervision slips and leave know the task they are about and
 * the case it belongs to. A slip has its number in the year, a hand-over the people between whom it goes. A session
 * says for which handling units a person speaks.
 */
export class CasesBesideThePlan1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [tables, policies, session]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Slips, urgings and hand-overs on record would be lost: restore a backup instead.');
  }
}

const tables = `
alter table workflow_instance add column about_task_id uuid,
  add constraint workflow_instance_about_task foreign key (committee_id, about_task_id) references task;
create index workflow_instance_about on workflow_instance (committee_id, about_task_id) where about_task_id is not null;
create index workflow_instance_parent on workflow_instance (committee_id, parent_id) where parent_id is not null;

create table supervision_slip (
  committee_id uuid not null,
  instance_id uuid not null,
  year int not null,
  number int not null check (number > 0),
  demand text not null,
  issued_on date not null,
  primary key (committee_id, instance_id),
  constraint supervision_slip_number_unique unique (committee_id, year, number),
  foreign key (committee_id, instance_id) references workflow_instance
);

create table hand_over (
  committee_id uuid not null,
  instance_id uuid not null,
  from_account_id uuid not null references account,
  to_account_id uuid not null references account,
  primary key (committee_id, instance_id),
  foreign key (committee_id, instance_id) references workflow_instance,
  check (from_account_id <> to_account_id)
);
`;

const policies = ['supervision_slip', 'hand_over']
  .map(
    (table) => `
alter table ${table} enable row level security;
create policy tenant on ${table} to xushi_app
  using (committee_id = any ((select nullif(current_setting('xushi.committees', true), '')::uuid[])::uuid[]));
grant select, insert on ${table} to xushi_app;`,
  )
  .join('');

const session = `
create or replace function find_session(wanted bytea, at timestamptz)
returns table (account_id uuid, name text, login_name text, memberships jsonb, committees jsonb)
language sql stable security definer set search_path = public
as $$
  select a.id, a.name, a.login_name,
    coalesce((select jsonb_agg(jsonb_build_object('committeeId', m.committee_id, 'role', m.role, 'title', m.title,
                                                  'unitId', m.handling_unit_id, 'from', m.from_on, 'to', m.to_on))
              from membership m where m.account_id = a.id), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'parentId', c.parent_id, 'rootId', c.root_id,
                                                  'level', c.level, 'name', c.name, 'zone', c.zone) order by c.parent_id nulls first, c.name)
              from committee c
              where exists (select from membership m
                            where m.account_id = a.id and (m.committee_id = c.id or m.committee_id = c.parent_id))), '[]')
  from session s join account a on a.id = s.account_id
  where s.token_hash = wanted and s.expires_at > at
$$;
`;
