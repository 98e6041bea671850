import { Module } from '@nestjs/common';
import { IssueSlips } from './issue-slips.js';
import { ReadBoard } from './read-board.js';
import { SupervisionController } from './supervision.controller.js';
import { UrgeTasks } from './urge-tasks.js';

@Module({
  controllers: [SupervisionController],
  providers: [ReadBoard, UrgeTasks, IssueSlips],
  exports: [UrgeTasks],
})
export class SupervisionModule {}
