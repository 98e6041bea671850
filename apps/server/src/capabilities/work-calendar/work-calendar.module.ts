import { Global, Module } from '@nestjs/common';
import { AddClosing } from './add-closing.js';
import { AnchorController } from './anchor.controller.js';
import { CalendarListeners } from './calendar-listeners.js';
import { ChangeOfficialYears } from './change-official-years.js';
import { FollowCalendarChange } from './follow-calendar-change.js';
import { ImportYear } from './import-year.js';
import { ReadYear } from './read-year.js';
import { RemoveClosing } from './remove-closing.js';
import { SaveAnchor } from './save-anchor.js';
import { TakeBackYear } from './take-back-year.js';
import { WorkCalendarController } from './work-calendar.controller.js';
import { WorkCalendars } from './work-calendars.js';

/** Global, because whoever keeps dates registers with its listeners. */
@Global()
@Module({
  controllers: [WorkCalendarController, AnchorController],
  providers: [
    WorkCalendars,
    CalendarListeners,
    FollowCalendarChange,
    ReadYear,
    ChangeOfficialYears,
    ImportYear,
    TakeBackYear,
    AddClosing,
    RemoveClosing,
    SaveAnchor,
  ],
  exports: [WorkCalendars, CalendarListeners],
})
export class WorkCalendarModule {}
