import type { Cadence } from '../recurrence/window.js';
import { validateCadence } from '../recurrence/window.js';
import type { ItemWorkflow } from '../workflow/definitions/index.js';

/** What a plan item is about (reference §1). */
export const categories = [
  'study',
  'activity',
  'inspection',
  'research',
  'consultation',
  'oversight',
  'proposal',
  'opinion',
  'liaison',
  'enterprise',
  'welfare',
  'publicity',
  'history',
  'theory',
  'institution',
  'meeting',
  'other',
] as const;
export type Category = (typeof categories)[number];

/** One line of a year's plan: what, how often or by when, how much of it, who. */
export interface PlanItem {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly workflow: ItemWorkflow;
  readonly cadence: Cadence;
  /** Pieces each participant owes; 1 for an activity. */
  readonly target: number;
  readonly participants: 'members' | 'none';
  /** The person in charge; null: whoever is on the staff. */
  readonly responsibleAccountId: string | null;
  readonly reportWanted: boolean;
}

export type PlanItemFault =
  | { readonly field: 'title'; readonly code: 'title-missing' }
  | { readonly field: 'cadence'; readonly code: 'window-reversed' | 'window-outside-year' }
  | { readonly field: 'target'; readonly code: 'target-out-of-range' }
  | { readonly field: 'participants'; readonly code: 'participants-missing' };

/** What keeps an item from standing in the plan of `year`; null when nothing does. Targets run from 1 to 99. */
export function judgePlanItem(item: Omit<PlanItem, 'id'>, year: number): PlanItemFault | null {
  if (item.title.trim() === '') return { field: 'title', code: 'title-missing' };
  const code = validateCadence(item.cadence, year);
  if (code !== null) return { field: 'cadence', code };
  if (!Number.isInteger(item.target) || item.target < 1 || item.target > 99) {
    return { field: 'target', code: 'target-out-of-range' };
  }
  if (item.workflow === 'solicitation' && item.participants === 'none') {
    return { field: 'participants', code: 'participants-missing' };
  }
  return null;
}
