import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type ActionInput,
  type CaseFacts,
  checkDefinition,
  dateIn,
  decide,
  definitions,
  type MoveReason,
  type OpenTask,
  type RefusalCode,
  rescheduleCase,
  startCase,
  type WorkflowName,
} from '@xushi/domain';
import type { Tx } from '../platform/database/tx.js';
import { newId } from '../platform/ids.js';
import { CommitteeRules } from './committee-rules.js';
import {
  type EffectsHandler,
  type EngineActor,
  type StepEffects,
  systemActor,
  type TransitionGuard,
  type TransitionHandler,
  type WorkflowInstance,
} from './workflow-instance.js';
import {
  appendEvent,
  insertInstances,
  loadInstance,
  lockParent,
  updateFacts,
  updateInstance,
  updateTitle,
} from './workflow-instance.query.js';

export interface NewCase {
  readonly committeeId: string;
  readonly definition: WorkflowName;
  readonly title: string;
  readonly category: string | null;
  readonly occurrenceId: string | null;
  readonly facts: CaseFacts;
  readonly parentId?: string;
  readonly aboutTaskId?: string;
  /** What the first line of the history tells. */
  readonly input?: ActionInput;
  /** Given where the caller's key stands for the case; else a new one. */
  readonly id?: string;
}

export type ActResult =
  | { readonly ok: true; readonly instance: WorkflowInstance }
  | { readonly ok: false; readonly why: 'missing' }
  | { readonly ok: false; readonly why: 'conflict'; readonly currentLockVersion: number }
  | { readonly ok: false; readonly why: 'refused'; readonly code: RefusalCode; readonly field?: string };

/**
 * Runs workflow decisions: lock, decide, save, carry out, note in the history; always inside the caller's
 * transaction. It knows definitions and effects but no business noun; capabilities register what effects mean.
 */
@Injectable()
export class WorkflowEngine implements OnModuleInit {
  readonly #effectsHandlers: EffectsHandler[] = [];
  readonly #transitionHandlers = new Map<string, TransitionHandler>();
  readonly #guards = new Map<string, TransitionGuard>();

  constructor(private readonly rules: CommitteeRules) {}

  /** A server with a faulty definition refuses to start. */
  onModuleInit(): void {
    const faults = Object.values(definitions).flatMap((one) =>
      checkDefinition(one).map((fault) => `${one.name}: ${fault}`),
    );
    if (faults.length > 0) throw new Error(`Workflow definitions are faulty: ${faults.join('; ')}`);
  }

  onEffects(handler: EffectsHandler): void {
    this.#effectsHandlers.push(handler);
  }

  /** `event` as `definition:event`, for example `annual-plan:publish`. */
  onTransition(event: string, handler: TransitionHandler): void {
    this.#transitionHandlers.set(event, handler);
  }

  /** Asked before a transition, after the definition allowed it; an answer other than null refuses it. */
  beforeTransition(event: string, guard: TransitionGuard): void {
    this.#guards.set(event, guard);
  }

  /** Opens cases of one committee, however many, under its rule profile in force. */
  async start(tx: Tx, cases: readonly NewCase[], actor: EngineActor): Promise<WorkflowInstance[]> {
    const [first] = cases;
    if (first === undefined) return [];
    const rules = await this.rules.inForce(tx, first.committeeId);
    const today = dateIn(rules.profile.reminder.zone, tx.now);
    const steps: StepEffects[] = cases.map((one) => {
      const definition = definitions[one.definition];
      const decision = startCase(definition, one.facts, { today, ...rules, actor });
      const instance: WorkflowInstance = {
        committeeId: one.committeeId,
        id: one.id ?? newId(),
        definition,
        state: decision.to,
        isFinal: decision.isFinal,
        lockVersion: 1,
        ruleProfileVersion: rules.profile.version,
        occurrenceId: one.occurrenceId,
        parentId: one.parentId ?? null,
        aboutTaskId: one.aboutTaskId ?? null,
        title: one.title,
        category: one.category,
        facts: one.facts,
      };
      return { instance, effects: decision.effects, rules, actor };
    });
    await insertInstances(
      tx,
      steps.map(({ instance }, index) => ({ instance, input: cases[index]?.input ?? {} })),
      actor,
    );
    for (const handler of this.#effectsHandlers) await handler(tx, steps);
    return steps.map((step) => step.instance);
  }

  /**
   * Enters cases that had come to their end before anybody entered them (补录): each with the first line of its history
   * and nothing else, no task, no timer, no word to anyone.
   */
  async enterEnded(
    tx: Tx,
    cases: readonly (NewCase & { readonly id: string; readonly state: string })[],
    actor: EngineActor,
  ): Promise<void> {
    const [first] = cases;
    if (first === undefined) return;
    const { profile } = await this.rules.inForce(tx, first.committeeId);
    const ended = cases.map(({ input = {}, definition: name, ...one }) => {
      const definition = definitions[name];
      if (definition.states[one.state]?.final !== true) throw new Error(`${one.state} is no end of ${name}.`);
      const rest = { parentId: null, aboutTaskId: null, lockVersion: 1, ruleProfileVersion: profile.version };
      return { instance: { ...rest, ...one, definition, isFinal: true }, input };
    });
    await insertInstances(tx, ended, actor);
  }

  /** Takes a case that `enterEnded` entered out of what counts, on record. The caller has locked it. */
  async takeBackEnded(tx: Tx, instance: WorkflowInstance, actor: EngineActor): Promise<void> {
    const moved = { ...instance, state: 'withdrawn', lockVersion: instance.lockVersion + 1 };
    await updateInstance(tx, moved);
    await this.note(tx, instance, { event: 'taken-back', input: {} }, actor, moved.state);
  }

  /**
   * Takes an action on a case. A lock version that is not the current one answers `conflict` and changes nothing;
   * null skips the check (the system, and acts that carry their own key).
   */
  async act(
    tx: Tx,
    target: { committeeId: string; instanceId: string; lockVersion: number | null },
    command: { event: string; input: ActionInput },
    actor: EngineActor,
  ): Promise<ActResult> {
    await lockParent(tx, target);
    const current = await loadInstance(tx, target.committeeId, target.instanceId, { forUpdate: true });
    if (current === null) return { ok: false, why: 'missing' };
    if (target.lockVersion !== null && target.lockVersion !== current.lockVersion) {
      return { ok: false, why: 'conflict', currentLockVersion: current.lockVersion };
    }
    const lookUp = await this.rules.forCases(tx, [current.committeeId]);
    const rules = lookUp(current.committeeId, current.ruleProfileVersion);
    const today = dateIn(rules.profile.reminder.zone, tx.now);
    const decision = decide(current.definition, current, command, { today, ...rules, actor });
    if (!decision.ok) {
      const { code, field } = decision;
      return { ok: false, why: 'refused', code, ...(field === undefined ? {} : { field }) };
    }
    const objection = (await this.#guards.get(`${current.definition.name}:${command.event}`)?.(tx, current)) ?? null;
    if (objection !== null) return { ok: false, why: 'refused', code: objection };
    const instance: WorkflowInstance = {
      ...current,
      state: decision.to,
      isFinal: decision.isFinal,
      lockVersion: current.lockVersion + 1,
    };
    await updateInstance(tx, instance);
    await this.note(tx, current, command, actor, decision.to);
    for (const handler of this.#effectsHandlers) {
      await handler(tx, [{ instance, effects: decision.effects, rules, actor }]);
    }
    await this.#transitionHandlers.get(`${instance.definition.name}:${command.event}`)?.(
      tx,
      instance,
      actor,
      command.input,
    );
    return { ok: true, instance };
  }

  /**
   * Gives cases new facts because their occurrences moved: the facts are written, the move stands in each history with
   * the due date before and after and why (in somebody's words, if a person moved one), and open tasks that are due with the occurrence move along. The
   * caller has locked the cases. A case whose occurrence did not move gets its facts and no line.
   */
  async reschedule(
    tx: Tx,
    cases: readonly { readonly instance: WorkflowInstance; readonly facts: CaseFacts }[],
    why: { readonly actor: EngineActor; readonly because: MoveReason; readonly reason?: string },
  ): Promise<void> {
    const lookUp = await this.rules.forCases(tx, [...new Set(cases.map(({ instance }) => instance.committeeId))]);
    const steps: StepEffects[] = [];
    for (const { instance: before, facts } of cases) {
      const instance = { ...before, facts, lockVersion: before.lockVersion + 1 };
      await updateFacts(tx, instance);
      const effects = rescheduleCase(before.definition, before, facts, why.because);
      if (before.facts.occurrence?.dueOn !== facts.occurrence?.dueOn) {
        const from = before.facts.occurrence?.dueOn ?? '';
        const to = facts.occurrence?.dueOn ?? '';
        const said = why.reason === undefined ? {} : { reason: why.reason };
        await this.note(tx, before, { event: 'moved', input: { from, to, because: why.because, ...said } }, why.actor);
      }
      const rules = lookUp(instance.committeeId, instance.ruleProfileVersion);
      steps.push({ instance, effects, rules, actor: why.actor });
    }
    for (const handler of this.#effectsHandlers) await handler(tx, steps);
  }

  /**
   * Opens tasks of cases for people who begin to take part in them, on record in each history with their names. The caller
   * has locked the cases and decided who is asked for what.
   */
  async join(
    tx: Tx,
    cases: readonly {
      readonly instance: WorkflowInstance;
      readonly effects: readonly OpenTask[];
      readonly names: readonly string[];
    }[],
    actor: EngineActor,
  ): Promise<void> {
    const lookUp = await this.rules.forCases(tx, [...new Set(cases.map(({ instance }) => instance.committeeId))]);
    const steps: StepEffects[] = [];
    for (const { instance, effects, names } of cases) {
      await this.note(tx, instance, { event: 'joined', input: { names: names.join('、') } }, actor);
      steps.push({ instance, effects, rules: lookUp(instance.committeeId, instance.ruleProfileVersion), actor });
    }
    for (const handler of this.#effectsHandlers) await handler(tx, steps);
  }

  /** Gives a case another title, on record; nothing else about it changes. The caller has locked it. */
  async retitle(tx: Tx, instance: WorkflowInstance, title: string, actor: EngineActor): Promise<void> {
    await updateTitle(tx, { ...instance, title });
    await this.note(tx, instance, { event: 'retitled', input: { from: instance.title, to: title } }, actor);
  }

  /** Lets the system move a case, for example when its last task is done. An event its state does not know is no error. */
  async signal(tx: Tx, committeeId: string, instanceId: string, event: string): Promise<void> {
    await this.act(tx, { committeeId, instanceId, lockVersion: null }, { event, input: {} }, systemActor);
  }

  /** Writes into a case's history what happened to it without moving it: a hold, a contribution, an urging. */
  async note(
    tx: Tx,
    instance: { committeeId: string; id: string; state: string },
    command: { event: string; input: ActionInput },
    actor: EngineActor,
    toState: string = instance.state,
  ): Promise<void> {
    await appendEvent(tx, instance, {
      event: command.event,
      fromState: instance.state,
      toState,
      actorAccountId: actor.accountId,
      onBehalfOfAccountId: actor.onBehalfOfAccountId,
      isByLink: actor.isByLink ?? false,
      input: command.input,
    });
  }
}
