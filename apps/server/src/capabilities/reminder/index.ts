export { CountDueWithoutOutcome } from './count-due-without-outcome.js';
export type { NoticeLine, ReminderLine } from './fan-out.query.js';
export { LADDER_TIMER, momentsOf, progressOf } from './ladder-walk.js';
export { ReminderModule } from './reminder.module.js';
export { TellPeople } from './tell-people.js';
