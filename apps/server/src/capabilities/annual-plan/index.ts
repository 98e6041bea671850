export { AnnualPlanModule } from './annual-plan.module.js';
export { CreatePlan } from './create-plan.js';
export { EditPlanItem } from './edit-plan-item.js';
export { handOverItems } from './hand-over-items.query.js';
export { PassDownItem } from './pass-down-item.js';
export { ReadPlan } from './read-plan.js';
export { RehearsePlan } from './rehearse-plan.js';
