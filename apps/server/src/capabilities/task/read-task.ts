import { Injectable } from '@nestjs/common';
import type { InvitationAnswer } from '@xushi/domain';
import { CommitteeRules } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { type Actor, keepsRecord, rolesIn, standsInForOffice, stoodFor } from '../account/index.js';
import { readCase } from '../workflow/index.js';
import { isHolder } from './is-holder.js';
import { isOwnAsMember } from './list-tasks.js';
import { TaskListeners } from './task-listeners.js';
import { presentTasks, selectTask, type TaskView } from './task-view.query.js';

/**
 * One task with what was done and said about it. Who keeps no record reads their own, and what is owed by those for whom
 * they stand in today, by name or by office; others' answer as missing.
 */
@Injectable()
export class ReadTask {
  constructor(
    private readonly rules: CommitteeRules,
    private readonly listeners: TaskListeners,
  ) {}

  async run(tx: Tx, actor: Actor, committeeId: string, taskId: string) {
    const rows = await tx.query(`${selectTask} where t.committee_id = $1 and t.id = $2`, [committeeId, taskId]);
    const isKeeper = keepsRecord(actor, committeeId);
    // Whoever reads as a member, for themselves or in a fellow member's place, sees no colour.
    const isMembers = !isKeeper && rolesIn(actor, committeeId).includes('member');
    const [task] = await presentTasks(tx, this.rules, rows, (one) => isMembers || isOwnAsMember(actor, one));
    if (task === undefined) return null;
    const owes = isOwn(actor, task);
    const standsIn = !owes && (await stoodFor(tx, actor, committeeId, [task.holder.accountId])).length > 0;
    if (!isKeeper && !owes && !standsIn) {
      const { role } = task.holder;
      if (role === null || !(await standsInForOffice(tx, actor, committeeId, role))) return null;
    }
    const view = await readCase(tx, task, actor);
    const leaveId = task.kind === 'answer-invitation' ? await findLeave(tx, committeeId, taskId) : null;
    const contributions = await tx.query<{
      id: string;
      amount: number;
      done_on: string;
      recorded_at: Temporal.Instant;
      recorded_by: string | null;
      on_behalf_of: string | null;
      note: string | null;
      answer: InvitationAnswer | null;
      by_link: boolean;
    }>(
      `select c.id, c.amount, c.done_on, c.recorded_at, r.name as recorded_by, b.name as on_behalf_of, c.note, c.answer,
         c.by_link
       from contribution c
       left join account r on r.id = c.recorded_by_account_id
       left join account b on b.id = c.on_behalf_of_account_id
       where c.committee_id = $1 and c.task_id = $2 order by c.done_on, c.recorded_at`,
      [committeeId, taskId],
    );
    return {
      ...task,
      standsIn,
      contributions: contributions.map((one) => ({
        id: one.id,
        amount: one.amount,
        doneOn: one.done_on,
        recordedAt: one.recorded_at.toString(),
        recordedByName: one.recorded_by,
        onBehalfOfName: one.on_behalf_of,
        isByLink: one.by_link,
        note: one.note,
        answer: one.answer,
      })),
      openLinks: isKeeper ? await countOpenLinks(tx, committeeId, taskId) : 0,
      // What goes between clerk and leader about a duty is not shown to the member who owes it.
      ...(isKeeper ? await this.listeners.story(tx, committeeId, taskId) : { reminders: [], urgings: [] }),
      case: isKeeper || (view !== null && view.allowedActions.length + view.history.length > 0) ? view : null,
      leave: leaveId === null ? null : await readCase(tx, { committeeId, instanceId: leaveId }, actor),
    };
  }
}

/** The latest request for leave from an invitation. */
async function findLeave(tx: Tx, committeeId: string, taskId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from workflow_instance where committee_id = $1 and about_task_id = $2 and definition = 'leave'
     order by opened_at desc, id desc limit 1`,
    [committeeId, taskId],
  );
  return row?.id ?? null;
}

async function countOpenLinks(tx: Tx, committeeId: string, taskId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from member_link where committee_id = $1 and task_id = $2 and ended_at is null`,
    [committeeId, taskId],
  );
  return row?.count ?? 0;
}

function isOwn(actor: Actor, { committeeId, holder, hold }: TaskView): boolean {
  const awaitsRelease = hold !== null && hold.reason === null;
  const { accountId: holderAccountId, unitId: holderUnitId } = holder;
  return isHolder(actor, committeeId, { holderAccountId, holderUnitId, awaitsRelease });
}
