import { Injectable } from '@nestjs/common';
import { isInOffice, plainFacts } from '@xushi/domain';
import { CommitteeRules, WorkflowEngine } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, loadRoster, tenantsOf, todayIn } from '../account/index.js';
import { countCases, type HandOver, type HandOverPeople, insertHandOver, listTransferable } from './hand-over.query.js';
import { presentTasks, type TaskView } from './task-view.query.js';

type Refusal = 'same-person' | 'person-unknown' | 'nothing-to-hand-over';

/** What a hand-over would take along. */
export interface HandOverPreview {
  readonly fromName: string;
  readonly toName: string;
  readonly tasks: TaskView[];
  /** Open cases that name the one and will name the other, with or without an open task. */
  readonly cases: number;
}

/** Prepares the hand-over (交接) of a person's open duties to somebody in office: looked at first, carried out later. */
@Injectable()
export class PrepareHandOver {
  constructor(
    private readonly doors: Doors,
    private readonly engine: WorkflowEngine,
    private readonly rules: CommitteeRules,
  ) {}

  preview(actor: Actor, input: HandOverPeople & { committeeId: string }): Promise<Result<HandOverPreview, Refusal>> {
    return this.doors.inTenant(tenantsOf(actor, input.committeeId), (tx) => this.#look(tx, actor, input));
  }

  /** Answers the id of the hand-over's case. */
  run(actor: Actor, input: HandOver & { committeeId: string; note: string | null }): Promise<Result<string, Refusal>> {
    return this.doors.inTenant(tenantsOf(actor, input.committeeId), (tx) => this.prepare(tx, actor, input));
  }

  /** The same within a larger piece of work, as when a term ends for many people at once. */
  async prepare(
    tx: Tx,
    actor: Actor,
    input: HandOver & { committeeId: string; note: string | null },
  ): Promise<Result<string, Refusal>> {
    const { committeeId } = input;
    const note = input.note?.trim() ?? '';
    const looked = await this.#look(tx, actor, input);
    if (!looked.ok) return looked;
    const { fromName, toName, tasks, cases } = looked.value;
    const { taskIds } = input;
    const hasNothing = tasks.length === 0 && cases === 0;
    if (hasNothing || taskIds?.length === 0) return refused('nothing-to-hand-over');
    if (taskIds?.some((id) => !tasks.some((task) => task.id === id)) === true) return missing;
    const [instance] = await this.engine.start(
      tx,
      [
        {
          committeeId,
          definition: 'hand-over',
          title: `${fromName} → ${toName}`,
          category: null,
          occurrenceId: null,
          facts: plainFacts,
          input: { fromName, toName, ...(note === '' ? {} : { note }) },
        },
      ],
      actorIn(actor, committeeId),
    );
    if (instance === undefined) throw new Error('The engine opened no case for the hand-over.');
    await insertHandOver(tx, instance, input);
    return ok(instance.id);
  }

  async #look(
    tx: Tx,
    actor: Actor,
    { committeeId, fromAccountId, toAccountId }: HandOverPeople & { committeeId: string },
  ): Promise<Result<HandOverPreview, Refusal>> {
    if (fromAccountId === toAccountId) return refused('same-person', 'toAccountId');
    const only = { roles: [], accountIds: [fromAccountId, toAccountId] };
    const roster = (await loadRoster(tx, [committeeId], only)).get(committeeId) ?? [];
    const today = todayIn(actor, committeeId).toString();
    // Whoever hands over may have left already; whoever takes over is in office.
    if (!roster.some((one) => one.accountId === fromAccountId)) return refused('person-unknown', 'fromAccountId');
    if (!roster.some((one) => one.accountId === toAccountId && isInOffice(one, today))) {
      return refused('person-unknown', 'toAccountId');
    }
    const names = await tx.query<{ id: string; name: string }>('select id, name from account where id = any($1)', [
      [fromAccountId, toAccountId],
    ]);
    const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? '';
    const rows = await listTransferable(tx, committeeId, fromAccountId);
    return ok({
      fromName: nameOf(fromAccountId),
      toName: nameOf(toAccountId),
      tasks: await presentTasks(tx, this.rules, rows, () => false),
      cases: await countCases(tx, committeeId, fromAccountId),
    });
  }
}
