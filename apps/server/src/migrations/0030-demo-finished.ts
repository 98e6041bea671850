import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A demo that broke off while it was made is told from a finished one, and begun anew. */
export class DemoFinished1764000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table installation add column demo_finished_at timestamptz');
    await runner.query('update installation set demo_finished_at = now() where is_demo');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table installation drop column demo_finished_at');
  }
}
