import { Injectable } from '@nestjs/common';
import { type CallOutcome, type ContributionRefusal, callOutcomesFor } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, tenantsOf, todayIn } from '../account/index.js';
import { loadMattersOfCase, type MatterRecord } from '../member-page/index.js';
import { lockTask, RecordContribution, RequestLeave } from '../task/index.js';
import { CALL_RUNG, type HandChannel, loadCalls, writeTold, writeTry } from './delivery.query.js';
import { formOn } from './form-on.js';

interface CallInput {
  readonly committeeId: string;
  readonly instanceId: string;
  readonly taskId: string;
  readonly outcome: CallOutcome;
  readonly reason: string | null;
  /** Which call about this duty it is. */
  readonly attempt: number;
}
type CallRefusal =
  | ContributionRefusal
  | 'call-recorded'
  | 'text-missing'
  | 'task-not-open'
  | 'not-an-invitation'
  | 'leave-requested';

/**
 * Records what a call came to: a delivery of the channel `phone`, and what the person said as their answer, entered by
 * the clerk on their behalf. Nobody reached is an outcome too, the next call another try. The same press again changes
 * nothing; another outcome for a call that a colleague has just recorded is refused.
 */
@Injectable()
export class RecordCall {
  constructor(
    private readonly doors: Doors,
    private readonly contributions: RecordContribution,
    private readonly requestLeave: RequestLeave,
  ) {}

  run(actor: Actor, input: CallInput): Promise<Result<null, CallRefusal>> {
    const { committeeId, instanceId, taskId, outcome, attempt } = input;
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx): Promise<Result<null, CallRefusal>> => {
      if ((await lockTask(tx, committeeId, taskId)) === null) return missing;
      const matters = await loadMattersOfCase(tx, committeeId, instanceId);
      const matter = matters.find((one) => one.taskId === taskId);
      if (matter === undefined || matter.holderAccountId === null) return missing;
      const calls = (await loadCalls(tx, committeeId, [taskId])).filter(({ dueOn }) => dueOn === matter.dueOn);
      const same = calls[attempt - 1];
      if (same !== undefined) return same.outcome === outcome ? ok(null) : refused('call-recorded');
      const today = todayIn(actor, committeeId);
      if (!callOutcomesFor(matter, today).includes(outcome)) return refused('task-not-open');
      const answered = await this.#answer(tx, actor, matter, input);
      if (!answered.ok) return answered;
      const by: HandChannel = {
        channel: 'phone',
        rung: CALL_RUNG,
        reason: 'called',
        committeeId,
        onDate: today.toString(),
        byAccountId: actor.accountId,
      };
      const { dueOn, holderAccountId: accountId } = matter;
      await writeTold(tx, by, [{ taskId, accountId, dueOn, form: formOn(dueOn, today) }]);
      await writeTry(tx, by, [{ taskId, accountId, dueOn, attempt: calls.length + 1, outcome }]);
      return ok(null);
    });
  }

  /** What the person said becomes their answer; later, or nobody reached, leaves the question open. */
  async #answer(
    tx: Tx,
    actor: Actor,
    { taskId }: MatterRecord,
    input: CallInput,
  ): Promise<Result<unknown, CallRefusal>> {
    const { committeeId, outcome, reason } = input;
    if (outcome === 'leave') {
      return this.requestLeave.within(tx, actor, { committeeId, taskId, reason: reason ?? '' });
    }
    if (outcome !== 'coming') return ok(null);
    return this.contributions.within(tx, actor, {
      committeeId,
      taskId,
      amount: 1,
      doneOn: todayIn(actor, committeeId).toString(),
      note: null,
      answer: 'coming',
      idempotencyKey: newId(),
    });
  }
}
