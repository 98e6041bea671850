import { Module } from '@nestjs/common';
import { ReadYear } from './read-year.js';
import { WorkCalendarController } from './work-calendar.controller.js';
import { WorkCalendars } from './work-calendars.js';

@Module({ controllers: [WorkCalendarController], providers: [WorkCalendars, ReadYear], exports: [WorkCalendars] })
export class WorkCalendarModule {}
