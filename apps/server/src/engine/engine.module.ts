import { Global, Module } from '@nestjs/common';
import { TimerListener } from './timer-listener.js';
import { TimerQueue } from './timer-queue.js';
import { TimerScheduler } from './timer-scheduler.js';
import { WorkflowEngine } from './workflow-engine.js';

@Global()
@Module({
  providers: [WorkflowEngine, TimerQueue, TimerScheduler, TimerListener],
  exports: [WorkflowEngine, TimerQueue, TimerScheduler],
})
export class EngineModule {}
