import { Module } from '@nestjs/common';
import { TaskModule } from '../task/index.js';
import { CountDueWithoutOutcome } from './count-due-without-outcome.js';
import { DeliverMessages } from './deliver-messages.js';
import { FollowCalendar } from './follow-calendar.js';
import { FollowTasks } from './follow-tasks.js';
import { ReminderController } from './reminder.controller.js';
import { WalkLadders } from './walk-ladders.js';

@Module({
  imports: [TaskModule],
  controllers: [ReminderController],
  providers: [FollowTasks, FollowCalendar, WalkLadders, DeliverMessages, CountDueWithoutOutcome],
})
export class ReminderModule {}
