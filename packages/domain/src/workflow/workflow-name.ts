/** Workflows that a plan item can run. */
export const itemWorkflows = [
  'study-session',
  'activity',
  'inspection',
  'consultation',
  'oversight',
  'solicitation',
  'duty',
] as const;
export type ItemWorkflow = (typeof itemWorkflows)[number];

/** Every workflow there is. */
export const workflowNames = [
  'annual-plan',
  ...itemWorkflows,
  'supervision-slip',
  'urging',
  'leave',
  'hand-over',
  'passed-down-item',
] as const;
export type WorkflowName = (typeof workflowNames)[number];
