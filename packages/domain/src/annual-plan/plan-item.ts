import type { Cadence } from '../recurrence/cadence.js';
import { type CadenceFault, cadenceFaults, validateCadence } from '../recurrence/validate-cadence.js';
import type { ItemWorkflow } from '../workflow/workflow-name.js';

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

/** Of whom an item asks something: every member (of a group), every handling unit, or nobody but the one in charge. */
export const participants = ['members', 'units', 'none'] as const;
export type Participants = (typeof participants)[number];

/** One line of a year's plan: what, how often or by when, how much of it, who. */
export interface PlanItem {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly workflow: ItemWorkflow;
  readonly cadence: Cadence;
  /** At least so many in each window (每季度两次); each is an occurrence of its own, all due when the window ends. */
  readonly times: number;
  /** Pieces each participant owes; 1 for an activity. */
  readonly target: number;
  readonly participants: Participants;
  /** Only the members of this group; null: every member in office. */
  readonly groupId: string | null;
  /** The person in charge; null: whoever is on the staff. */
  readonly responsibleAccountId: string | null;
  /** The leader in charge (责任领导), who is told what is late; null: every leader. */
  readonly leaderAccountId: string | null;
  /** The office that leads (牵头委室, 责任单位), as the plan names it: one of the committee's, or a unit outside it. */
  readonly leadOffice: string | null;
  /** The units that help it (协作单位), as the plan names them. They are named, and owe nothing by it. */
  readonly cooperating: readonly string[];
  readonly reportWanted: boolean;
  /** Places and projects the plan names. */
  readonly sites: readonly string[];
}

export type PlanItemFault =
  | { readonly field: 'title'; readonly code: 'title-missing' }
  | { readonly field: 'cadence'; readonly code: CadenceFault }
  | { readonly field: 'times'; readonly code: 'times-out-of-range' }
  | { readonly field: 'target'; readonly code: 'target-out-of-range' }
  | { readonly field: 'participants'; readonly code: 'participants-missing' };

/** Every code of a fault. */
export const planItemFaults = [
  'title-missing',
  ...cadenceFaults,
  'times-out-of-range',
  'target-out-of-range',
  'participants-missing',
] as const satisfies readonly PlanItemFault['code'][];

const MOST_TIMES = 12;
const MOST_PIECES = 99;

/** What keeps an item from standing in the plan of `year`; null when nothing does. Times run to 12, targets to 99. */
export function judgePlanItem(item: Omit<PlanItem, 'id'>, year: number): PlanItemFault | null {
  if (item.title.trim() === '') return { field: 'title', code: 'title-missing' };
  const code = validateCadence(item.cadence, year);
  if (code !== null) return { field: 'cadence', code };
  const timesFault = judgeTimes(item.times);
  if (timesFault !== null) return { field: 'times', code: timesFault };
  if (!isCount(item.target, MOST_PIECES)) return { field: 'target', code: 'target-out-of-range' };
  if (item.workflow === 'solicitation' && item.participants === 'none') {
    return { field: 'participants', code: 'participants-missing' };
  }
  return null;
}

/** What is wrong with a number of times; null when nothing is. */
export function judgeTimes(times: number): 'times-out-of-range' | null {
  return isCount(times, MOST_TIMES) ? null : 'times-out-of-range';
}

function isCount(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}
