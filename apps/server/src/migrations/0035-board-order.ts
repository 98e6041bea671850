import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The order of the supervision board and all that its lights are counted by: counts are read from this index alone. Its
 * columns are keys, not included ones, so that PostgreSQL keeps equal ones once: 100,000 tasks take a megabyte instead of
 * the table's fifty, which were read for every board.
 */
export class BoardOrder1764000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index task_status_due;
      create index task_status_due on task (committee_id, status, due_on, opens_on, kind, held_at);
      create index task_held on task (committee_id, due_on) where status = 'open' and held_at is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index task_held;
      drop index task_status_due;
      create index task_status_due on task (committee_id, status, due_on);`);
  }
}
