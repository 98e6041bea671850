import type { ActionInput, CaseFacts, RefusalCode, WorkflowDefinition, WorkflowEffect } from '@xushi/domain';
import type { Tx } from '../platform/database/tx.js';
import type { Rules } from './committee-rules.js';

/** A case that moves through a definition's states. */
export interface WorkflowInstance {
  readonly committeeId: string;
  readonly id: string;
  readonly definition: WorkflowDefinition;
  readonly state: string;
  readonly isFinal: boolean;
  readonly lockVersion: number;
  readonly ruleProfileVersion: number;
  readonly occurrenceId: string | null;
  /** The case this one hangs on: an urging on the case of the urged task. */
  readonly parentId: string | null;
  /** The task this case is about: the one that is urged. */
  readonly aboutTaskId: string | null;
  readonly title: string;
  readonly category: string | null;
  readonly facts: CaseFacts;
}

/** Who moves a case, and for whom. Null account: the system. */
export interface EngineActor {
  readonly accountId: string | null;
  readonly roles: readonly ('staff' | 'member' | 'leader' | 'unit' | 'administrator' | 'system')[];
  readonly onBehalfOfAccountId: string | null;
  /** By the link in a message, without signing in: the history marks it. */
  readonly isByLink?: boolean;
  /** Handling units the person speaks for. */
  readonly unitIds?: readonly string[];
  /** People in whose place the person acts today, where a case names them. */
  readonly standsInFor?: readonly string[];
}

export const systemActor: EngineActor = { accountId: null, roles: ['system'], onBehalfOfAccountId: null };

/** What one step of one case asks to be done to the rest of the world. */
export interface StepEffects {
  readonly instance: WorkflowInstance;
  readonly effects: readonly WorkflowEffect[];
  readonly rules: Rules;
  readonly actor: EngineActor;
}

/** Carries out the effects of steps, many at once; the task capability registers one. */
export type EffectsHandler = (tx: Tx, steps: readonly StepEffects[]) => Promise<void>;

/** Runs in the transaction of a transition, after its effects: a published plan opens its year. */
export type TransitionHandler = (
  tx: Tx,
  instance: WorkflowInstance,
  actor: EngineActor,
  input: ActionInput,
) => Promise<void>;

/** What only rows can tell: a plan without items is not submitted. */
export type TransitionGuard = (tx: Tx, instance: WorkflowInstance) => Promise<RefusalCode | null>;
