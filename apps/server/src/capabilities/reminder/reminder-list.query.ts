import type { NoticeForm } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

type Outcome = 'sent' | 'superseded' | 'skipped' | 'held' | 'cancelled';
type DeliveryState = 'waiting' | 'delivered' | 'in-doubt' | 'failed' | 'dropped';

/** One page of a committee's reminders with their outcomes, recipients and deliveries, the latest first. */
export async function listReminders(
  tx: Tx,
  filter: { committeeId: string; outcome?: Outcome | undefined; page: number; pageSize: number },
) {
  const matching = `from reminder r where r.committee_id = $1 and ($2::text is null or r.outcome = $2)`;
  const [count] = await tx.query<{ total: number }>(`select count(*) as total ${matching}`, [
    filter.committeeId,
    filter.outcome ?? null,
  ]);
  const rows = await tx.query<{
    key: string;
    taskId: string;
    taskKind: string;
    title: string;
    occurrenceKey: string | null;
    holderName: string | null;
    rung: string;
    form: NoticeForm;
    on: string;
    outcome: Outcome;
    reason: string;
    recorded_at: Temporal.Instant;
    recipients: { name: string; delivery: DeliveryState; at: string | null }[];
  }>(
    `with chosen as (
       select r.* ${matching} order by r.recorded_at desc, r.task_id, r.on_date, r.rung limit $3 offset $4)
     select concat_ws(' ', r.task_id, r.rung, r.due_on, r.round) as key, r.task_id as "taskId", t.kind as "taskKind", i.title,
       o.key as "occurrenceKey", h.name as "holderName", r.rung, r.form, r.on_date as "on", r.outcome, r.reason,
       r.recorded_at,
       coalesce((
         select jsonb_agg(jsonb_build_object(
             'name', a.name,
             'delivery', case when n.dropped_at is not null then 'dropped' when m.status = 'sent' then coalesce(d.status, 'waiting')
                              else m.status end,
             'at', to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by a.name collate person_name)
         from notice n
         join account a on a.id = n.account_id
         join message m on m.committee_id = n.message_committee_id and m.id = n.message_id
         left join lateral (select status, at from delivery where committee_id = m.committee_id and message_id = m.id
                            order by attempt desc limit 1) d on true
         where n.committee_id = r.committee_id and n.task_id = r.task_id and n.rung = r.rung and n.due_on = r.due_on
           and n.round = r.round
       ), '[]') as recipients
     from chosen r
     join task t on t.committee_id = r.committee_id and t.id = r.task_id
     join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
     left join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id
     left join account h on h.id = t.holder_account_id
     order by r.recorded_at desc, r.task_id, r.on_date, r.rung`,
    [filter.committeeId, filter.outcome ?? null, filter.pageSize, (filter.page - 1) * filter.pageSize],
  );
  return {
    rows: rows.map(({ recorded_at, ...row }) => ({ ...row, recordedAt: recorded_at.toString() })),
    total: count?.total ?? 0,
  };
}

/** The messages a person got, newest first, each with its notices; those kept back are not there yet. */
export async function readInbox(tx: Tx, accountId: string) {
  const rows = await tx.query<{
    messageId: string;
    kind: 'digest' | 'immediate';
    on: string;
    sent_at: Temporal.Instant;
    notices: {
      key: string;
      committeeId: string;
      committeeName: string;
      form: NoticeForm;
      taskId: string;
      taskKind: string;
      title: string;
      occurrenceKey: string | null;
      dueOn: string;
      holderName: string | null;
      text: string | null;
      byName: string | null;
      wording: string | null;
      at: string;
    }[];
  }>(
    `select m.id as "messageId", m.kind, m.on_date as "on", m.sent_at,
       jsonb_agg(jsonb_build_object(
         'key', concat_ws(' ', n.task_id, n.rung, n.due_on, n.round),
         'committeeId', n.committee_id, 'committeeName', c.name, 'form', n.form, 'taskId', n.task_id,
         'taskKind', t.kind, 'title', i.title, 'occurrenceKey', o.key, 'dueOn', n.due_on, 'holderName', h.name,
         'text', n.text, 'byName', b.name, 'wording', n.wording, 'at', to_char(n.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
         order by n.due_on, i.title) as notices
     from (select * from message where account_id = $1 and channel = 'in-app' and status = 'sent' order by sent_at desc limit 100) m
     join notice n on n.message_committee_id = m.committee_id and n.message_id = m.id and n.dropped_at is null
     join committee c on c.id = n.committee_id
     join task t on t.committee_id = n.committee_id and t.id = n.task_id
     join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
     left join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id
     left join account h on h.id = t.holder_account_id
     left join account b on b.id = n.sent_by_account_id
     group by m.committee_id, m.id, m.kind, m.on_date, m.sent_at order by m.sent_at desc, m.id`,
    [accountId],
  );
  return rows.map(({ sent_at, ...row }) => ({ ...row, sentAt: sent_at.toString() }));
}
