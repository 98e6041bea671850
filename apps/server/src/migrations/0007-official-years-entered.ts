import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Official years are entered while the server runs, and closing days come and go. Every write of a year leaves a stamp
 * never used before, by which each process sees that the calendar it keeps is not the one in the database any more.
 */
export class OfficialYearsEntered1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [stamps, doors]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke delete on closing_day from xushi_app;
      drop function enter_official_year(int, jsonb, uuid, timestamptz), every_committee();
      drop trigger official_year_stamped on official_year;
      drop function stamp_official_year();
      alter table official_year drop column stamp, drop column entered_at, drop column entered_by_account_id;
      drop sequence official_year_stamp;`);
  }
}

/** A sequence does not roll back: a stamp that was seen in a transaction that failed never comes again. */
const stamps = `
create sequence official_year_stamp as int;
alter table official_year
  add column stamp int not null default nextval('official_year_stamp'),
  -- Null for the years that came with the product.
  add column entered_at timestamptz,
  add column entered_by_account_id uuid references account;

create function stamp_official_year() returns trigger language plpgsql set search_path = public
as $$ begin new.stamp := nextval('official_year_stamp'); return new; end $$;
create trigger official_year_stamped before insert or update on official_year
  for each row execute function stamp_official_year();
`;

/** Every committee of the installation works by the official years: only who stands in a top committee may touch them. */
const entered = `c.id = any (nullif(current_setting('xushi.committees', true), '')::uuid[])`;

const doors = `
create function every_committee() returns table (id uuid, root_id uuid)
language sql stable security definer set search_path = public
as $$ select every.id, every.root_id from committee every
      where exists (select from committee c where c.parent_id is null and ${entered}) $$;

create function enter_official_year(of_year int, new_notice jsonb, by_account uuid, at timestamptz) returns void
language plpgsql volatile security definer set search_path = public
as $$
begin
  if not exists (select from committee c where c.parent_id is null and ${entered}) then
    raise exception 'An official year is entered from a top committee.' using errcode = 'insufficient_privilege';
  end if;
  insert into official_year (year, status, notice, entered_at, entered_by_account_id)
  values (of_year, 'published', new_notice, at, by_account)
  on conflict (year) do update set notice = excluded.notice, entered_at = excluded.entered_at,
    entered_by_account_id = excluded.entered_by_account_id;
end $$;

revoke all on function every_committee(), enter_official_year(int, jsonb, uuid, timestamptz), stamp_official_year()
  from public;
grant execute on function every_committee(), enter_official_year(int, jsonb, uuid, timestamptz) to xushi_app;
grant delete on closing_day to xushi_app;
`;
