import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reply to an invitation says whether the member comes. Replies on record before this did not, and stay as they are. */
export class InvitationAnswer1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table contribution add column answer text
         constraint contribution_answer_known check (answer in ('coming', 'not-coming'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contribution drop column answer');
  }
}
