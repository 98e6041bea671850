export { WorkCalendarModule } from './work-calendar.module.js';
export { WorkCalendars } from './work-calendars.js';
