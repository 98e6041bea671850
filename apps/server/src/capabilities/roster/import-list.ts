import { Injectable } from '@nestjs/common';
import { WorkflowEngine } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, rolesIn, tenantsOf, todayIn } from '../account/index.js';
import { AskJoiners, PrepareHandOver } from '../task/index.js';
import { applyFates, endTerm } from './apply-fates.js';
import { BeginOffices } from './begin-offices.js';
import { type JudgedList, judgeList, type ListInput, mustHandOver, readList } from './judge-list.js';
import { lockRoster } from './roster.query.js';

type Unread = Extract<Awaited<ReturnType<typeof readList>>, { why: 'refused' }>['reason'] | 'successor-unknown';
type Refusal =
  | Unread
  | 'roster-changed'
  | 'roster-without-change'
  | 'roster-faulty'
  | 'successor-missing'
  | 'role-not-allowed';

/** Brings a list into the roster (花名册): looked at first, then done exactly as it was seen, whole or not at all. */
@Injectable()
export class ImportList {
  constructor(
    private readonly doors: Doors,
    private readonly engine: WorkflowEngine,
    private readonly handOvers: PrepareHandOver,
    private readonly joiners: AskJoiners,
    private readonly beginOffices: BeginOffices,
  ) {}

  async preview(actor: Actor, input: ListInput): Promise<Result<JudgedList, Unread>> {
    const read = await readList(input);
    if (!read.ok) return read;
    const today = todayIn(actor, input.committeeId).toString();
    return this.doors.inTenant(tenantsOf(actor, input.committeeId), (tx) =>
      judgeList(tx, input, read.value, { today, joiners: this.joiners }),
    );
  }

  async run(actor: Actor, input: ListInput & { fingerprint: string }): Promise<Result<JudgedList, Refusal>> {
    const { committeeId, term } = input;
    const read = await readList(input);
    if (!read.ok) return read;
    const today = todayIn(actor, committeeId).toString();
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      // A second press, or somebody else's import, waits here and then finds another roster than it was shown.
      await lockRoster(tx, committeeId);
      const judged = await judgeList(tx, input, read.value, { today, joiners: this.joiners });
      if (!judged.ok) return judged;
      const list = judged.value;
      if (list.fingerprint !== input.fingerprint) return refused('roster-changed');
      const refusal = judgeTerm(actor, input, list);
      if (refusal !== null) return refusal;
      const batch = { committeeId, byAccountId: actor.accountId, batchId: newId() };
      const applied = await applyFates(tx, batch, list, { fromOn: term?.effectiveOn ?? today, isTerm: term !== null });
      if (term !== null) {
        await endTerm(tx, batch, list.leavers, term.effectiveOn);
        await this.#handOver(tx, actor, committeeId, list);
      }
      const begun = { committeeId, officeIds: applied.begunOfficeIds };
      await this.beginOffices.run(tx, begun, actorIn(actor, committeeId));
      return ok(list);
    });
  }

  /** What those who leave owe by office or charge goes to whoever was named, each as a hand-over of its own. */
  async #handOver(tx: Tx, actor: Actor, committeeId: string, { leavers }: JudgedList): Promise<void> {
    for (const leaver of leavers.filter(mustHandOver)) {
      const toAccountId = leaver.successorAccountId ?? '';
      const people = { committeeId, fromAccountId: leaver.person.accountId, toAccountId, taskIds: null, note: null };
      const prepared = await this.handOvers.prepare(tx, actor, people);
      if (!prepared.ok) throw new Error(`A hand-over that was looked at is refused: ${JSON.stringify(prepared)}`);
      const done = await this.engine.act(
        tx,
        { committeeId, instanceId: prepared.value, lockVersion: null },
        { event: 'carry-out', input: {} },
        actorIn(actor, committeeId, ['staff', 'leader']),
      );
      if (!done.ok) throw new Error(`A hand-over that was prepared is refused: ${JSON.stringify(done)}`);
    }
  }
}

/** What stands against an import although each of its lines could be written. */
function judgeTerm(actor: Actor, { committeeId, term }: ListInput, list: JudgedList) {
  const { fates, leavers } = list;
  const isWritten = fates.some(({ fate }) => fate === 'add' || fate === 'update');
  if (term === null) return isWritten ? null : refused('roster-without-change');
  // A faulty line could be anybody who seems to leave.
  if (fates.some(({ fate }) => fate === 'faulty')) return refused('roster-faulty');
  const owing = leavers.filter(mustHandOver);
  if (owing.some(({ successorAccountId }) => successorAccountId === null)) {
    return refused('successor-missing', 'successorAccountId');
  }
  const roles = rolesIn(actor, committeeId);
  return owing.length > 0 && !roles.includes('staff') && !roles.includes('leader') ? refused('role-not-allowed') : null;
}
