import { Injectable } from '@nestjs/common';
import { isInOffice, isMerelyMember, type Membership, plainFacts } from '@xushi/domain';
import { type EngineActor, loadInstance, WorkflowEngine } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, loadRoster, tenantsOf, todayIn } from '../account/index.js';
import { holderOfRow } from '../task/index.js';
import {
  hasOpenSlip,
  insertSlip,
  lockSlipNumbers,
  lockTasksForSlips,
  nextSlipNumber,
  type SlipTask,
} from './slip.query.js';

export interface SlipInput {
  readonly committeeId: string;
  readonly taskIds: readonly string[];
  readonly demand: string;
  /** The leader who ordered it, where staff register the slip; a leader's own slip is theirs. */
  readonly leaderAccountId: string | null;
}

export interface IssuedSlip {
  readonly instanceId: string;
  readonly taskId: string;
  readonly year: number;
  readonly number: number;
}

type TaskRefusal = 'task-not-open' | 'task-on-hold' | 'task-not-overdue' | 'holder-is-member' | 'slip-open';
type Refusal = 'text-missing' | 'leader-unknown' | TaskRefusal;

/** In whose name a slip is issued, and who does it. */
interface Issuer {
  readonly leaderAccountId: string;
  readonly by: EngineActor;
}

/**
 * Issues supervision slips (督办单) about overdue tasks to whoever owes them, one a task, numbered without gaps by
 * committee and year; all or none. A leader issues them, or staff register what a leader ordered, which the history says.
 * Members are honoured: nothing is demanded of them this way. One open slip a task.
 */
@Injectable()
export class IssueSlips {
  constructor(
    private readonly doors: Doors,
    private readonly engine: WorkflowEngine,
  ) {}

  run(actor: Actor, input: SlipInput): Promise<Result<IssuedSlip[], Refusal>> {
    const { committeeId } = input;
    const demand = input.demand.trim();
    const taskIds = [...new Set(input.taskIds)];
    const today = todayIn(actor, committeeId);
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      if (demand === '') return refused('text-missing', 'demand');
      const roster = (await loadRoster(tx, [committeeId])).get(committeeId) ?? [];
      const issuer = issuerOf(actor, input, roster, today.toString());
      if (issuer === null) return refused('leader-unknown', 'leaderAccountId');
      const tasks = await lockTasksForSlips(tx, committeeId, taskIds);
      if (tasks.length < taskIds.length) return missing;
      for (const task of tasks) {
        const reason = await objectionTo(tx, committeeId, task, { roster, today: today.toString() });
        if (reason !== null) return refused(reason, 'taskIds');
      }
      await lockSlipNumbers(tx, committeeId, today.year);
      const first = await nextSlipNumber(tx, committeeId, today.year);
      const issued: IssuedSlip[] = [];
      for (const task of tasks) {
        const slip = { year: today.year, number: first + issued.length, demand, issuedOn: today.toString() };
        const instanceId = await this.#issue(tx, committeeId, task, slip, issuer);
        issued.push({ instanceId, taskId: task.id, year: slip.year, number: slip.number });
      }
      return ok(issued);
    });
  }

  async #issue(
    tx: Tx,
    committeeId: string,
    task: SlipTask,
    slip: { year: number; number: number; demand: string; issuedOn: string },
    { by, leaderAccountId }: Issuer,
  ): Promise<string> {
    const parent = await loadInstance(tx, committeeId, task.instanceId, { forUpdate: false });
    if (parent === null) throw new Error(`Task ${task.id} belongs to no case.`);
    const told = { number: `督办〔${slip.year}〕${slip.number}号`, text: slip.demand };
    const [opened] = await this.engine.start(
      tx,
      [
        {
          committeeId,
          definition: 'supervision-slip',
          title: parent.title,
          category: parent.category,
          occurrenceId: null,
          parentId: parent.id,
          aboutTaskId: task.id,
          facts: { ...plainFacts, addressee: holderOfRow(task), leaderAccountId, origin: 'supervision-slip' },
          input: told,
        },
      ],
      by,
    );
    if (opened === undefined) throw new Error('The engine opened no case for the slip.');
    await insertSlip(tx, opened, slip);
    await this.engine.note(tx, parent, { event: 'slip-issued', input: { task: task.kind, ...told } }, by);
    return opened.id;
  }
}

/** A leader in their own name, a delegate in the leader's; staff in the name of the leader they say. Null: there is none. */
function issuerOf(
  actor: Actor,
  { committeeId, leaderAccountId }: SlipInput,
  roster: readonly Membership[],
  today: string,
): Issuer | null {
  const by = actorIn(actor, committeeId, ['leader']);
  if (by.roles.includes('leader')) return { by, leaderAccountId: by.onBehalfOfAccountId ?? actor.accountId };
  const isLeader = (one: Membership) =>
    one.accountId === leaderAccountId && one.role === 'leader' && isInOffice(one, today);
  if (leaderAccountId === null || !roster.some(isLeader)) return null;
  return { by: { ...by, onBehalfOfAccountId: leaderAccountId }, leaderAccountId };
}

async function objectionTo(
  tx: Tx,
  committeeId: string,
  task: SlipTask,
  { roster, today }: { roster: readonly Membership[]; today: string },
): Promise<TaskRefusal | null> {
  if (task.status !== 'open') return 'task-not-open';
  if (task.isHeld) return 'task-on-hold';
  if (task.dueOn >= today) return 'task-not-overdue';
  const { holder_account_id: accountId } = task;
  if (accountId !== null && isMerelyMember(accountId, roster, today)) return 'holder-is-member';
  return (await hasOpenSlip(tx, committeeId, task.id)) ? 'slip-open' : null;
}
