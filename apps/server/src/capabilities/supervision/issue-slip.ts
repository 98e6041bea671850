import { Injectable } from '@nestjs/common';
import { type Membership, plainFacts, type TaskHolder } from '@xushi/domain';
import { loadInstance, WorkflowEngine } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, loadRoster, tenantsOf, todayIn } from '../account/index.js';
import { holderOfRow } from '../task/index.js';
import { hasOpenSlip, insertSlip, lockSlipNumbers, lockTaskForSlip, nextSlipNumber } from './slip.query.js';

type Refusal =
  | 'text-missing'
  | 'task-not-open'
  | 'task-on-hold'
  | 'task-not-overdue'
  | 'holder-is-member'
  | 'slip-open';

/**
 * Issues a supervision slip (督办单) about an overdue task to whoever owes it, numbered without gaps by committee and year.
 * Members are honoured: nothing is demanded of them this way. One open slip a task. Answers the slip's case.
 */
@Injectable()
export class IssueSlip {
  constructor(
    private readonly doors: Doors,
    private readonly engine: WorkflowEngine,
  ) {}

  run(actor: Actor, input: { committeeId: string; taskId: string; demand: string }): Promise<Result<string, Refusal>> {
    const { committeeId, taskId } = input;
    const demand = input.demand.trim();
    const today = todayIn(actor, committeeId);
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      if (demand === '') return refused('text-missing', 'demand');
      const task = await lockTaskForSlip(tx, committeeId, taskId);
      if (task === null) return missing;
      if (task.status !== 'open') return refused('task-not-open');
      if (task.isHeld) return refused('task-on-hold');
      if (task.dueOn >= today.toString()) return refused('task-not-overdue');
      const holder = holderOfRow(task);
      const roster = (await loadRoster(tx, [committeeId])).get(committeeId) ?? [];
      if (isMerelyMember(holder, roster)) return refused('holder-is-member');
      if (await hasOpenSlip(tx, committeeId, taskId)) return refused('slip-open');
      const parent = await loadInstance(tx, committeeId, task.instanceId, { forUpdate: false });
      if (parent === null) throw new Error(`Task ${taskId} belongs to no case.`);
      await lockSlipNumbers(tx, committeeId, today.year);
      const number = await nextSlipNumber(tx, committeeId, today.year);
      const told = { number: `督办〔${today.year}〕${number}号`, text: demand };
      const by = actorIn(actor, committeeId, ['leader']);
      const [slip] = await this.engine.start(
        tx,
        [
          {
            committeeId,
            definition: 'supervision-slip',
            title: parent.title,
            category: parent.category,
            occurrenceId: null,
            parentId: parent.id,
            aboutTaskId: taskId,
            facts: { ...plainFacts, addressee: holder, leaderAccountId: actor.accountId, origin: 'urging' },
            input: told,
          },
        ],
        by,
      );
      if (slip === undefined) throw new Error('The engine opened no case for the slip.');
      await insertSlip(tx, slip, { year: today.year, number, demand, issuedOn: today.toString() });
      await this.engine.note(tx, parent, { event: 'slip-issued', input: { task: task.kind, ...told } }, by);
      return ok(slip.id);
    });
  }
}

function isMerelyMember(holder: TaskHolder, roster: readonly Membership[]): boolean {
  if (holder.kind !== 'account') return false;
  const held = roster.filter((one) => one.accountId === holder.accountId).map(({ role }) => role);
  return held.includes('member') && !held.includes('staff') && !held.includes('leader');
}
