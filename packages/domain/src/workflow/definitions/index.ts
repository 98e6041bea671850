import type { WorkflowDefinition } from '../definition.js';
import { activityDefinition } from './activity.js';
import { annualPlanDefinition } from './annual-plan.js';
import { solicitationDefinition } from './solicitation.js';

/** Workflows that a plan item can run. */
export const itemWorkflows = ['activity', 'solicitation'] as const;
export type ItemWorkflow = (typeof itemWorkflows)[number];

/** Every workflow the server knows, by name. */
export const definitions: Readonly<Record<ItemWorkflow | 'annual-plan', WorkflowDefinition>> = {
  'annual-plan': annualPlanDefinition,
  activity: activityDefinition,
  solicitation: solicitationDefinition,
};
