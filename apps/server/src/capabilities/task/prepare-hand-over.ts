import { Injectable } from '@nestjs/common';
import {
  type Charge,
  type HandOverCaution,
  handOverCautions,
  isInOffice,
  type NamingTask,
  plainFacts,
  reachOfHandOver,
} from '@xushi/domain';
import { CommitteeRules, WorkflowEngine } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, loadRoster, tenantsOf, todayIn } from '../account/index.js';
import type { ItemNaming } from '../annual-plan/index.js';
import {
  type CaseNaming,
  countKinds,
  type HandOver,
  insertHandOver,
  type KindCount,
  listTasksOf,
  loadNamed,
} from './hand-over.query.js';
import { presentTasks, type TaskView } from './task-view.query.js';

type PeopleRefusal = 'same-person' | 'person-unknown';
type Refusal = PeopleRefusal | 'nothing-to-hand-over';

/** Everything a hand-over would change, what it leaves, and what to think about before. */
export interface HandOverPreview {
  readonly fromName: string;
  readonly toName: string;
  readonly tasks: TaskView[];
  /** Owed by others, with the one as leader in charge until now. */
  readonly led: TaskView[];
  /** Open cases that name the one and will name the other, with or without an open task. */
  readonly cases: (Pick<CaseNaming, 'id' | 'definition' | 'title' | 'occurrenceKey'> & { charges: Charge[] })[];
  readonly items: (Pick<ItemNaming, 'id' | 'planId' | 'planTitle' | 'title'> & { charges: Charge[] })[];
  /** Asked of the one as a member, and left. */
  readonly stays: KindCount[];
  readonly cautions: (
    | Exclude<HandOverCaution, { code: 'to-away' }>
    | { readonly code: 'to-away'; readonly hearerName: string; readonly until: string | null }
  )[];
}

/** Prepares the hand-over (交接) of a person's open duties to somebody in office: looked at first, carried out later. */
@Injectable()
export class PrepareHandOver {
  constructor(
    private readonly doors: Doors,
    private readonly engine: WorkflowEngine,
    private readonly rules: CommitteeRules,
  ) {}

  preview(actor: Actor, input: HandOver & { committeeId: string }): Promise<Result<HandOverPreview, PeopleRefusal>> {
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
    const looked = await this.#look(tx, actor, { ...input, taskIds: null });
    if (!looked.ok) return looked;
    const { fromName, toName, tasks, led, cases, items } = looked.value;
    const { taskIds } = input;
    const hasNothing = tasks.length + led.length + cases.length + items.length === 0;
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
    { committeeId, fromAccountId, toAccountId, taskIds }: HandOver & { committeeId: string },
  ): Promise<Result<HandOverPreview, PeopleRefusal>> {
    if (fromAccountId === toAccountId) return refused('same-person', 'toAccountId');
    const only = { roles: [], accountIds: [fromAccountId, toAccountId] };
    const roster = (await loadRoster(tx, [committeeId], only)).get(committeeId) ?? [];
    const today = todayIn(actor, committeeId).toString();
    // Whoever hands over may have left already; whoever takes over is in office.
    if (!roster.some((one) => one.accountId === fromAccountId)) return refused('person-unknown', 'fromAccountId');
    if (!roster.some((one) => one.accountId === toAccountId && isInOffice(one, today))) {
      return refused('person-unknown', 'toAccountId');
    }
    const cautions = handOverCautions({ fromAccountId, toAccountId }, roster, today);
    const hearers = cautions.flatMap((one) => (one.code === 'to-away' ? [one.hearerAccountId] : []));
    const names = await tx.query<{ id: string; name: string }>('select id, name from account where id = any($1)', [
      [fromAccountId, toAccountId, ...hearers],
    ]);
    const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? '';
    const { duties, led, cases, items, stays } = reachOfHandOver(
      await loadNamed(tx, committeeId, [fromAccountId]),
      fromAccountId,
      taskIds,
    );
    const present = async (tasks: readonly NamingTask[]) =>
      presentTasks(tx, this.rules, await listTasksOf(tx, committeeId, tasks), () => false);
    return ok({
      fromName: nameOf(fromAccountId),
      toName: nameOf(toAccountId),
      tasks: await present(duties),
      led: await present(led.filter((task) => !duties.includes(task))),
      cases: cases.filter(({ charges }) => charges.length > 0),
      items,
      stays: countKinds(stays),
      cautions: cautions.map((one) =>
        one.code === 'to-away' ? { code: one.code, hearerName: nameOf(one.hearerAccountId), until: one.until } : one,
      ),
    });
  }
}
