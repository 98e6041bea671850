export { CommitteeRules, type Rules } from './committee-rules.js';
export { EngineModule } from './engine.module.js';
export { type Timer, TimerQueue } from './timer-queue.js';
export { TimerScheduler } from './timer-scheduler.js';
export { type ActResult, type NewCase, WorkflowEngine } from './workflow-engine.js';
export { type EngineActor, type StepEffects, systemActor, type WorkflowInstance } from './workflow-instance.js';
export { loadInstance } from './workflow-instance.query.js';
