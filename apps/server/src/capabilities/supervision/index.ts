export { IssueSlips } from './issue-slips.js';
export { SupervisionModule } from './supervision.module.js';
export { UrgeTasks } from './urge-tasks.js';
