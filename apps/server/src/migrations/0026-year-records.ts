import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is put on record of a year afterwards (补录): figures, and beside the closed case of each thing held what its
 * source knows of it, which may be less than a day. Nothing is deleted: a mistake is taken back on record.
 */
export class YearRecords1764000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [tables, policies]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was recorded of past years would be lost: restore a backup instead.');
  }
}

const tables = `
create table held_record (
  committee_id uuid not null,
  instance_id uuid not null,
  year int not null,
  from_on date,
  to_on date,
  precision text not null,
  place text,
  people int check (people >= 0),
  source_name text not null,
  source_line int not null,
  source_text text not null,
  confirmed_by_account_id uuid not null references account,
  confirmed_at timestamptz not null,
  primary key (committee_id, instance_id),
  foreign key (committee_id, instance_id) references workflow_instance,
  check ((from_on is null) = (to_on is null)),
  check (to_on >= from_on)
);
create index held_record_year on held_record (committee_id, year);

create table year_figure (
  committee_id uuid not null references committee,
  id uuid not null,
  year int not null,
  key text,
  name text not null,
  value numeric not null check (value >= 0),
  unit text not null,
  bound text not null check (bound in ('exact', 'more-than', 'about')),
  source_name text not null,
  source_line int not null,
  source_text text not null,
  confirmed_by_account_id uuid not null references account,
  confirmed_at timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by_account_id uuid references account,
  primary key (committee_id, id),
  check ((taken_back_at is null) = (taken_back_by_account_id is null))
);
-- A known figure stands once in a year.
create unique index year_figure_key on year_figure (committee_id, year, key) where taken_back_at is null;
`;

const policies = ['held_record', 'year_figure']
  .map(
    (table) => `
alter table ${table} enable row level security;
create policy tenant on ${table} to xushi_app
  using (committee_id = any ((select nullif(current_setting('xushi.committees', true), '')::uuid[])::uuid[]));
grant select, insert on ${table} to xushi_app;`,
  )
  .concat(
    'grant update on held_record to xushi_app;',
    'grant update (taken_back_at, taken_back_by_account_id) on year_figure to xushi_app;',
    `alter table task drop constraint task_origin_check,
       add constraint task_origin_check check (origin in ('planned', 'unplanned', 'urging', 'backfilled'));`,
  )
  .join('');
