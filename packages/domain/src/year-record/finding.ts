import type { Category } from '../annual-plan/plan-item.js';

/** Figures that statistics know; any other keeps the name its source gives it. */
export const figureKeys = [
  'proposals-received',
  'proposals-filed',
  'proposals-not-filed',
  'proposals-merged',
  'proposals-solved',
  'proposals-planned',
  'key-proposals',
  'members',
  'members-proposing',
  'members-attending',
  'activities-held',
  'inspections-held',
  'studies-held',
  'consultations-held',
  'standing-meetings-held',
  'chair-meetings-held',
  'opinions-submitted',
  'opinions-issued',
  'opinions-adopted',
  'reports-written',
  'articles-published',
  'history-pieces',
  'donations',
  'filing-rate',
  'closing-rate',
  'meeting-rate',
  'reply-rate',
  'satisfaction-rate',
] as const;
export type FigureKey = (typeof figureKeys)[number];

/** 83件 is exact, 20多个 and 95%以上 say more than, 约300万元 says about. */
export const figureBounds = ['exact', 'more-than', 'about'] as const;
export type FigureBound = (typeof figureBounds)[number];

/** How well the time of something held is known. */
export const heldPrecisions = ['day', 'ten-days', 'month', 'quarter', 'half-year', 'unknown'] as const;
export type HeldPrecision = (typeof heldPrecisions)[number];

/** The passage a finding was read from, and where a person finds it again. */
export interface FindingSource {
  readonly line: number;
  readonly text: string;
}

/** A number the source states of the year, as written: 21万多字 is 21, 万字, more than. */
export interface FigureFinding {
  readonly kind: 'figure';
  readonly key: FigureKey | null;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly bound: FigureBound;
  readonly source: FindingSource;
}

/** Something the source says was held, on a day or in a stretch, ISO dates; null when the day cannot be read. */
export interface HeldFinding {
  readonly kind: 'held';
  readonly title: string;
  readonly category: Category;
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: HeldPrecision;
  readonly place: string | null;
  readonly people: number | null;
  readonly source: FindingSource;
}

export type Finding = FigureFinding | HeldFinding;
