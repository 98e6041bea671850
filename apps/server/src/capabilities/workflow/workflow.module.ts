import { Module } from '@nestjs/common';
import { ActOnCase } from './act-on-case.js';
import { WorkflowController } from './workflow.controller.js';

@Module({ controllers: [WorkflowController], providers: [ActOnCase], exports: [ActOnCase] })
export class WorkflowModule {}
