export { ActOnCase } from './act-on-case.js';
export { readCase } from './case.query.js';
export { WorkflowModule } from './workflow.module.js';
