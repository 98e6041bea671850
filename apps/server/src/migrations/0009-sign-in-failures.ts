import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wrong passwords are counted by name and place instead of by account: see docs/decisions/0010. */
export class SignInFailures1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [table, functions]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The former counts are gone: restore a backup instead.');
  }
}

/** No role but the owner's touches it; names that no account has are counted like the others. */
const table = `
create table sign_in_failure (
  login_name text not null,
  -- One address of IPv4; of IPv6 the network of 64 bits that a household or office gets.
  network cidr not null,
  failed int not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  primary key (login_name, network)
);
create index sign_in_failure_last_at on sign_in_failure (last_at);
drop function note_failed_sign_in(uuid, timestamptz, int, interval);
drop function find_credential(text);
alter table credential drop column failed_attempts, drop column locked_until;
`;

const functions = `
create function network_of(address inet) returns cidr
language sql immutable set search_path = public
as $$ select network(set_masklen(address, case family(address) when 6 then 64 else 32 end)) $$;

create function find_credential(wanted text)
returns table (account_id uuid, name text, password_hash text)
language sql stable security definer set search_path = public
as $$ select a.id, a.name, c.password_hash
      from account a join credential c on c.account_id = a.id where a.login_name = lower(wanted) $$;

create function sign_in_locked_until(wanted text, address inet, at timestamptz) returns timestamptz
language sql stable security definer set search_path = public
as $$ select f.locked_until from sign_in_failure f
      where f.login_name = lower(wanted) and f.network = network_of(address) and f.locked_until > at $$;

-- Locks at so many failures in a row; what is older than a lock lasts is forgotten, so that the table stays small.
create function note_failed_sign_in(wanted text, address inet, at timestamptz, lock_after int, lock_for interval)
returns timestamptz
language sql volatile security definer set search_path = public
as $$ delete from sign_in_failure f
      where f.last_at <= at - lock_for and (f.login_name, f.network) <> (lower(wanted), network_of(address));
      insert into sign_in_failure as f (login_name, network, failed, last_at)
      values (lower(wanted), network_of(address), 1, at)
      on conflict (login_name, network) do update
      set failed = case when f.last_at <= at - lock_for then 1 else f.failed + 1 end, last_at = at,
          locked_until = case when f.last_at > at - lock_for and f.failed + 1 >= lock_after then at + lock_for end
      returning locked_until $$;

create function forget_failed_sign_ins(wanted text, address inet) returns void
language sql volatile security definer set search_path = public
as $$ delete from sign_in_failure f where f.login_name = lower(wanted) and f.network = network_of(address) $$;

create or replace function set_password(of_account uuid, hash text, at timestamptz) returns void
language sql volatile security definer set search_path = public
as $$ insert into credential (account_id, password_hash, changed_at) values (of_account, hash, at)
      on conflict (account_id) do update
      set password_hash = excluded.password_hash, changed_at = excluded.changed_at $$;

create or replace function open_session(new_hash bytea, of_account uuid, at timestamptz, until timestamptz) returns void
language sql volatile security definer set search_path = public
as $$ delete from session where expires_at < at;
      insert into session (token_hash, account_id, created_at, expires_at) values (new_hash, of_account, at, until) $$;

revoke all on all functions in schema public from public;
grant execute on function network_of(inet), find_credential(text), sign_in_locked_until(text, inet, timestamptz),
  note_failed_sign_in(text, inet, timestamptz, int, interval), forget_failed_sign_ins(text, inet) to xushi_app;
`;
