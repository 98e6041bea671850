import { Module } from '@nestjs/common';
import { AskJoiners } from './ask-joiners.js';
import { CarryOutHandOver } from './carry-out-hand-over.js';
import { ConfirmNotDone } from './confirm-not-done.js';
import { EnterDuty } from './enter-duty.js';
import { GrantLeave } from './grant-leave.js';
import { HoldTask } from './hold-task.js';
import { ListStoodFor } from './list-stood-for.js';
import { ListTasks } from './list-tasks.js';
import { PrepareHandOver } from './prepare-hand-over.js';
import { ReadTask } from './read-task.js';
import { RecordContribution } from './record-contribution.js';
import { RedateTasks } from './redate-tasks.js';
import { RequestLeave } from './request-leave.js';
import { SettleCases } from './settle-cases.js';
import { TaskController } from './task.controller.js';
import { TaskEffects } from './task-effects.js';
import { TaskListeners } from './task-listeners.js';

@Module({
  controllers: [TaskController],
  providers: [
    TaskListeners,
    TaskEffects,
    RedateTasks,
    SettleCases,
    AskJoiners,
    RequestLeave,
    GrantLeave,
    PrepareHandOver,
    CarryOutHandOver,
    EnterDuty,
    ListStoodFor,
    ListTasks,
    ReadTask,
    RecordContribution,
    ConfirmNotDone,
    HoldTask,
  ],
  exports: [AskJoiners, TaskListeners, PrepareHandOver, RequestLeave, RecordContribution, ConfirmNotDone, HoldTask],
})
export class TaskModule {}
