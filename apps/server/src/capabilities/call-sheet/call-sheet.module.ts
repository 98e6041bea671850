import { Module } from '@nestjs/common';
import { TaskModule } from '../task/index.js';
import { CallSheetController } from './call-sheet.controller.js';
import { ReadAttendance } from './read-attendance.js';
import { ReadCallSheet } from './read-call-sheet.js';
import { RecordCall } from './record-call.js';
import { RecordPosting } from './record-posting.js';

@Module({
  imports: [TaskModule],
  controllers: [CallSheetController],
  providers: [ReadCallSheet, ReadAttendance, RecordCall, RecordPosting],
})
export class CallSheetModule {}
