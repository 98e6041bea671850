import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An amended plan: an item is taken out, not deleted, because its occurrences stay on record; and
 * each revision keeps what it changed and why.
 */
export class Amendments1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table plan_item add column is_removed boolean not null default false;
revoke delete on plan_item from xushi_app;
alter table plan_revision add column reason text, add column changes jsonb not null default '[]';
alter table plan_revision alter column changes drop default;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table plan_revision drop column reason, drop column changes;
alter table plan_item drop column is_removed;
grant delete on plan_item to xushi_app;`);
  }
}
