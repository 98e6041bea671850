export { loadAnchorDays } from './anchors.query.js';
export {
  type CalendarChange,
  type CalendarListener,
  CalendarListeners,
  type DateMove,
} from './calendar-listeners.js';
export { WorkCalendarModule } from './work-calendar.module.js';
export { WorkCalendars } from './work-calendars.js';
