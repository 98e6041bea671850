import { PlanItemRow } from './capabilities/annual-plan/plan-item.row.js';
import { PlanRow } from './capabilities/annual-plan/plan.row.js';

/** Every TypeORM row of the server, listed for the data source. */
export const rows = [PlanRow, PlanItemRow];
