import { Module } from '@nestjs/common';
import { ReadSchedule } from './read-schedule.js';
import { ScheduleController } from './schedule.controller.js';

@Module({ controllers: [ScheduleController], providers: [ReadSchedule] })
export class ScheduleModule {}
