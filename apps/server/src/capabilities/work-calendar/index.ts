export { AddClosing } from './add-closing.js';
export { listAnchors, loadAnchorDays, openEvents } from './anchors.query.js';
export {
  type CalendarChange,
  type CalendarListener,
  CalendarListeners,
  type DateMove,
} from './calendar-listeners.js';
export type { NamedDateMove } from './follow-calendar-change.js';
export { ImportYear } from './import-year.js';
export { everyCommittee } from './official-year.query.js';
export { SaveAnchor } from './save-anchor.js';
export { TakeBackYear } from './take-back-year.js';
export { WorkCalendarModule } from './work-calendar.module.js';
export { WorkCalendars } from './work-calendars.js';
