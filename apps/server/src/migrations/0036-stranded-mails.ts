import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds mails whose job is gone: deleted, lost with a queue restored from an older backup, or given up by the queue.
 * The application role cannot read the queue, and the scheduler sees no message: the owner looks for both.
 */
export class StrandedMails1764000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- plpgsql: the schema of the queue is made after the migrations. A mail in the hands of another transaction is not stranded.
create function lock_stranded_mails(since timestamptz, most int) returns table (mailbox_id uuid, message_id uuid)
language plpgsql volatile security definer set search_path = public
as $$ begin
  return query
  select m.committee_id, m.id from message m
  where m.channel = 'mail' and m.status in ('queued', 'sending') and coalesce(m.next_try_at, m.due_at) < since
    and not exists (select from delivery d where d.committee_id = m.committee_id and d.message_id = m.id
      and d.status = 'leased' and d.leased_until > since)
    and not exists (select from pgboss.job j where j.name = 'mail' and j.state in ('created', 'retry', 'active')
      and j.data ->> 'messageId' = m.id::text)
  order by m.due_at limit most for update of m skip locked;
end $$;
revoke all on function lock_stranded_mails(timestamptz, int) from public;
grant execute on function lock_stranded_mails(timestamptz, int) to xushi_scheduler;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function lock_stranded_mails(timestamptz, int)');
  }
}
