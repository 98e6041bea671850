import { Module } from '@nestjs/common';
import { IssueSlip } from './issue-slip.js';
import { ReadBoard } from './read-board.js';
import { SupervisionController } from './supervision.controller.js';
import { UrgeTasks } from './urge-tasks.js';

@Module({
  controllers: [SupervisionController],
  providers: [ReadBoard, UrgeTasks, IssueSlip],
  exports: [UrgeTasks],
})
export class SupervisionModule {}
