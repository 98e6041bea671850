import {
  type AnchorKey,
  type Cadence,
  type ChartDuties,
  nameOfAnchor,
  type Offset,
  type PlanReading,
  type ReadItem,
  type ReadTarget,
  type SourcePlace,
  windowOf,
} from '@xushi/domain';

interface WireWindow {
  readonly from: string;
  readonly to: string;
}

/** The answer of `plan read --json`; docs/operations/plan-read.md says what each part means. */
export interface WireReading {
  readonly year: number;
  readonly items: readonly WireItem[];
  readonly skipped: readonly (SourcePlace & { readonly why: string; readonly text: string })[];
}

interface WireItem extends Partial<ChartDuties> {
  readonly title: string;
  readonly category: string;
  readonly cadence: { readonly rrule: string; readonly times: number } | null;
  readonly window: WireWindow | null;
  /** All windows, where the text names more than one. */
  readonly windows?: readonly WireWindow[];
  readonly anchor: {
    readonly kind: string;
    readonly name: string;
    readonly key: AnchorKey;
    readonly from: Offset | null;
    readonly offset: Offset;
  } | null;
  readonly target: ReadTarget | null;
  readonly sites: readonly string[];
  readonly report: boolean;
  readonly times: number;
  readonly timeWords: string | null;
  readonly source: ReadItem['source'];
  readonly open: readonly string[];
}

export function wireOfReading({ items, skipped }: PlanReading, year: number): WireReading {
  return {
    year,
    items: items.map((item) => wireOfItem(item, year)),
    skipped,
  };
}

function wireOfItem(item: ReadItem, year: number): WireItem {
  const { title, category, target, sites, reportWanted, times, timeWords, duties, source, open } = item;
  const when = item.cadence === null ? nothing : whenOf(item.cadence, times, year);
  return {
    title,
    category,
    ...when,
    target,
    sites,
    report: reportWanted,
    times,
    timeWords,
    ...duties,
    source,
    open,
  };
}

type When = Pick<WireItem, 'cadence' | 'window' | 'windows' | 'anchor'>;
const nothing: When = { cadence: null, window: null, anchor: null };

/**
 * What recurs is a rule, what is done in one stretch a window, what hangs on a day an anchor. A rule of stretches has no
 * day: 每季度 is FREQ=MONTHLY;INTERVAL=3.
 */
function whenOf(cadence: Cadence, times: number, year: number): When {
  switch (cadence.kind) {
    case 'each':
      return { ...nothing, cadence: { rrule: EACH[cadence.unit], times } };
    case 'rule':
      return { ...nothing, cadence: { rrule: plainRule(cadence.rrule), times } };
    case 'by':
      return inWindow({ from: `${year}-01-01`, to: cadence.on }, times);
    case 'between':
      return inWindow({ from: cadence.from, to: cadence.to }, times);
    case 'within':
      return withinSpans(cadence, times, year);
    case 'anchored': {
      const { anchor, from, to } = cadence;
      const kind = anchor.slice(0, anchor.indexOf(':'));
      return { ...nothing, anchor: { kind, name: nameOfAnchor(anchor, 'zh'), key: anchor, from, offset: to } };
    }
  }
}

const EACH = {
  'half-year': 'FREQ=MONTHLY;INTERVAL=6',
  quarter: 'FREQ=MONTHLY;INTERVAL=3',
  month: 'FREQ=MONTHLY',
  'ten-days': 'FREQ=MONTHLY;BYMONTHDAY=10,20,-1',
} as const;

/** 每周 and 每两个月 are due on the last working day of their stretch; that day is ours, not the text's. */
function plainRule(rrule: string): string {
  const found = /^(FREQ=WEEKLY(?:;INTERVAL=\d+)?);BYDAY=FR$|^(FREQ=MONTHLY;INTERVAL=\d+);BYMONTHDAY=-1$/.exec(rrule);
  return found?.[1] ?? found?.[2] ?? rrule;
}

function inWindow(window: WireWindow, times: number): When {
  return { ...nothing, window, cadence: times > 1 ? { rrule: 'FREQ=YEARLY', times } : null };
}

function withinSpans(cadence: Cadence & { kind: 'within' }, times: number, year: number): When {
  const windows = cadence.spans.map((span): WireWindow => {
    const { from, to } = windowOf(span, year);
    return { from: from.toString(), to: to.toString() };
  });
  const [only, ...others] = windows;
  if (only === undefined) return nothing;
  if (others.length === 0) return inWindow(only, times);
  const months = [...new Set(windows.map(({ to }) => Number(to.slice(5, 7))))];
  return { ...nothing, cadence: { rrule: `FREQ=YEARLY;BYMONTH=${months.join(',')}`, times }, windows };
}
