export { CountDueWithoutOutcome } from './count-due-without-outcome.js';
export { type NoticeLine, type ReminderLine, writeReminders } from './fan-out.query.js';
export { LADDER_TIMER, momentsOf, progressOf } from './ladder-walk.js';
export { ReminderModule } from './reminder.module.js';
