import type { Cadence, Category, PlanItem, PlanItemInput } from '../../lib/api';

export const cadenceChoices = ['each-quarter', 'half-year-1', 'half-year-2', 'whole-year', 'between'] as const;
export type CadenceChoice = (typeof cadenceChoices)[number];

/** An item while it is typed: everything text, nothing decided by the screen. */
export interface ItemDraft {
  readonly title: string;
  readonly category: Category;
  readonly workflow: PlanItem['workflow'];
  readonly cadence: CadenceChoice;
  readonly from: string;
  readonly to: string;
  readonly target: string;
  readonly participants: PlanItem['participants'];
  readonly responsibleAccountId: string | null;
  readonly reportWanted: boolean;
  readonly sourceText: string;
}

function choiceOf(cadence: Cadence): CadenceChoice {
  if (cadence.kind === 'each') return 'each-quarter';
  const span = cadence.kind === 'within' ? cadence.spans[0] : undefined;
  if (span?.unit === 'year') return 'whole-year';
  if (span?.unit === 'half-year') return span.number === 1 ? 'half-year-1' : 'half-year-2';
  return 'between';
}

/** The draft of an item, or an empty one for a plan of `year`. */
export function draftOf(item: PlanItem | null, year: number): ItemDraft {
  const between = item?.cadence.kind === 'between' ? item.cadence : null;
  return {
    title: item?.title ?? '',
    category: item?.category ?? 'activity',
    workflow: item?.workflow ?? 'activity',
    cadence: item === null ? 'each-quarter' : choiceOf(item.cadence),
    from: between?.from ?? `${year}-01-01`,
    to: between?.to ?? `${year}-12-31`,
    target: String(item?.target ?? 1),
    participants: item?.participants ?? 'members',
    responsibleAccountId: item?.responsibleAccountId ?? null,
    reportWanted: item?.reportWanted ?? false,
    sourceText: item?.sourceText ?? '',
  };
}

function cadenceOf({ cadence, from, to }: ItemDraft): Cadence {
  switch (cadence) {
    case 'each-quarter':
      return { kind: 'each', unit: 'quarter' };
    case 'half-year-1':
      return { kind: 'within', spans: [{ unit: 'half-year', number: 1 }] };
    case 'half-year-2':
      return { kind: 'within', spans: [{ unit: 'half-year', number: 2 }] };
    case 'whole-year':
      return { kind: 'within', spans: [{ unit: 'year' }] };
    case 'between':
      return { kind: 'between', from, to };
  }
}

/** What is sent: a report belongs to activities only, and a number of pieces to what members hand in. */
export function inputOf(draft: ItemDraft): PlanItemInput {
  const isActivity = draft.workflow === 'activity';
  return {
    title: draft.title.trim(),
    category: draft.category,
    workflow: draft.workflow,
    cadence: cadenceOf(draft),
    times: 1,
    target: isActivity ? 1 : Number(draft.target),
    participants: draft.participants,
    groupId: null,
    leaderAccountId: null,
    sites: [],
    responsibleAccountId: draft.responsibleAccountId,
    reportWanted: isActivity && draft.reportWanted,
    sourceText: draft.sourceText.trim() === '' ? null : draft.sourceText.trim(),
  };
}
