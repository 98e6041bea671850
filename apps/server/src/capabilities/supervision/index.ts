export { IssueSlip } from './issue-slip.js';
export { SupervisionModule } from './supervision.module.js';
export { UrgeTasks } from './urge-tasks.js';
