import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a supervision slip asks for comes from the slip (督办单), and is no urging (催办): also of the slips issued before. */
export class SlipOrigin1764000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table task drop constraint task_origin_check,
  add constraint task_origin_check
    check (origin in ('planned', 'unplanned', 'urging', 'supervision-slip', 'backfilled'));
update task t set origin = 'supervision-slip' from workflow_instance i
where i.committee_id = t.committee_id and i.id = t.instance_id and i.definition = 'supervision-slip';
update workflow_instance set facts = jsonb_set(facts, '{origin}', '"supervision-slip"')
where definition = 'supervision-slip'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
update workflow_instance set facts = jsonb_set(facts, '{origin}', '"urging"') where definition = 'supervision-slip';
update task set origin = 'urging' where origin = 'supervision-slip';
alter table task drop constraint task_origin_check,
  add constraint task_origin_check check (origin in ('planned', 'unplanned', 'urging', 'backfilled'))`);
  }
}
