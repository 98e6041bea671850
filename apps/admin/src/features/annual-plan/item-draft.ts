import type { Category, PlanItem, PlanItemInput, ReadItem } from '../../lib/api';
import { type CadenceDraft, cadenceDraftOf, cadenceOf, openCadence } from './cadence-draft';

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
  /** Empty: none. */
  readonly leadOffice: string;
  readonly cooperating: readonly string[];
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
    leadOffice: item?.leadOffice ?? '',
    cooperating: item?.cooperating ?? [],
    sites: item?.sites ?? [],
    reportWanted: item?.reportWanted ?? false,
    sourceText: item?.sourceText ?? '',
  };
}

/** What was read from a document, as a draft; a cadence the document leaves open stays unchosen. */
export function draftOfRead({ cadence, ...item }: ReadItem['draft'], year: number): ItemDraft {
  return {
    ...item,
    cadence: cadence === null ? openCadence(year) : cadenceDraftOf(cadence, year),
    times: String(item.times),
    target: String(item.target),
    leadOffice: item.leadOffice ?? '',
  };
}

/** A count as typed; 0, which every rule of a count refuses, for what is no whole number. */
export const countOf = (text: string) => (Number.isInteger(Number(text)) ? Number(text) : 0);

/** What follows from another kind of work: pieces are counted only where they are solicited, and then nothing is held. */
export function withWorkflow(draft: ItemDraft, workflow: ItemDraft['workflow']): ItemDraft {
  if (workflow !== 'solicitation') return { ...draft, workflow, target: '1' };
  const participants = draft.participants === 'none' ? 'members' : draft.participants;
  return { ...draft, workflow, participants, reportWanted: false };
}

/** How work of a category mostly runs: what a new item begins with. */
export const usualWorkflow: Readonly<Record<Category, ItemDraft['workflow']>> = {
  study: 'study-session',
  activity: 'activity',
  inspection: 'inspection',
  research: 'inspection',
  consultation: 'consultation',
  oversight: 'oversight',
  proposal: 'solicitation',
  opinion: 'solicitation',
  liaison: 'activity',
  enterprise: 'activity',
  welfare: 'activity',
  publicity: 'duty',
  history: 'duty',
  theory: 'study-session',
  institution: 'duty',
  meeting: 'activity',
  other: 'duty',
};

/** Names as they are sent: each once, none empty. */
const named = (names: readonly string[]) =>
  [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '');

/** What is sent; a group is one of members. */
export function inputOf(draft: ItemDraft): PlanItemInput {
  return {
    title: draft.title.trim(),
    category: draft.category,
    workflow: draft.workflow,
    cadence: cadenceOf(draft.cadence),
    times: countOf(draft.times),
    target: countOf(draft.target),
    participants: draft.participants,
    groupId: draft.participants === 'members' ? draft.groupId : null,
    responsibleAccountId: draft.responsibleAccountId,
    leaderAccountId: draft.leaderAccountId,
    leadOffice: draft.leadOffice.trim() === '' ? null : draft.leadOffice.trim(),
    cooperating: named(draft.cooperating),
    sites: named(draft.sites),
    reportWanted: draft.reportWanted,
    sourceText: draft.sourceText.trim() === '' ? null : draft.sourceText.trim(),
  };
}
