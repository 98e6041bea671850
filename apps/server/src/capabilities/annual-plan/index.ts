export { AnnualPlanModule } from './annual-plan.module.js';
export { CreatePlan } from './create-plan.js';
export { EditPlanItem } from './edit-plan-item.js';
export { RehearsePlan } from './rehearse-plan.js';
