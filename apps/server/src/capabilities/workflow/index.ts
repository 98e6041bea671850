export { type CaseView, readCase } from './case.query.js';
export { ActOnCase } from './act-on-case.js';
export { WorkflowModule } from './workflow.module.js';
