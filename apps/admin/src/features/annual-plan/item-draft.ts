import type { Category, PlanItem, PlanItemInput } from '../../lib/api';
import { type CadenceDraft, cadenceDraftOf, cadenceOf } from './cadence-draft';

/** An item while it is typed: everything text, nothing decided by the screen. */
export interface ItemDraft {
  readonly title: string;
  readonly category: Category;
  readonly workflow: PlanItem['workflow'];
  readonly cadence: CadenceDraft;
  readonly times: string;
  readonly target: string;
  readonly participants: PlanItem['participants'];
  readonly groupId: string | null;
  readonly responsibleAccountId: string | null;
  readonly leaderAccountId: string | null;
  readonly sites: readonly string[];
  readonly reportWanted: boolean;
  readonly sourceText: string;
}

/** The draft of an item, or an empty one for a plan of `year`. */
export function draftOf(item: PlanItem | null, year: number): ItemDraft {
  return {
    title: item?.title ?? '',
    category: item?.category ?? 'activity',
    workflow: item?.workflow ?? 'activity',
    cadence: cadenceDraftOf(item?.cadence ?? null, year),
    times: String(item?.times ?? 1),
    target: String(item?.target ?? 1),
    participants: item?.participants ?? 'members',
    groupId: item?.groupId ?? null,
    responsibleAccountId: item?.responsibleAccountId ?? null,
    leaderAccountId: item?.leaderAccountId ?? null,
    sites: item?.sites ?? [],
    reportWanted: item?.reportWanted ?? false,
    sourceText: item?.sourceText ?? '',
  };
}

/** A count as typed; 0, which every rule of a count refuses, for what is no whole number. */
const countOf = (text: string) => (Number.isInteger(Number(text)) ? Number(text) : 0);

/** What is sent: a report belongs to activities only, a number of pieces to what is handed in, a group to members. */
export function inputOf(draft: ItemDraft): PlanItemInput {
  const isActivity = draft.workflow === 'activity';
  return {
    title: draft.title.trim(),
    category: draft.category,
    workflow: draft.workflow,
    cadence: cadenceOf(draft.cadence),
    times: countOf(draft.times),
    target: isActivity ? 1 : countOf(draft.target),
    participants: draft.participants,
    groupId: draft.participants === 'members' ? draft.groupId : null,
    responsibleAccountId: draft.responsibleAccountId,
    leaderAccountId: draft.leaderAccountId,
    sites: draft.sites.map((site) => site.trim()).filter((site) => site !== ''),
    reportWanted: isActivity && draft.reportWanted,
    sourceText: draft.sourceText.trim() === '' ? null : draft.sourceText.trim(),
  };
}
