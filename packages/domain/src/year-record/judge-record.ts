import type { Category } from '../annual-plan/plan-item.js';
import type { ItemWorkflow } from '../workflow/workflow-name.js';
import type { FigureFinding, HeldFinding } from './finding.js';

/** What keeps a confirmed finding from being recorded. */
export const yearRecordFaults = [
  'title-missing',
  'name-missing',
  'value-invalid',
  'held-outside-year',
  'window-reversed',
  'date-in-future',
] as const;
export interface YearRecordFault {
  readonly code: (typeof yearRecordFaults)[number];
  readonly field: string;
}

/** The year that is recorded and the day it is recorded on, ISO. */
export interface RecordedOn {
  readonly year: number;
  readonly today: string;
}

/** What keeps something held from being recorded of `year`: its days lie in it, in order, and not in the future. */
export function judgeHeld(
  { title, from, to }: Pick<HeldFinding, 'title' | 'from' | 'to'>,
  { year, today }: RecordedOn,
): YearRecordFault | null {
  if (title.trim() === '') return { code: 'title-missing', field: 'title' };
  if (from === null && to === null) return null;
  if (from === null || to === null || from > to) return { code: 'window-reversed', field: 'to' };
  if (!from.startsWith(`${year}-`) || !to.startsWith(`${year}-`)) return { code: 'held-outside-year', field: 'from' };
  return from > today ? { code: 'date-in-future', field: 'from' } : null;
}

/** What keeps a figure from being recorded: it has a name and a number that is not negative. */
export function judgeFigure({ name, value }: Pick<FigureFinding, 'name' | 'value'>): YearRecordFault | null {
  if (name.trim() === '') return { code: 'name-missing', field: 'name' };
  return Number.isFinite(value) && value >= 0 && value < 1e12 ? null : { code: 'value-invalid', field: 'value' };
}

/** The workflow whose closed case says that something of a kind was held. */
export const heldWorkflow: Readonly<Record<Category, Exclude<ItemWorkflow, 'solicitation'>>> = {
  study: 'study-session',
  activity: 'activity',
  inspection: 'inspection',
  research: 'inspection',
  consultation: 'consultation',
  oversight: 'oversight',
  proposal: 'activity',
  opinion: 'activity',
  liaison: 'activity',
  enterprise: 'activity',
  welfare: 'activity',
  publicity: 'duty',
  history: 'duty',
  theory: 'study-session',
  institution: 'duty',
  meeting: 'activity',
  other: 'activity',
};
