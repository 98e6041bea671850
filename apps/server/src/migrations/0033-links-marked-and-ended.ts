import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done by a member's link is marked as such, and the links of a duty can be ended: docs/decisions/0017. */
export class LinksMarkedAndEnded1764000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contribution add column by_link boolean not null default false;
      alter table workflow_event add column by_link boolean not null default false;
      alter table member_link add column ended_at timestamptz;
      grant update (ended_at) on member_link to xushi_app;`);
    await runner.query(findMemberLink('l.token_hash = wanted and l.ended_at is null'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(findMemberLink('l.token_hash = wanted'));
    await runner.query(`
      alter table member_link drop column ended_at;
      alter table workflow_event drop column by_link;
      alter table contribution drop column by_link;`);
  }
}

/** As in 0028, with another condition. */
const findMemberLink = (condition: string) => `
create or replace function find_member_link(wanted bytea)
returns table (account_id uuid, name text, committee_id uuid, task_id uuid, memberships jsonb, committees jsonb)
language sql stable security definer set search_path = public
as $$
  select a.id, a.name, l.committee_id, l.task_id,
    coalesce((select jsonb_agg(jsonb_build_object('committeeId', m.committee_id, 'role', m.role, 'title', m.title,
         'unitId', null, 'from', m.from_on, 'to', m.to_on, 'inNameOf', null))
       from membership m join committee c on c.id = m.committee_id
       where m.account_id = a.id and m.role = 'member' and c.root_id = home.root_id), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'parentId', c.parent_id, 'rootId', c.root_id,
         'level', c.level, 'name', c.name, 'zone', c.zone) order by c.parent_id nulls first, c.name)
       from committee c
       where c.root_id = home.root_id and exists (select from membership m
         where m.account_id = a.id and m.role = 'member' and m.committee_id = c.id)), '[]')
  from member_link l
  join account a on a.id = l.account_id
  join committee home on home.id = l.committee_id
  where ${condition}
$$;`;
