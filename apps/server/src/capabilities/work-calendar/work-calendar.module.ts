import { Global, Module } from '@nestjs/common';
import { CalendarListeners } from './calendar-listeners.js';
import { ReadYear } from './read-year.js';
import { WorkCalendarController } from './work-calendar.controller.js';
import { WorkCalendars } from './work-calendars.js';

/** Global, because whoever keeps dates registers with its listeners. */
@Global()
@Module({
  controllers: [WorkCalendarController],
  providers: [WorkCalendars, CalendarListeners, ReadYear],
  exports: [WorkCalendars, CalendarListeners],
})
export class WorkCalendarModule {}
