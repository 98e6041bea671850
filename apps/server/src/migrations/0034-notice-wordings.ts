import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A committee's own wordings of notices (提醒用语), each change a version of its own, and on each notice the wording it
 * was told in: what was said stays what was said.
 */
export class NoticeWordings1764000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notice_wording (
        committee_id uuid not null references committee,
        family text not null check (family in ('plain', 'contribute', 'answer-invitation')),
        form text not null,
        version int not null,
        -- Null: the product's own words again.
        text text check (length(text) between 1 and 120),
        is_current boolean not null,
        changed_at timestamptz not null,
        changed_by_account_id uuid not null references account,
        primary key (committee_id, family, form, version)
      );
      create unique index notice_wording_current on notice_wording (committee_id, family, form) where is_current;
      alter table notice_wording enable row level security;
      create policy tenant on notice_wording to xushi_app
        using (committee_id = any ((select nullif(current_setting('xushi.committees', true), '')::uuid[])::uuid[]));
      grant select, insert on notice_wording to xushi_app;
      grant update (is_current) on notice_wording to xushi_app;
      alter table notice add column wording text;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table notice drop column wording; drop table notice_wording;');
  }
}
