import type { WorkflowDefinition } from '../definition.js';
import type { WorkflowName } from '../workflow-name.js';
import { activityDefinition } from './activity.js';
import { annualPlanDefinition } from './annual-plan.js';
import { consultationDefinition } from './consultation.js';
import { dutyDefinition } from './duty.js';
import { handOverDefinition } from './hand-over.js';
import { inspectionDefinition } from './inspection.js';
import { leaveDefinition } from './leave.js';
import { oversightDefinition } from './oversight.js';
import { passedDownItemDefinition } from './passed-down-item.js';
import { solicitationDefinition } from './solicitation.js';
import { studySessionDefinition } from './study-session.js';
import { supervisionSlipDefinition } from './supervision-slip.js';
import { urgingDefinition } from './urging.js';

/** Every workflow the server knows, by name. */
export const definitions: Readonly<Record<WorkflowName, WorkflowDefinition>> = {
  'annual-plan': annualPlanDefinition,
  'study-session': studySessionDefinition,
  activity: activityDefinition,
  inspection: inspectionDefinition,
  consultation: consultationDefinition,
  oversight: oversightDefinition,
  solicitation: solicitationDefinition,
  duty: dutyDefinition,
  'supervision-slip': supervisionSlipDefinition,
  urging: urgingDefinition,
  leave: leaveDefinition,
  'hand-over': handOverDefinition,
  'passed-down-item': passedDownItemDefinition,
};
