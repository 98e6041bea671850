import { Injectable } from '@nestjs/common';
import type { MoveReason } from '@xushi/domain';
import type { Rules } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';

/** A task just opened, as much of it as reminders need. */
export interface OpenedTask {
  readonly committeeId: string;
  readonly id: string;
  readonly ladder: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly rules: Rules;
}

/** A task whose due date moved, with where it stood before. */
export interface MovedTask extends OpenedTask {
  readonly previousOpensOn: string;
  readonly previousDueOn: string;
}

export interface TaskListener {
  opened(tx: Tx, tasks: readonly OpenedTask[]): Promise<void>;
  /** Done or cancelled: nothing more is to be said about them. */
  closed(tx: Tx, committeeId: string, taskIds: readonly string[]): Promise<void>;
  /** Due on another day: what was to be said for the old one will not be, and the new one counts from its own. */
  moved(tx: Tx, tasks: readonly MovedTask[], reason: MoveReason): Promise<void>;
  /** Owed by somebody else from now on: the one hears no more of them, the other is told what there is. */
  handedOver(tx: Tx, tasks: readonly HandedTask[], between: HandedBetween): Promise<void>;
  /** What was said and will be said about a task. */
  story(tx: Tx, committeeId: string, taskId: string): Promise<TaskStory>;
}

/** A task that another person owes now. */
export interface HandedTask {
  readonly committeeId: string;
  readonly id: string;
  readonly dueOn: string;
}

export interface HandedBetween {
  readonly handOverId: string;
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly byAccountId: string | null;
}

export interface TaskStory {
  readonly reminders: {
    /** Unique in the story: rung, due date and round. */
    key: string;
    rung: string;
    on: string;
    dueOn: string;
    outcome: 'planned' | 'sent' | 'superseded' | 'skipped' | 'held' | 'cancelled';
    reason: string | null;
    recipients: string[];
  }[];
  readonly urgings: { at: string; byName: string | null; text: string }[];
}

type ClosedHandler = (tx: Tx, committeeId: string, taskIds: readonly string[]) => Promise<void>;

/** Who hears of tasks: reminders hang on tasks, and tasks know nothing of reminders. */
@Injectable()
export class TaskListeners {
  #listener: TaskListener | null = null;
  readonly #afterClosed: ClosedHandler[] = [];

  register(listener: TaskListener): void {
    this.#listener = listener;
  }

  /** Asked for what else ends with tasks, after their reminders did. */
  afterClosed(handler: ClosedHandler): void {
    this.#afterClosed.push(handler);
  }

  async opened(tx: Tx, tasks: readonly OpenedTask[]): Promise<void> {
    if (tasks.length > 0) await this.#heard().opened(tx, tasks);
  }

  async closed(tx: Tx, committeeId: string, taskIds: readonly string[]): Promise<void> {
    if (taskIds.length === 0) return;
    await this.#heard().closed(tx, committeeId, taskIds);
    for (const handler of this.#afterClosed) await handler(tx, committeeId, taskIds);
  }

  async moved(tx: Tx, tasks: readonly MovedTask[], reason: MoveReason): Promise<void> {
    if (tasks.length > 0) await this.#heard().moved(tx, tasks, reason);
  }

  async handedOver(tx: Tx, tasks: readonly HandedTask[], between: HandedBetween): Promise<void> {
    if (tasks.length > 0) await this.#heard().handedOver(tx, tasks, between);
  }

  story(tx: Tx, committeeId: string, taskId: string): Promise<TaskStory> {
    return this.#heard().story(tx, committeeId, taskId);
  }

  /** A server in which nobody listens would open duties that nobody is reminded of: that is a defect. */
  #heard(): TaskListener {
    if (this.#listener === null) throw new Error('Nobody listens to tasks.');
    return this.#listener;
  }
}
