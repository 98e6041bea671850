export { loadAnchorDays } from './anchors.query.js';
export { WorkCalendarModule } from './work-calendar.module.js';
export { WorkCalendars } from './work-calendars.js';
