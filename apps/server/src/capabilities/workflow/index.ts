export { type CaseView, readCase } from './case.query.js';
export { WorkflowModule } from './workflow.module.js';
