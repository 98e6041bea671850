import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A plan item names the office that leads and the units that help it; what was published or passed down named none. */
export class OfficesOfItems1764000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table plan_item add column lead_office text, add column cooperating jsonb not null default '[]';
      alter table plan_item alter column cooperating drop default;
      update plan_revision set items = coalesce((
        select jsonb_agg(item || '{"leadOffice": null, "cooperating": []}' order by position)
        from jsonb_array_elements(items) with ordinality as listed (item, position)), '[]');
      update passed_down_item set item = item || '{"leadOffice": null, "cooperating": []}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table plan_item drop column lead_office, drop column cooperating');
  }
}
