import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last rehearsals of a plan that differed, so that the next one can say what changed. */
export class KeptRehearsals1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table kept_rehearsal (
  committee_id uuid not null,
  plan_id uuid not null,
  rehearsed_at timestamptz not null,
  rehearsed_by uuid not null references account,
  digest jsonb not null,
  primary key (committee_id, plan_id, rehearsed_at),
  foreign key (committee_id, plan_id) references plan
);
alter table kept_rehearsal enable row level security;
create policy tenant on kept_rehearsal to xushi_app
  using (committee_id = any ((select nullif(current_setting('xushi.committees', true), '')::uuid[])::uuid[]));
grant select, insert, delete on kept_rehearsal to xushi_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table kept_rehearsal');
  }
}
