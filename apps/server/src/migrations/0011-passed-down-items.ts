import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A county's key points in its townships: what was offered, as the county worded it on that day, and the item it became.
 * The row is the township's; the county sees it through its reach over what lies below.
 */
export class PassedDownItems1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table passed_down_item (
  committee_id uuid not null references committee,
  instance_id uuid not null,
  source_committee_id uuid not null,
  source_item_id uuid not null,
  source_name text not null,
  year int not null,
  item jsonb not null,
  item_id uuid,
  primary key (committee_id, instance_id),
  foreign key (committee_id, instance_id) references workflow_instance,
  foreign key (source_committee_id, source_item_id) references plan_item,
  foreign key (committee_id, item_id) references plan_item
);
create index passed_down_item_source on passed_down_item (source_committee_id, source_item_id);
alter table passed_down_item enable row level security;
create policy tenant on passed_down_item to xushi_app
  using (committee_id = any ((select nullif(current_setting('xushi.committees', true), '')::uuid[])::uuid[]));
grant select, insert, update on passed_down_item to xushi_app;

-- Nothing ever wrote or read these: what an item was made from stands in passed_down_item.
alter table plan_item drop column parent_item_committee_id, drop column parent_item_id;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table passed_down_item;
alter table plan_item add column parent_item_committee_id uuid, add column parent_item_id uuid,
  add foreign key (parent_item_committee_id, parent_item_id) references plan_item;`);
  }
}
