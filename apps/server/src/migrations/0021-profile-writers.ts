import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wrote a version of the rule profile and when; null for the one a committee began with. No version is edited. */
export class ProfileWriters1764000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table rule_profile add column written_at timestamptz, add column written_by_account_id uuid references account;
      revoke update on rule_profile from xushi_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant update on rule_profile to xushi_app;
      alter table rule_profile drop column written_at, drop column written_by_account_id;`);
  }
}
