import type { Cadence, Span } from '../../lib/api';
import { emptyRule, type RuleDraft, rruleOf, ruleDraftOf } from './rule-draft';

export type CadenceKind = Cadence['kind'];
type Anchored = Extract<Cadence, { kind: 'anchored' }>;
type Each = Extract<Cadence, { kind: 'each' }>;
type Offset = Anchored['to'];
export type Shift = Anchored['shift'];

/** A distance from an anchor while it is typed. */
export interface OffsetDraft {
  readonly side: 'before' | 'on' | 'after';
  readonly count: string;
  readonly unit: Offset['unit'];
}

/** A cadence while it is chosen: what was filled in under one choice survives a look at another. */
export interface CadenceDraft {
  readonly kind: CadenceKind;
  readonly unit: Each['unit'];
  /** Keys of spans: `quarter-3`, `ten-days-5-2`. */
  readonly spans: readonly string[];
  readonly by: string;
  readonly from: string;
  readonly to: string;
  /** An anchor's key, or LUNAR for a day of the lunar year that has no name. */
  readonly anchor: string;
  readonly lunarMonth: string;
  readonly lunarDay: string;
  readonly earliest: OffsetDraft | null;
  readonly latest: OffsetDraft;
  readonly rule: RuleDraft;
  readonly shift: Shift;
}

export const LUNAR = 'lunar';

const keyOf = (span: Span): string => {
  switch (span.unit) {
    case 'year':
      return 'year';
    case 'month':
      return `month-${span.month}`;
    case 'ten-days':
      return `ten-days-${span.month}-${span.part}`;
    default:
      return `${span.unit}-${span.number}`;
  }
};

const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const spansByKey: ReadonlyMap<string, Span> = new Map(
  (
    [
      { unit: 'year' },
      ...([1, 2] as const).map((number) => ({ unit: 'half-year', number }) as const),
      ...([1, 2, 3, 4] as const).map((number) => ({ unit: 'quarter', number }) as const),
      ...range(12).map((month) => ({ unit: 'month', month }) as const),
      ...range(12).flatMap((month) => ([1, 2, 3] as const).map((part) => ({ unit: 'ten-days', month, part }) as const)),
    ] satisfies Span[]
  ).map((span) => [keyOf(span), span]),
);

/** Every span a year has, by key, in the order in which they are offered. */
export const spanChoices: readonly { readonly key: string; readonly span: Span }[] = [...spansByKey].map(
  ([key, span]) => ({ key, span }),
);

const emptyCadence = (year: number): CadenceDraft => ({
  kind: 'each',
  unit: 'quarter',
  spans: [],
  by: `${year}-10-31`,
  from: `${year}-01-01`,
  to: `${year}-12-31`,
  anchor: 'event:plenary-closes',
  lunarMonth: '1',
  lunarDay: '15',
  earliest: null,
  latest: { side: 'after', count: '30', unit: 'calendar-days' },
  rule: emptyRule,
  shift: 'back',
});

/** The draft of a cadence in a plan of `year`; without one, the commonest: each quarter. */
export function cadenceDraftOf(cadence: Cadence | null, year: number): CadenceDraft {
  const empty = emptyCadence(year);
  if (cadence === null) return empty;
  switch (cadence.kind) {
    case 'each':
      return { ...empty, kind: 'each', unit: cadence.unit };
    case 'within':
      return { ...empty, kind: 'within', spans: cadence.spans.map(keyOf) };
    case 'by':
      return { ...empty, kind: 'by', by: cadence.on };
    case 'between':
      return { ...empty, kind: 'between', from: cadence.from, to: cadence.to };
    case 'rule':
      return { ...empty, kind: 'rule', rule: ruleDraftOf(cadence.rrule), shift: cadence.shift };
    case 'anchored': {
      const [, month = '1', day = '15'] = /^lunar:(\d\d)-(\d\d)$/.exec(cadence.anchor) ?? [];
      return {
        ...empty,
        kind: 'anchored',
        anchor: cadence.anchor.startsWith('lunar:') ? LUNAR : cadence.anchor,
        lunarMonth: String(Number(month)),
        lunarDay: String(Number(day)),
        earliest: cadence.from === null ? null : offsetDraftOf(cadence.from),
        latest: offsetDraftOf(cadence.to),
        shift: cadence.shift,
      };
    }
  }
}

const offsetDraftOf = ({ unit, count }: Offset): OffsetDraft => ({
  side: count < 0 ? 'before' : count > 0 ? 'after' : 'on',
  count: count === 0 ? '1' : String(Math.abs(count)),
  unit,
});

/** A cadence nobody has chosen yet: a stretch of the year, none named. */
export const openCadence = (year: number): CadenceDraft => ({ ...emptyCadence(year), kind: 'within', spans: [] });

/** Whether nothing that could be sent is chosen yet. */
export const lacksCadence = (draft: CadenceDraft): boolean =>
  !hasDates(draft) || (draft.kind === 'within' && draft.spans.length === 0);

/** Whether every date the choice asks for is filled in: an empty one is no date that could be sent. */
export function hasDates({ kind, by, from, to }: CadenceDraft): boolean {
  if (kind === 'by') return by !== '';
  return kind !== 'between' || (from !== '' && to !== '');
}

/** What is sent. The screen judges nothing: an empty choice goes as it is and comes back with its refusal. */
export function cadenceOf(draft: CadenceDraft): Cadence {
  switch (draft.kind) {
    case 'each':
      return { kind: 'each', unit: draft.unit };
    case 'within':
      return { kind: 'within', spans: draft.spans.flatMap((key) => spansByKey.get(key) ?? []) };
    case 'by':
      return { kind: 'by', on: draft.by };
    case 'between':
      return { kind: 'between', from: draft.from, to: draft.to };
    case 'rule':
      return { kind: 'rule', rrule: rruleOf(draft.rule), shift: draft.shift };
    case 'anchored':
      return {
        kind: 'anchored',
        anchor: anchorOf(draft),
        from: draft.earliest === null ? null : offsetOf(draft.earliest),
        to: offsetOf(draft.latest),
        shift: draft.shift,
      };
  }
}

function anchorOf({ anchor, lunarMonth, lunarDay }: CadenceDraft): Anchored['anchor'] {
  if (anchor !== LUNAR) return anchor as Anchored['anchor'];
  return `lunar:${lunarMonth.padStart(2, '0')}-${lunarDay.padStart(2, '0')}`;
}

function offsetOf({ side, count, unit }: OffsetDraft): Offset {
  if (side === 'on') return { unit, count: 0 };
  // An empty or fractional number is no length; the server answers with the refusal that names it.
  const length = Number.isInteger(Number(count)) && Number(count) > 0 ? Number(count) : Number.MAX_SAFE_INTEGER;
  return { unit, count: side === 'before' ? -length : length };
}
