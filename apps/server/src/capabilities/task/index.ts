export { type AskedOfJoiners, AskJoiners } from './ask-joiners.js';
export { ConfirmNotDone } from './confirm-not-done.js';
export { EnterDuty } from './enter-duty.js';
export { type Held, listHeld } from './hand-over.query.js';
export { HoldTask } from './hold-task.js';
export { PrepareHandOver } from './prepare-hand-over.js';
export { RecordContribution } from './record-contribution.js';
export { RequestLeave } from './request-leave.js';
export { TaskModule } from './task.module.js';
export { lockTask } from './task.query.js';
export { tasksOpenedBy } from './task-effects.js';
export { type HolderColumns, holderOfRow } from './task-holder.query.js';
export {
  type HandedBetween,
  type HandedTask,
  type MovedTask,
  type OpenedTask,
  type TaskListener,
  TaskListeners,
  type TaskStory,
} from './task-listeners.js';
export { presentTasks, selectTask, type TaskView } from './task-view.query.js';
