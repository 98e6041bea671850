import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Channels outside the app, mail the first: where a person is reached, the server that mails leave by, which notices a
 * message outside says, and the outbox of an installation without a mail server. The queue of jobs has a schema of its
 * own (platform/jobs).
 */
export class ChannelsOutside1764000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [people, messages, mentions, outbox, settings, functions]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was sent by mail would be lost: restore a backup instead.');
  }
}

const people = `
alter table account
  add column email text,
  add column mail_digest boolean not null default true,
  add column mail_immediate boolean not null default true;
grant update (email, mail_digest, mail_immediate) on account to xushi_app;
alter table committee
  add column office_phone text,
  add column sends_mail boolean not null default true;`;

const messages = `
alter table message
  drop constraint message_status_check,
  add constraint message_status_check
    check (status in ('waiting', 'queued', 'sending', 'sent', 'dropped', 'failed', 'outbox')),
  -- The message in the app whose notices this one carries outside.
  add column carries_message_id uuid,
  -- When it is tried next; set while it is queued or between tries.
  add column next_try_at timestamptz,
  add column reason text,
  add column address text,
  -- Tries before somebody had it sent again: what comes after counts from one.
  add column tries_before smallint not null default 0,
  add foreign key (committee_id, carries_message_id) references message,
  add constraint message_outside_check check ((channel = 'in-app') = (carries_message_id is null));
-- What joins a message already sent in the app waits in one message a channel, however many join.
-- None of these starts with committee_id: see message_slot_unique.
create unique index message_waiting_outside on message (carries_message_id, channel) where status = 'waiting';
create index message_carries on message (carries_message_id) where carries_message_id is not null;
create index message_outside on message (status, due_at) where channel <> 'in-app';
alter table delivery
  drop constraint delivery_status_check,
  add constraint delivery_status_check check (status in ('leased', 'delivered', 'deferred', 'in-doubt', 'failed'));`;

const tenant = (column: string) =>
  `(${column} = any ((select nullif(current_setting('xushi.committees', true), '')::uuid[])::uuid[]))`;

const mentions = `
-- One notice said by one message outside the app, or left out of it because it was settled before.
create table mention (
  committee_id uuid not null,
  task_id uuid not null,
  rung text not null,
  due_on date not null,
  round smallint not null,
  account_id uuid not null,
  message_committee_id uuid not null,
  message_id uuid not null,
  channel text not null,
  dropped_because text,
  -- A notice is said once in each channel.
  primary key (committee_id, task_id, rung, due_on, round, account_id, channel),
  foreign key (committee_id, task_id, rung, due_on, round, account_id) references notice,
  foreign key (message_committee_id, message_id) references message
);
create index mention_message on mention (message_id);
alter table mention enable row level security;
create policy tenant on mention to xushi_app using ${tenant('committee_id')};
grant select, insert, update on mention to xushi_app;`;

const outbox = `
-- A mail as it would have left, kept because there is no mail server. Unlike message it has content: it is seen only
-- where every committee that speaks in it is entered.
create table outbox_mail (
  committee_id uuid not null,
  message_id uuid not null,
  of_committee_ids uuid[] not null,
  rendered_at timestamptz not null,
  sender text not null,
  recipient text not null,
  subject text not null,
  text text not null,
  html text not null,
  headers jsonb not null,
  primary key (committee_id, message_id),
  foreign key (committee_id, message_id) references message
);
alter table outbox_mail enable row level security;
create policy mailbox on outbox_mail to xushi_app
  using (committee_id = any ((select nullif(current_setting('xushi.mailboxes', true), '')::uuid[])::uuid[])
     and of_committee_ids <@ (select nullif(current_setting('xushi.committees', true), '')::uuid[]));
grant select, insert, update on outbox_mail to xushi_app;`;

const settings = `
-- The mail server of the installation. The password is sealed with a key that is not in the database.
create table mail_server (
  only_row boolean primary key default true check (only_row),
  host text not null,
  port int not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'none')),
  user_name text,
  sealed_password text,
  sender_name text not null,
  sender_address text not null,
  public_address text,
  changed_at timestamptz not null,
  changed_by_account_id uuid not null references account
);
grant select, insert, update on mail_server to xushi_app;
grant delete on mail_server to xushi_app;`;

const functions = `
-- Every committee whose mailbox is one of these: a worker knows only ids of messages.
create function committees_of_mailboxes(wanted uuid[]) returns table (id uuid)
language sql stable security definer set search_path = public
as $$ select c.id from committee c where c.root_id = any(wanted) $$;
-- Whoever holds a signed link turns one kind of mail off, without signing in.
create function stop_mail(of_account uuid, kind text) returns void
language sql volatile security definer set search_path = public
as $$ update account set mail_digest = mail_digest and kind <> 'digest',
        mail_immediate = mail_immediate and kind <> 'immediate' where id = of_account $$;
revoke all on function committees_of_mailboxes(uuid[]), stop_mail(uuid, text) from public;
grant execute on function stop_mail(uuid, text) to xushi_app;
grant execute on function committees_of_mailboxes(uuid[]) to xushi_scheduler;`;
