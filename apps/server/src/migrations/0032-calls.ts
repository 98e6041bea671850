import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the staff did by phone or in the group chat is a delivery like every other: who tried, and what a call came to.
 */
export class Calls1764000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table delivery
  add column by_account_id uuid references account,
  add column answer text check (answer in ('coming', 'leave', 'later'));
-- A call is a message of its own: it carries none that stands in the app.
alter table message
  drop constraint message_outside_check,
  add constraint message_outside_check
    check ((channel in ('in-app', 'phone', 'group-text')) = (carries_message_id is null));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table delivery drop column by_account_id, drop column answer');
  }
}
