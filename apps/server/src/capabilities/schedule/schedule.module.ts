import { Module } from '@nestjs/common';
import { AnnualPlanModule } from '../annual-plan/index.js';
import { MoveEntry } from './move-entry.js';
import { MoveRipple } from './move-ripple.js';
import { ReadSchedule } from './read-schedule.js';
import { ScheduleController } from './schedule.controller.js';

@Module({
  imports: [AnnualPlanModule],
  controllers: [ScheduleController],
  providers: [ReadSchedule, MoveRipple, MoveEntry],
})
export class ScheduleModule {}
