import { Injectable } from '@nestjs/common';
import { askJoiners, dateIn, type Membership, type OpenTask, type TaskHolder, type TaskKind } from '@xushi/domain';
import {
  CommitteeRules,
  type EngineActor,
  systemActor,
  WorkflowEngine,
  type WorkflowInstance,
} from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { loadRoster } from '../account/index.js';
import { loadHolderNames, loadJoinableCases } from './joinable-case.query.js';

/** People who begin to take part in a committee's work, or came into another of its groups. */
export interface Joining {
  readonly committeeId: string;
  readonly accountIds: readonly string[];
}

/** What one matter of the plan asks of people who join, as the clerk is told. */
export interface AskedOfJoiners {
  readonly title: string;
  readonly taskKind: TaskKind;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly target: number;
  /** How many of them it is asked of. */
  readonly people: number;
}

interface JoinedCase {
  readonly instance: WorkflowInstance;
  readonly effects: readonly OpenTask[];
}

/**
 * Asks people who begin to take part for what the committee's published plans ask of each participant. Who is asked for
 * what is the domain's `askJoiners`, so that what is shown before is what is then done.
 */
@Injectable()
export class AskJoiners {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly rules: CommitteeRules,
  ) {}

  /** What they would be asked for on a day, with the roster as it will be then. Writes nothing. */
  async preview(
    tx: Tx,
    joining: Joining & { readonly roster: readonly Membership[]; readonly on: Temporal.PlainDate },
  ): Promise<AskedOfJoiners[]> {
    if (joining.accountIds.length === 0) return [];
    return present(await this.#decide(tx, joining, systemActor, { forUpdate: false }));
  }

  /** Asks them today, by the roster as it is. Who was asked already is not asked again. */
  async run(tx: Tx, { committeeId, accountIds }: Joining, actor: EngineActor): Promise<AskedOfJoiners[]> {
    if (accountIds.length === 0) return [];
    const roster = (await loadRoster(tx, [committeeId])).get(committeeId) ?? [];
    const { profile } = await this.rules.inForce(tx, committeeId);
    const on = dateIn(profile.reminder.zone, tx.now);
    const joined = await this.#decide(tx, { committeeId, accountIds, roster, on }, actor, { forUpdate: true });
    const names = await loadHolderNames(tx, committeeId, joined.flatMap(holderIds));
    const nameOf = (id: string) => names.get(id) ?? '';
    await this.engine.join(
      tx,
      joined.map((one) => ({ ...one, names: [...new Set(holderIds(one).map(nameOf))] })),
      actor,
    );
    return present(joined);
  }

  async #decide(
    tx: Tx,
    { committeeId, accountIds, roster, on }: Parameters<AskJoiners['preview']>[1],
    actor: EngineActor,
    how: { forUpdate: boolean },
  ): Promise<JoinedCase[]> {
    const lookUp = await this.rules.forCases(tx, [committeeId]);
    const joining = new Set(accountIds);
    const cases = await loadJoinableCases(tx, committeeId, accountIds, how);
    return cases
      .map(({ instance, entered, asked }) => {
        const rules = lookUp(committeeId, instance.ruleProfileVersion);
        const one = { definition: instance.definition, current: instance, entered, asked };
        return { instance, effects: askJoiners(one, joining, roster, { today: on, ...rules, actor }) };
      })
      .filter(({ effects }) => effects.length > 0);
  }
}

const holderIds = ({ effects }: JoinedCase): string[] => effects.flatMap(({ joiners = [] }) => joiners.map(idOf));

function idOf(holder: TaskHolder): string {
  if (holder.kind === 'role') throw new Error('An office takes part in nothing, people do.');
  return holder.kind === 'account' ? holder.accountId : holder.unitId;
}

/** The nearest first. */
function present(joined: readonly JoinedCase[]): AskedOfJoiners[] {
  return joined
    .flatMap(({ instance: { title }, effects }) =>
      effects.map(({ kind: taskKind, opensOn, dueOn, target, joiners = [] }) => ({
        ...{ title, taskKind, opensOn, dueOn, target },
        people: joiners.length,
      })),
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
