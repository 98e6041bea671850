import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A task moved to another day and back is due on the same day again, and climbs its ladder again: the round is part of
 * the key, so that what was sent for the first time and what is sent for the second stand side by side.
 */
export class DueAgain1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notice drop constraint notice_committee_id_task_id_rung_due_on_fkey, drop constraint notice_pkey;
      alter table reminder drop constraint reminder_pkey;
      alter table reminder add column round smallint not null default 1,
        add primary key (committee_id, task_id, rung, due_on, round);
      alter table notice add column round smallint not null default 1,
        add primary key (committee_id, task_id, rung, due_on, round, account_id),
        add foreign key (committee_id, task_id, rung, due_on, round) references reminder;`);
  }

  async down(): Promise<void> {
    throw new Error('Reminders of a second round have no place in the old key: restore a backup instead.');
  }
}
