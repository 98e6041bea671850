import { Global, Module } from '@nestjs/common';
import { CalendarFollowers } from './calendar-followers.js';
import { TimerListener } from './timer-listener.js';
import { TimerQueue } from './timer-queue.js';
import { TimerScheduler } from './timer-scheduler.js';
import { WorkflowEngine } from './workflow-engine.js';

@Global()
@Module({
  providers: [CalendarFollowers, WorkflowEngine, TimerQueue, TimerScheduler, TimerListener],
  exports: [CalendarFollowers, WorkflowEngine, TimerQueue, TimerScheduler],
})
export class EngineModule {}
