import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The chain and its doors. Every tenant table's key starts with committee_id and is guarded by row-level security;
 * the indexes that must not start with it are timer by fire_at, deliveries due, and a message's slot.
 * Message and delivery live in the mailbox of the tree's root committee, because a person gets one digest a day over
 * all committees of an installation.
 */
export class Chain1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [roles, tables, functions, policies]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone: restore a backup instead.');
  }
}

/** Roles belong to the whole server and may exist already, made by another database of it at the same moment. */
const roles = `
do $$
declare wanted text;
begin
  foreach wanted in array array['xushi_app', 'xushi_scheduler'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
    if not pg_has_role(current_user, wanted, 'member') then
      begin
        execute format('grant %I to current_user', wanted);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
end $$;`;

const tables = `
create table committee (
  id uuid primary key,
  parent_id uuid references committee,
  root_id uuid not null references committee,
  level text not null check (level in ('county', 'township', 'street')),
  name text not null,
  zone text not null default 'Asia/Shanghai',
  created_at timestamptz not null
);

create table account (
  id uuid primary key,
  login_name text constraint account_login_name_unique unique,
  name text not null,
  phone text,
  locale text not null default 'zh-CN',
  created_at timestamptz not null
);

create table credential (
  account_id uuid primary key references account,
  password_hash text not null,
  failed_attempts int not null default 0,
  locked_until timestamptz,
  changed_at timestamptz not null
);

create table session (
  token_hash bytea primary key,
  account_id uuid not null references account,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account on session (account_id);

create table official_year (
  year int primary key,
  status text not null check (status in ('published', 'provisional')),
  notice jsonb not null
);

create table installation (
  only_row boolean primary key default true check (only_row),
  is_demo boolean not null
);

create table handling_unit (
  committee_id uuid not null references committee,
  id uuid not null,
  parent_id uuid,
  name text not null,
  primary key (committee_id, id),
  foreign key (committee_id, parent_id) references handling_unit
);

create table member_group (
  committee_id uuid not null references committee,
  id uuid not null,
  kind text not null check (kind in ('liaison', 'sector', 'special-committee')),
  name text not null,
  primary key (committee_id, id)
);

create table membership (
  committee_id uuid not null references committee,
  id uuid not null,
  account_id uuid not null references account,
  role text not null check (role in ('staff', 'member', 'leader', 'unit', 'administrator')),
  title text,
  sector text,
  member_group_id uuid,
  handling_unit_id uuid,
  from_on date not null,
  to_on date,
  primary key (committee_id, id),
  foreign key (committee_id, member_group_id) references member_group,
  foreign key (committee_id, handling_unit_id) references handling_unit,
  check (to_on is null or to_on >= from_on)
);
create index membership_role on membership (committee_id, role);
create index membership_account on membership (account_id);

create table closing_day (
  committee_id uuid not null references committee,
  on_date date not null,
  name text not null,
  primary key (committee_id, on_date)
);

create table rule_profile (
  committee_id uuid not null references committee,
  version int not null,
  valid_from date not null,
  data jsonb not null,
  primary key (committee_id, version)
);

create table workflow_instance (
  committee_id uuid not null references committee,
  id uuid not null,
  definition text not null,
  definition_version int not null,
  state text not null,
  is_final boolean not null,
  lock_version int not null default 1,
  rule_profile_version int not null,
  parent_id uuid,
  occurrence_id uuid,
  title text not null,
  category text,
  facts jsonb not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (committee_id, id),
  foreign key (committee_id, parent_id) references workflow_instance,
  foreign key (committee_id, rule_profile_version) references rule_profile
);
create index workflow_instance_occurrence on workflow_instance (committee_id, occurrence_id);

-- Append only. The hash columns are filled when the audit chain comes.
create table workflow_event (
  committee_id uuid not null,
  instance_id uuid not null,
  seq int not null,
  event text not null,
  from_state text,
  to_state text not null,
  actor_account_id uuid references account,
  on_behalf_of_account_id uuid references account,
  at timestamptz not null,
  input jsonb not null,
  previous_hash bytea,
  hash bytea,
  primary key (committee_id, instance_id, seq),
  foreign key (committee_id, instance_id) references workflow_instance
);

create table plan (
  committee_id uuid not null references committee,
  id uuid not null,
  year int not null,
  title text not null,
  instance_id uuid not null,
  revision int not null default 0,
  lock_version int not null default 1,
  primary key (committee_id, id),
  constraint plan_year_unique unique (committee_id, year),
  foreign key (committee_id, instance_id) references workflow_instance
);
create index plan_instance on plan (committee_id, instance_id);

create table plan_item (
  committee_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  position int not null,
  title text not null,
  category text not null,
  workflow text not null,
  cadence jsonb not null,
  target int not null,
  participants text not null,
  responsible_account_id uuid references account,
  report_wanted boolean not null,
  source_text text,
  parent_item_committee_id uuid,
  parent_item_id uuid,
  primary key (committee_id, id),
  foreign key (committee_id, plan_id) references plan,
  foreign key (parent_item_committee_id, parent_item_id) references plan_item
);
create index plan_item_plan on plan_item (committee_id, plan_id);

-- What was published, so that an amendment can show what it changes.
create table plan_revision (
  committee_id uuid not null,
  plan_id uuid not null,
  revision int not null,
  published_at timestamptz not null,
  published_by uuid references account,
  items jsonb not null,
  primary key (committee_id, plan_id, revision),
  foreign key (committee_id, plan_id) references plan
);

create table occurrence (
  committee_id uuid not null,
  id uuid not null,
  plan_item_id uuid not null,
  key text not null,
  from_on date not null,
  to_on date not null,
  due_on date not null,
  due_reason jsonb not null,
  primary key (committee_id, id),
  constraint occurrence_key_unique unique (committee_id, plan_item_id, key),
  foreign key (committee_id, plan_item_id) references plan_item
);
alter table workflow_instance add foreign key (committee_id, occurrence_id) references occurrence;

create table task (
  committee_id uuid not null,
  id uuid not null,
  instance_id uuid not null,
  kind text not null,
  holder_account_id uuid references account,
  holder_role text,
  holder_unit_id uuid,
  ladder text not null,
  rule_profile_version int not null,
  opens_on date not null,
  due_on date not null,
  due_reason jsonb not null,
  target int not null,
  progress int not null default 0,
  by_contribution boolean not null,
  when_all_done text,
  origin text not null default 'planned' check (origin in ('planned', 'unplanned', 'urging')),
  status text not null default 'open' check (status in ('open', 'done', 'cancelled')),
  opened_at timestamptz not null,
  done_on date,
  recorded_at timestamptz,
  recorded_by_account_id uuid references account,
  on_behalf_of_account_id uuid references account,
  confirmed_not_done_on date,
  held_at timestamptz,
  held_by_account_id uuid references account,
  hold_reason text,
  lock_version int not null default 1,
  primary key (committee_id, id),
  foreign key (committee_id, instance_id) references workflow_instance,
  foreign key (committee_id, holder_unit_id) references handling_unit,
  check (num_nonnulls(holder_account_id, holder_role, holder_unit_id) = 1),
  check ((status = 'done') = (done_on is not null))
);
create index task_instance on task (committee_id, instance_id);
create index task_status_due on task (committee_id, status, due_on);
create index task_holder on task (committee_id, holder_account_id) where status = 'open';

create table contribution (
  committee_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  kind text not null,
  amount int not null,
  done_on date not null,
  recorded_at timestamptz not null,
  recorded_by_account_id uuid references account,
  on_behalf_of_account_id uuid references account,
  note text,
  evidence jsonb,
  primary key (committee_id, id),
  foreign key (committee_id, task_id) references task
);
create index contribution_task on contribution (committee_id, task_id);

-- A thin queue: only the next moment of each subject. Finished by the transaction that does the work.
create table timer (
  committee_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  fire_at timestamptz not null,
  payload jsonb not null,
  attempts smallint not null default 0,
  dead_at timestamptz,
  last_error text,
  primary key (committee_id, kind, subject_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
create index timer_fire_at on timer (fire_at) where dead_at is null;

-- One rung reached. The key holds the due date, so that an amendment never collides with what was sent before it.
create table reminder (
  committee_id uuid not null,
  task_id uuid not null,
  rung text not null,
  due_on date not null,
  form text not null,
  on_date date not null,
  outcome text not null check (outcome in ('sent', 'superseded', 'skipped', 'held', 'cancelled')),
  reason text not null,
  recorded_at timestamptz not null,
  primary key (committee_id, task_id, rung, due_on),
  foreign key (committee_id, task_id) references task
);

create table message (
  committee_id uuid not null references committee,
  id uuid not null,
  account_id uuid not null references account,
  channel text not null,
  on_date date not null,
  slot text not null,
  kind text not null check (kind in ('digest', 'immediate')),
  status text not null check (status in ('waiting', 'sent', 'dropped', 'failed')),
  due_at timestamptz not null,
  sent_at timestamptz,
  message_ref text,
  live_notices int not null,
  primary key (committee_id, id),
  -- Starts with the person: sharing its first column with the primary key, it was taken for the foreign-key checks of
  -- delivery and notice on a table never analyzed, and each check read the whole mailbox.
  constraint message_slot_unique unique (account_id, on_date, channel, slot, committee_id)
);

create table notice (
  committee_id uuid not null,
  task_id uuid not null,
  rung text not null,
  due_on date not null,
  account_id uuid not null,
  form text not null,
  text text,
  sent_by_account_id uuid references account,
  created_at timestamptz not null,
  message_committee_id uuid not null,
  message_id uuid not null,
  dropped_at timestamptz,
  primary key (committee_id, task_id, rung, due_on, account_id),
  foreign key (committee_id, task_id, rung, due_on) references reminder,
  foreign key (message_committee_id, message_id) references message
);
create index notice_message on notice (message_committee_id, message_id);

-- One try. A lease that ran out without an outcome is what makes a delivery "in doubt".
create table delivery (
  committee_id uuid not null,
  message_id uuid not null,
  attempt smallint not null,
  status text not null check (status in ('leased', 'delivered', 'in-doubt', 'failed')),
  leased_until timestamptz,
  at timestamptz not null,
  provider_ref text,
  error text,
  primary key (committee_id, message_id, attempt),
  foreign key (committee_id, message_id) references message
);
create index delivery_due on delivery (leased_until) where status = 'leased';
`;

/** What happens before anybody is signed in, and no more: the application role sees neither credentials nor sessions. */
const functions = `
create function has_any_account() returns boolean
language sql stable security definer set search_path = public
as $$ select exists (select from credential) $$;

create function is_demo_installation() returns boolean
language sql stable security definer set search_path = public
as $$ select coalesce((select is_demo from installation), false) $$;

create function find_credential(wanted text)
returns table (account_id uuid, name text, password_hash text, locked_until timestamptz)
language sql stable security definer set search_path = public
as $$ select a.id, a.name, c.password_hash, c.locked_until
      from account a join credential c on c.account_id = a.id where a.login_name = lower(wanted) $$;

create function find_password(wanted uuid) returns text
language sql stable security definer set search_path = public
as $$ select password_hash from credential where account_id = wanted $$;

-- Locks at the fifth failure in a row; the counter starts again when the lock ends.
create function note_failed_sign_in(failed uuid, at timestamptz, lock_after int, lock_for interval)
returns timestamptz
language sql volatile security definer set search_path = public
as $$ update credential
      set failed_attempts = case when failed_attempts + 1 >= lock_after then 0 else failed_attempts + 1 end,
          locked_until = case when failed_attempts + 1 >= lock_after then at + lock_for else locked_until end
      where account_id = failed returning locked_until $$;

create function set_password(of_account uuid, hash text, at timestamptz) returns void
language sql volatile security definer set search_path = public
as $$ insert into credential (account_id, password_hash, changed_at) values (of_account, hash, at)
      on conflict (account_id) do update
      set password_hash = excluded.password_hash, failed_attempts = 0, locked_until = null, changed_at = excluded.changed_at $$;

create function open_session(new_hash bytea, of_account uuid, at timestamptz, until timestamptz) returns void
language sql volatile security definer set search_path = public
as $$ update credential set failed_attempts = 0, locked_until = null where account_id = of_account;
      delete from session where expires_at < at;
      insert into session (token_hash, account_id, created_at, expires_at) values (new_hash, of_account, at, until) $$;

create function close_session(old_hash bytea) returns void
language sql volatile security definer set search_path = public
as $$ delete from session where token_hash = old_hash $$;

create function close_other_sessions(of_account uuid, kept_hash bytea) returns void
language sql volatile security definer set search_path = public
as $$ delete from session where account_id = of_account and token_hash <> kept_hash $$;

-- The person behind a session, the offices held, and every committee they reach: their own and those below.
create function find_session(wanted bytea, at timestamptz)
returns table (account_id uuid, name text, login_name text, memberships jsonb, committees jsonb)
language sql stable security definer set search_path = public
as $$
  select a.id, a.name, a.login_name,
    coalesce((select jsonb_agg(jsonb_build_object('committeeId', m.committee_id, 'role', m.role, 'title', m.title,
                                                  'from', m.from_on, 'to', m.to_on))
              from membership m where m.account_id = a.id), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'parentId', c.parent_id, 'rootId', c.root_id,
                                                  'level', c.level, 'name', c.name, 'zone', c.zone) order by c.parent_id nulls first, c.name)
              from committee c
              where exists (select from membership m
                            where m.account_id = a.id and (m.committee_id = c.id or m.committee_id = c.parent_id))), '[]')
  from session s join account a on a.id = s.account_id
  where s.token_hash = wanted and s.expires_at > at
$$;

-- Committees and their mailboxes, for the scheduler that knows only ids.
create function tree_of(wanted uuid[]) returns table (id uuid, root_id uuid)
language sql stable security definer set search_path = public
as $$ select c.id, c.root_id from committee c where c.id = any(wanted) $$;
`;

const tenantTables = [
  'handling_unit',
  'member_group',
  'membership',
  'closing_day',
  'rule_profile',
  'workflow_instance',
  'workflow_event',
  'plan',
  'plan_item',
  'plan_revision',
  'occurrence',
  'task',
  'contribution',
  'timer',
  'reminder',
  'notice',
];
/** Nullif: a pooled session holds '' afterwards. The sub-select is evaluated once per statement, not per row. */
const entered = (setting: string) => `any ((select nullif(current_setting('${setting}', true), '')::uuid[])::uuid[])`;

const policies = `
${tenantTables
  .map(
    (table) => `
alter table ${table} enable row level security;
create policy tenant on ${table} to xushi_app using (committee_id = ${entered('xushi.committees')});
grant select, insert${['workflow_event', 'reminder', 'plan_revision', 'contribution'].includes(table) ? '' : ', update'} on ${table} to xushi_app;`,
  )
  .join('')}
${['message', 'delivery']
  .map(
    (table) => `
alter table ${table} enable row level security;
create policy mailbox on ${table} to xushi_app using (committee_id = ${entered('xushi.mailboxes')});
grant select, insert, update on ${table} to xushi_app;`,
  )
  .join('')}
grant delete on plan_item, timer to xushi_app;

alter table committee enable row level security;
create policy tenant on committee to xushi_app using (id = ${entered('xushi.committees')}) with check (id = ${entered('xushi.committees')});
grant select, insert, update on committee to xushi_app;

-- A person is seen by the committees in which they hold or held an office.
alter table account enable row level security;
create policy seen_by_membership on account for select to xushi_app
  using (exists (select from membership m where m.account_id = account.id));
create policy made_by_anyone on account for insert to xushi_app with check (true);
create policy mended_by_membership on account for update to xushi_app
  using (exists (select from membership m where m.account_id = account.id));
grant select, insert on account to xushi_app;
grant update (name, phone, locale) on account to xushi_app;

grant select on official_year, installation to xushi_app;

create policy scheduler on timer to xushi_scheduler using (true);
grant select, update on timer to xushi_scheduler;

revoke all on all functions in schema public from public;
grant execute on all functions in schema public to xushi_app;
grant execute on function tree_of(uuid[]) to xushi_scheduler;
grant usage on schema public to xushi_app, xushi_scheduler;
`;
