import type { Cadence } from '../../recurrence/cadence.js';
import type { Category } from '../plan-item.js';

/** What a clerk still has to say of an item before it can stand in a plan. */
export const openFields = ['cadence'] as const;
export type OpenField = (typeof openFields)[number];

/** Of whom or in which stretch a number of pieces is asked. */
export const targetPers = ['member', 'group', 'unit', 'month', 'quarter', 'half-year', 'year'] as const;

/** So many pieces: 每个委员至少提交两份 is 2 份 a member, 全年不少于20篇 is 20 篇 a year. */
export interface ReadTarget {
  readonly count: number;
  readonly per: (typeof targetPers)[number];
  /** The measure word as written: 份, 件, 条, 篇, 次. */
  readonly unit: string;
}

/** Who does what, as a task chart words it; people are matched to the roster later. */
export interface ChartDuties {
  readonly leadInCharge: string | null;
  readonly leadOffice: string | null;
  readonly cooperating: readonly string[];
  readonly responsible: string | null;
}

/** Where a passage stands: its line or row, and in a workbook of several sheets the name of its sheet. */
export interface SourcePlace {
  readonly line: number;
  readonly sheet?: string;
}

/** Something a clerk would enter as an item of her plan, with the words it was read from. */
export interface ReadItem {
  readonly title: string;
  readonly category: Category;
  /** Null: the text does not say when, or says it vaguely (适时, 不定期). */
  readonly cadence: Cadence | null;
  /** At least so many in each window. */
  readonly times: number;
  /** The words on time as written; also vague ones, so that whoever is asked sees them. */
  readonly timeWords: string | null;
  readonly target: ReadTarget | null;
  readonly sites: readonly string[];
  readonly reportWanted: boolean;
  readonly duties: ChartDuties | null;
  readonly source: SourcePlace & { readonly text: string };
  readonly open: readonly OpenField[];
}

/**
 * Why a passage did not become an item.
 * - `report`: tells what was done, not what is planned.
 * - `heading`: names what stands below it.
 * - `no-act`: a slogan or a general will, nothing that could be done by a day.
 * - `furniture`: what a page or a form puts around a text.
 * - `table-heading`: names the columns.
 */
export const skipReasons = ['report', 'heading', 'no-act', 'furniture', 'table-heading'] as const;
export type SkipReason = (typeof skipReasons)[number];

export interface SkippedPassage extends SourcePlace {
  readonly text: string;
  readonly why: SkipReason;
}

/** A document read: what would be items, and what was left out and why. Every line with text is in one or both. */
export interface PlanReading {
  readonly items: readonly ReadItem[];
  readonly skipped: readonly SkippedPassage[];
}
