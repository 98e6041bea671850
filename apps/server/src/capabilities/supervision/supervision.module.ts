import { Module } from '@nestjs/common';
import { ReminderModule } from '../reminder/index.js';
import { IssueSlips } from './issue-slips.js';
import { ReadBoard } from './read-board.js';
import { SupervisionController } from './supervision.controller.js';
import { UrgeTasks } from './urge-tasks.js';

@Module({
  imports: [ReminderModule],
  controllers: [SupervisionController],
  providers: [ReadBoard, UrgeTasks, IssueSlips],
  exports: [UrgeTasks],
})
export class SupervisionModule {}
