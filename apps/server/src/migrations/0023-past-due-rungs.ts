import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A rung to the holder after the due date says so. Profiles written before that form existed called it "approaching",
 * which is refused today: without this, nobody could write the next version of such a profile.
 */
export class PastDueRungs1764000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
update rule_profile set data = jsonb_set(data, '{ladders}', (
  select jsonb_object_agg(name, (
    select coalesce(jsonb_agg(
      case when rung ->> 'to' = 'holder' and rung ->> 'form' = 'approaching' and (rung #>> '{offset,days}')::int > 0
        then rung || '{"form":"past-due"}' else rung end order by position), '[]')
    from jsonb_array_elements(ladder) with ordinality as listed (rung, position)))
  from jsonb_each(data -> 'ladders') as each_ladder (name, ladder)))
where data -> 'ladders' <> '{}'::jsonb;`);
  }

  async down(): Promise<void> {
    // Both words are read; nothing needs to be undone.
  }
}
