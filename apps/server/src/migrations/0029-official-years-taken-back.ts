import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A year's notice entered by mistake can be taken back, and every notice ever entered stays on file with who entered,
 * replaced or took it back.
 */
export class OfficialYearsTakenBack1764000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [changes, doors]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Who changed the official years would be lost: restore a backup instead.');
  }
}

/** Everybody's, like the years themselves. Nobody writes or mends it but the two functions. */
const changes = `
create table official_year_change (
  id int generated always as identity primary key,
  year int not null,
  change text not null check (change in ('entered', 'replaced', 'taken-back')),
  -- The notice that came into force or, taken back, went out of it.
  notice jsonb not null,
  at timestamptz not null,
  by_account_id uuid not null references account
);
create index official_year_change_year on official_year_change (year, id);
grant select on official_year_change to xushi_app;

insert into official_year_change (year, change, notice, at, by_account_id)
select year, 'entered', notice, entered_at, entered_by_account_id from official_year
where entered_by_account_id is not null order by entered_at;
`;

/** Every committee of the installation works by the official years: only who stands in a top committee may touch them. */
const refuseBelowTop = `
  if not exists (select from committee c where c.parent_id is null
                 and c.id = any (nullif(current_setting('xushi.committees', true), '')::uuid[])) then
    raise exception 'An official year is changed from a top committee.' using errcode = 'insufficient_privilege';
  end if;`;

const doors = `
create or replace function enter_official_year(of_year int, new_notice jsonb, by_account uuid, at timestamptz)
returns void language plpgsql volatile security definer set search_path = public
as $$
begin
  ${refuseBelowTop}
  insert into official_year_change (year, change, notice, at, by_account_id)
  values (of_year, case when exists (select from official_year where year = of_year) then 'replaced' else 'entered' end,
    new_notice, at, by_account);
  insert into official_year (year, status, notice, entered_at, entered_by_account_id)
  values (of_year, 'published', new_notice, at, by_account)
  on conflict (year) do update set notice = excluded.notice, entered_at = excluded.entered_at,
    entered_by_account_id = excluded.entered_by_account_id;
end $$;

-- With the notice that came with the product, the year goes back to it; with null it has none any more.
create function take_back_official_year(of_year int, shipped jsonb, by_account uuid, at timestamptz)
returns void language plpgsql volatile security definer set search_path = public
as $$
begin
  ${refuseBelowTop}
  insert into official_year_change (year, change, notice, at, by_account_id)
  select year, 'taken-back', notice, at, by_account from official_year
  where year = of_year and entered_at is not null;
  if not found then raise exception 'No notice of % was entered.', of_year; end if;
  if shipped is null then
    delete from official_year where year = of_year;
  else
    update official_year set notice = shipped, entered_at = null, entered_by_account_id = null where year = of_year;
  end if;
end $$;
revoke all on function take_back_official_year(int, jsonb, uuid, timestamptz) from public;
grant execute on function take_back_official_year(int, jsonb, uuid, timestamptz) to xushi_app;
`;
