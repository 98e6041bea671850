import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A hand-over may take along some of a person's duties only: those chosen when it was prepared. */
export class ChosenDuties1764000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Null: everything, also what names the person without a task.
    await runner.query('alter table hand_over add column task_ids uuid[] check (cardinality(task_ids) > 0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table hand_over drop column task_ids');
  }
}
