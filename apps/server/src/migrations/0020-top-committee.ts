import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What whoever runs the installation asks at its machine, where nobody is signed in: which committee it belongs to, and
 * whether a sign-in name is taken; and how a name that was locked is let in again.
 */
export class TopCommittee1764000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function top_committee() returns table (id uuid, name text, level text, zone text)
language sql stable security definer set search_path = public
as $$ select c.id, c.name, c.level, c.zone from committee c where c.parent_id is null order by c.created_at, c.id limit 1 $$;

create function account_named(wanted text) returns uuid
language sql stable security definer set search_path = public
as $$ select id from account where login_name = lower(wanted) $$;

-- From wherever they came: who has the machine may lift every lock of a name.
create function forget_failed_sign_ins(wanted text) returns void
language sql volatile security definer set search_path = public
as $$ delete from sign_in_failure f where f.login_name = lower(wanted) $$;

revoke all on function top_committee(), account_named(text), forget_failed_sign_ins(text) from public;
grant execute on function top_committee(), account_named(text), forget_failed_sign_ins(text) to xushi_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function top_committee(), account_named(text), forget_failed_sign_ins(text)');
  }
}
