import { dateIn, foreseeLadder } from '@xushi/domain';
import type { CommitteeRules, Timer } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import type { TaskStory } from '../task/index.js';
import { LADDER_TIMER, momentsOf, progressOf, roundOf } from './ladder-walk.js';

/** What was said about a task and what will be, in order of days, and the urgings with their words. */
export async function readStory(
  tx: Tx,
  rules: CommitteeRules,
  committeeId: string,
  taskId: string,
): Promise<TaskStory> {
  const reminders = await tx.query<{
    key: string;
    rung: string;
    on: string;
    dueOn: string;
    outcome: 'sent' | 'superseded' | 'skipped' | 'held' | 'cancelled';
    reason: string;
    recipients: string[];
  }>(
    `select concat_ws(' ', r.rung, r.due_on, r.round) as key, r.rung, r.on_date as "on", r.due_on as "dueOn", r.outcome,
       r.reason,
       coalesce(array_agg(a.name order by a.name collate person_name) filter (where a.name is not null), '{}') as recipients
     from reminder r
     left join notice n on n.committee_id = r.committee_id and n.task_id = r.task_id and n.rung = r.rung and n.due_on = r.due_on
       and n.round = r.round
     left join account a on a.id = n.account_id
     where r.committee_id = $1 and r.task_id = $2 and r.form <> 'urging'
     group by r.committee_id, r.task_id, r.rung, r.due_on, r.round order by r.on_date, r.recorded_at`,
    [committeeId, taskId],
  );
  const urgings = await tx.query<{ at: Temporal.Instant; byName: string | null; text: string }>(
    `select n.created_at as at, a.name as "byName", n.text from notice n
     left join account a on a.id = n.sent_by_account_id
     where n.committee_id = $1 and n.task_id = $2 and n.form = 'urging'
     group by n.created_at, a.name, n.text order by n.created_at`,
    [committeeId, taskId],
  );
  return {
    reminders: [...reminders, ...(await foreseeRest(tx, rules, committeeId, taskId))],
    urgings: urgings.map((one) => ({ ...one, at: one.at.toString() })),
  };
}

async function foreseeRest(
  tx: Tx,
  rules: CommitteeRules,
  committeeId: string,
  taskId: string,
): Promise<TaskStory['reminders']> {
  const [row] = await tx.query<{
    payload: Timer['payload'];
    fire_at: Temporal.Instant;
    ladder: string;
    opensOn: string;
    dueOn: string;
    version: number;
  }>(
    `select m.payload, m.fire_at, t.ladder, t.opens_on as "opensOn", t.due_on as "dueOn", t.rule_profile_version as version
     from task t join timer m on m.committee_id = t.committee_id and m.kind = '${LADDER_TIMER}' and m.subject_id = t.id
     where t.committee_id = $1 and t.id = $2`,
    [committeeId, taskId],
  );
  if (row === undefined) return [];
  const own = (await rules.forCases(tx, [committeeId]))(committeeId, row.version);
  const { reminder } = own.profile;
  const rest = foreseeLadder(
    momentsOf({ ...row, committeeId }, own),
    { progress: progressOf(row), nextAt: row.fire_at },
    own.calendar,
    reminder,
  );
  return rest.flatMap(({ outcomes, happensAt }) =>
    outcomes.map(({ moment }) => ({
      key: [moment.rung, row.dueOn, roundOf(row)].join(' '),
      rung: moment.rung,
      dueOn: row.dueOn,
      on: dateIn(reminder.zone, happensAt).toString(),
      outcome: 'planned' as const,
      reason: null,
      recipients: [],
    })),
  );
}
