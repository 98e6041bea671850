import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkflowEngine } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { TaskListeners } from './task-listeners.js';

/** What becomes of a case about a task when that task ends. A supervision slip stays: its leader wants a reply. */
const SETTLED_BY = { urging: 'settle', leave: 'lapse' } as const;

/** Ends the urgings of a task and the requests for leave from it as soon as it is done or cancelled. */
@Injectable()
export class SettleCases implements OnModuleInit {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly listeners: TaskListeners,
  ) {}

  onModuleInit(): void {
    this.listeners.afterClosed((tx, committeeId, taskIds) => this.run(tx, committeeId, taskIds));
  }

  async run(tx: Tx, committeeId: string, taskIds: readonly string[]): Promise<void> {
    const open = await tx.query<{ id: string; definition: keyof typeof SETTLED_BY }>(
      `select id, definition from workflow_instance
       where committee_id = $1 and about_task_id = any($2) and not is_final and definition = any($3) order by id`,
      [committeeId, taskIds, Object.keys(SETTLED_BY)],
    );
    for (const { id, definition } of open) await this.engine.signal(tx, committeeId, id, SETTLED_BY[definition]);
  }
}
