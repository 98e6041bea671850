export { MoveEntry } from './move-entry.js';
export { ScheduleModule } from './schedule.module.js';
