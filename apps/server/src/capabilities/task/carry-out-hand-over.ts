import { Injectable, type OnModuleInit } from '@nestjs/common';
import { reachOfHandOver } from '@xushi/domain';
import { type EngineActor, WorkflowEngine, type WorkflowInstance } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { handOverItems } from '../annual-plan/index.js';
import { giveTasks, loadHandOver, loadNamed, renameInFacts } from './hand-over.query.js';
import { TaskListeners } from './task-listeners.js';

/**
 * Carries a hand-over out in the transaction of its action: open duties, the cases that name the person and the items of
 * plans go to the other, reminders follow, and each case's history says so. Where duties were chosen, these and their
 * cases go, and nothing else. What was done stays whose it was.
 */
@Injectable()
export class CarryOutHandOver implements OnModuleInit {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly listeners: TaskListeners,
  ) {}

  onModuleInit(): void {
    this.engine.onTransition('hand-over:carry-out', (tx, instance, actor) => this.run(tx, instance, actor));
  }

  async run(tx: Tx, handOver: WorkflowInstance, actor: EngineActor): Promise<void> {
    const { committeeId, id } = handOver;
    const people = await loadHandOver(tx, committeeId, id);
    if (people === null) throw new Error(`Hand-over ${id} says nothing of its people.`);
    const { fromAccountId, toAccountId, fromName, toName, taskIds } = people;
    const named = await loadNamed(tx, committeeId, [fromAccountId], { locks: true });
    const reach = reachOfHandOver(named, fromAccountId, taskIds);
    const { cases } = reach;
    await renameInFacts(
      tx,
      committeeId,
      cases.map((one) => one.id),
      people,
    );
    const tasks = await giveTasks(tx, committeeId, reach, toAccountId);
    await handOverItems(
      tx,
      committeeId,
      reach.items.map((one) => one.id),
      people,
    );
    const byCase = Map.groupBy(tasks, (task) => task.instanceId);
    for (const one of cases) {
      const [first] = byCase.get(one.id) ?? [];
      const input = { fromName, toName, ...(first === undefined ? {} : { task: first.kind }) };
      await this.engine.note(tx, { committeeId, id: one.id, state: one.state }, { event: 'handed-over', input }, actor);
    }
    const handed = tasks.map((task) => ({ committeeId, id: task.id, dueOn: task.dueOn }));
    await this.listeners.handedOver(tx, handed, {
      handOverId: id,
      fromAccountId,
      toAccountId,
      byAccountId: actor.accountId,
    });
  }
}
