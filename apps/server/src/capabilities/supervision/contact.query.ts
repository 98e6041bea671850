import { dateIn, hearersOf, type NoticeForm, peopleOf } from '@xushi/domain';
import type { CommitteeRules } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { loadRoster } from '../account/index.js';
import { loadPhones } from '../call-sheet/index.js';
import { type HolderColumns, holderOfRow } from '../task/index.js';

interface LastContact {
  readonly at: Temporal.Instant;
  readonly channel: 'in-app' | 'mail' | 'phone' | 'group-text';
  readonly form: NoticeForm;
  readonly byName: string | null;
  readonly wasReached: boolean;
}

/** Whom to call about each of some duties of a committee, with their numbers, and what they last heard of it. */
export async function readContacts(
  tx: Tx,
  rules: CommitteeRules,
  { committeeId, taskIds }: { committeeId: string; taskIds: readonly string[] },
) {
  const { profile } = await rules.inForce(tx, committeeId);
  const today = dateIn(profile.reminder.zone, tx.now).toString();
  const roster = (await loadRoster(tx, [committeeId])).get(committeeId) ?? [];
  const tasks = await tx.query<HolderColumns & { id: string }>(
    'select id, holder_account_id, holder_role, holder_unit_id from task where committee_id = $1 and id = any($2)',
    [committeeId, taskIds],
  );
  const told = tasks.map((task) => ({
    taskId: task.id,
    accountIds: hearersOf(peopleOf(holderOfRow(task), roster, today), roster, today),
  }));
  const accountIds = [...new Set(told.flatMap((one) => one.accountIds))];
  const phones = await loadPhones(tx, accountIds);
  const names = new Map(
    (await tx.query<{ id: string; name: string }>('select id, name from account where id = any($1)', [accountIds])).map(
      ({ id, name }) => [id, name],
    ),
  );
  const last = await loadLastContacts(tx, committeeId, told);
  return told.map(({ taskId, accountIds: people }) => {
    const contact = last.get(taskId);
    return {
      taskId,
      people: people.map((accountId) => ({
        name: names.get(accountId) ?? '',
        phone: phones.get(accountId)?.phone ?? null,
        otherPhone: phones.get(accountId)?.otherPhone ?? null,
      })),
      last: contact === undefined ? null : { ...contact, at: contact.at.toString() },
    };
  });
}

/** By task, the latest delivery of what was said about it to those people; of mails the notices they mention. */
async function loadLastContacts(
  tx: Tx,
  committeeId: string,
  told: readonly { taskId: string; accountIds: readonly string[] }[],
): Promise<Map<string, LastContact>> {
  const rows = await tx.query<LastContact & { taskId: string }>(
    `with wanted as (select * from unnest($2::uuid[], $3::uuid[]) as w (task_id, account_id)),
     said as (
       select n.task_id, n.form, n.sent_by_account_id, n.message_committee_id as mailbox, n.message_id
       from wanted w join notice n on n.committee_id = $1 and n.task_id = w.task_id and n.account_id = w.account_id
         and n.dropped_at is null
       union all
       select x.task_id, n.form, n.sent_by_account_id, x.message_committee_id, x.message_id
       from wanted w join mention x on x.committee_id = $1 and x.task_id = w.task_id and x.account_id = w.account_id
         and x.dropped_because is null
       join notice n on n.committee_id = x.committee_id and n.task_id = x.task_id and n.rung = x.rung
         and n.due_on = x.due_on and n.round = x.round and n.account_id = x.account_id)
     select distinct on (said.task_id) said.task_id as "taskId", d.at, m.channel, said.form,
       coalesce(caller.name, urger.name) as "byName", d.status = 'delivered' as "wasReached"
     from said
     join message m on m.committee_id = said.mailbox and m.id = said.message_id
     join delivery d on d.committee_id = m.committee_id and d.message_id = m.id
       and (d.status = 'delivered' or (d.status = 'failed' and m.channel = 'phone'))
     left join account caller on caller.id = d.by_account_id
     left join account urger on urger.id = said.sent_by_account_id
     order by said.task_id, d.at desc, m.channel`,
    [
      committeeId,
      told.flatMap(({ taskId, accountIds }) => accountIds.map(() => taskId)),
      told.flatMap(({ accountIds }) => accountIds),
    ],
  );
  return new Map(rows.map(({ taskId, ...contact }) => [taskId, contact]));
}
