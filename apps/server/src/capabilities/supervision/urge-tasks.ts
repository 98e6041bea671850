import { Injectable } from '@nestjs/common';
import { dateIn, hearersOf, messageMoment, peopleOf, plainFacts, type TaskKind } from '@xushi/domain';
import { CommitteeRules, type EngineActor, WorkflowEngine } from '../../engine/index.js';

import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, committeeOf, loadRoster, rolesFromAbove, tenantsOf } from '../account/index.js';
import { writeTold, writeTry } from '../call-sheet/index.js';
import { type NoticeLine, type ReminderLine, TellPeople } from '../reminder/index.js';
import { type HolderColumns, holderOfRow } from '../task/index.js';

interface TaskRecord extends HolderColumns {
  committee_id: string;
  id: string;
  instance_id: string;
  instance_state: string;
  title: string;
  category: string | null;
  kind: TaskKind;
  open_urging_id: string | null;
  due_on: string;
  status: string;
  is_held: boolean;
}

/** What was urged, whom it reaches, and when, if not at once. */
export interface Urged {
  readonly urged: number;
  readonly people: number;
  readonly goesAt: string | null;
}

/**
 * Urges the holders of tasks with words of one's own: a notice to each, on record with who urged and when; sent, or told
 * on the phone already. All tasks
 * or none; a task that was urged today already is refused, so that two leaders do not press the same person twice, and
 * one on hold, since nobody is written to about it meanwhile. Each urging is a case of its own that asks for an answer;
 * urged again before one came, it asks anew.
 */
@Injectable()
export class UrgeTasks {
  constructor(
    private readonly doors: Doors,
    private readonly engine: WorkflowEngine,
    private readonly rules: CommitteeRules,
    private readonly people: TellPeople,
  ) {}

  run(
    actor: Actor,
    input: { committeeId: string; taskIds: readonly string[]; text: string; byPhone: boolean },
  ): Promise<Result<Urged, 'task-not-open' | 'task-on-hold' | 'urged-today' | 'text-missing'>> {
    const { committeeId } = input;
    const text = input.text.trim();
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      if (text === '') return refused('text-missing', 'text');
      const { calendar, profile } = await this.rules.inForce(tx, committeeId);
      const today = dateIn(profile.reminder.zone, tx.now).toString();
      const rung = `urging ${today}`;
      const taskIds = [...new Set(input.taskIds)];
      const tasks = await lockTasks(tx, committeeId, taskIds);
      if (tasks.length < taskIds.length) return missing;
      if (tasks.some((task) => task.status !== 'open')) return refused('task-not-open', 'taskIds');
      if (tasks.some((task) => task.is_held)) return refused('task-on-hold', 'taskIds');
      if (await isAnyUrged(tx, committeeId, taskIds, rung)) return refused('urged-today', 'taskIds');
      const roster = (await loadRoster(tx, [committeeId])).get(committeeId) ?? [];
      const messageDueAt = messageMoment(tx.now, calendar, profile.reminder);
      const messageOn = dateIn(profile.reminder.zone, messageDueAt).toString();
      const reminders: ReminderLine[] = [];
      const notices: NoticeLine[] = [];
      for (const task of tasks) {
        const line = { committeeId, taskId: task.id, rung, dueOn: task.due_on, round: 1, form: 'urging' as const };
        const people = hearersOf(peopleOf(holderOfRow(task), roster, today), roster, today);
        reminders.push({
          ...line,
          onDate: today,
          outcome: people.length > 0 ? 'sent' : 'skipped',
          reason: people.length > 0 ? 'urged' : 'nobody-in-office',
        });
        for (const accountId of people) {
          const slot = `${task.id} ${rung}`;
          notices.push({ ...line, accountId, text, sentByAccountId: actor.accountId, slot, messageOn, messageDueAt });
        }
        await this.engine.note(
          tx,
          { committeeId, id: task.instance_id, state: task.instance_state },
          { event: 'urged', input: { task: task.kind, text } },
          byOf(actor, committeeId),
        );
      }
      await this.#openCases(tx, tasks, text, byOf(actor, committeeId));
      if (input.byPhone) {
        await this.people.run(
          tx,
          reminders.filter(({ outcome }) => outcome === 'skipped'),
          [],
        );
        await recordPhoned(tx, { committeeId, rung, onDate: today, byAccountId: actor.accountId }, notices);
      } else await this.people.run(tx, reminders, notices);
      const goesAt = input.byPhone || messageDueAt.equals(tx.now) ? null : messageDueAt.toString();
      return ok({ urged: tasks.length, people: new Set(notices.map((notice) => notice.accountId)).size, goesAt });
    });
  }

  async #openCases(tx: Tx, tasks: readonly TaskRecord[], text: string, by: EngineActor): Promise<void> {
    const first = tasks.filter((task) => task.open_urging_id === null);
    await this.engine.start(
      tx,
      first.map((task) => ({
        committeeId: task.committee_id,
        definition: 'urging',
        title: task.title,
        category: task.category,
        occurrenceId: null,
        parentId: task.instance_id,
        aboutTaskId: task.id,
        facts: { ...plainFacts, addressee: holderOfRow(task), origin: 'urging' },
        input: { text },
      })),
      by,
    );
    for (const { committee_id: committeeId, open_urging_id: instanceId } of tasks) {
      if (instanceId === null) continue;
      const target = { committeeId, instanceId, lockVersion: null };
      const result = await this.engine.act(tx, target, { event: 'urge-again', input: { text } }, by);
      if (!result.ok) throw new Error(`Urging again was refused: ${JSON.stringify(result)}`);
    }
  }
}

/** Urged on the phone: a delivery of that channel to each person, made already; nothing is sent. */
async function recordPhoned(
  tx: Tx,
  by: { committeeId: string; rung: string; onDate: string; byAccountId: string },
  notices: readonly NoticeLine[],
): Promise<void> {
  const channel = { ...by, channel: 'phone', reason: 'urged' } as const;
  await writeTold(tx, channel, notices);
  await writeTry(
    tx,
    channel,
    notices.map(({ taskId, accountId, dueOn }) => ({ taskId, accountId, dueOn, attempt: 1, outcome: null })),
  );
}

/** A county urges in its townships: the offices held above count here, too. */
function byOf(actor: Actor, committeeId: string): EngineActor {
  const by = actorIn(actor, committeeId, ['staff', 'leader']);
  const roles = [...by.roles, ...rolesFromAbove(actor, committeeId)];
  const parentId = committeeOf(actor, committeeId)?.parentId ?? null;
  if (by.roles.length > 0 || parentId === null) return { ...by, roles };
  // A delegate of the county's leader urges below in the leader's name, too.
  return { ...by, roles, onBehalfOfAccountId: actorIn(actor, parentId, ['staff', 'leader']).onBehalfOfAccountId };
}

function lockTasks(tx: Tx, committeeId: string, taskIds: readonly string[]): Promise<TaskRecord[]> {
  return tx.query<TaskRecord>(
    `select t.committee_id, t.id, t.instance_id, i.state as instance_state, t.kind, t.holder_account_id, t.holder_role, t.holder_unit_id,
       i.title, i.category, t.due_on, t.status, t.held_at is not null as is_held,
       (select u.id from workflow_instance u where u.committee_id = t.committee_id and u.about_task_id = t.id
          and u.definition = 'urging' and not u.is_final) as open_urging_id
     from task t join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
     where t.committee_id = $1 and t.id = any($2) and t.kind <> 'answer-urging' order by t.instance_id, t.id for update of i, t`,
    [committeeId, taskIds],
  );
}

/** Asked after the lock, in a statement of its own: the one that waited for the lock still sees what was before it. */
async function isAnyUrged(tx: Tx, committeeId: string, taskIds: readonly string[], rung: string): Promise<boolean> {
  const rows = await tx.query(
    `select from task t join reminder r on r.committee_id = t.committee_id and r.task_id = t.id and r.due_on = t.due_on
     where t.committee_id = $1 and t.id = any($2) and r.rung = $3 limit 1`,
    [committeeId, taskIds, rung],
  );
  return rows.length > 0;
}
