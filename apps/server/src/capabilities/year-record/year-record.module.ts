import { Module } from '@nestjs/common';
import { ConfirmFindings } from './confirm-findings.js';
import { ReadFindings } from './read-findings.js';
import { TakeRecordBack } from './take-record-back.js';
import { YearRecordController } from './year-record.controller.js';

@Module({ controllers: [YearRecordController], providers: [ReadFindings, ConfirmFindings, TakeRecordBack] })
export class YearRecordModule {}
