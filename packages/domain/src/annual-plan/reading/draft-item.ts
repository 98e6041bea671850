import type { Cadence } from '../../recurrence/cadence.js';
import type { ItemWorkflow } from '../../workflow/workflow-name.js';
import type { Category, Participants, PlanItem } from '../plan-item.js';
import type { OpenField, ReadItem } from './plan-reading.js';

/** A plan item that a person still looks at: all that `PlanItem` has, and a cadence only when the text gave one. */
export interface DraftItem extends Omit<PlanItem, 'id' | 'cadence'> {
  readonly cadence: Cadence | null;
  /** The words it was read from. */
  readonly sourceText: string;
}

/** The workflow that usually runs an item of a kind; where each owes pieces, it is a solicitation. */
const usual: Readonly<Record<Category, ItemWorkflow>> = {
  study: 'study-session',
  activity: 'activity',
  inspection: 'inspection',
  research: 'inspection',
  consultation: 'consultation',
  oversight: 'oversight',
  proposal: 'duty',
  opinion: 'duty',
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

/** The limits of `PlanItem` and of what the contract takes. */
const MOST_TIMES = 12;
const MOST_PIECES = 99;
const LONGEST_TITLE = 200;
const LONGEST_SITE = 100;
const MOST_SITES = 50;
const LONGEST_SOURCE = 2000;
const LONGEST_OFFICE = 100;
const MOST_UNITS = 30;

/**
 * What was read as an item to be confirmed, with what is still lacking named in `open`; `judgePlanItem` accepts it as
 * soon as nothing is. People are for the roster to match and stay empty here; offices stand as they are written.
 */
export function draftOfReading(item: ReadItem): { readonly draft: DraftItem; readonly open: readonly OpenField[] } {
  const owed = item.target !== null && item.target.unit !== '次' ? item.target : null;
  const isSolicitation = owed?.per === 'member' || owed?.per === 'unit';
  const workflow = isSolicitation ? 'solicitation' : usual[item.category];
  const draft: DraftItem = {
    title: item.title.slice(0, LONGEST_TITLE),
    category: item.category,
    workflow,
    cadence: item.cadence,
    times: Math.min(Math.max(item.times, 1), MOST_TIMES),
    target: isSolicitation ? Math.min(owed.count, MOST_PIECES) : 1,
    participants: participantsOf(item, workflow),
    groupId: null,
    responsibleAccountId: null,
    leaderAccountId: null,
    ...officesOf(item),
    reportWanted: item.reportWanted,
    sites: item.sites.map((site) => site.slice(0, LONGEST_SITE)).slice(0, MOST_SITES),
    sourceText: item.source.text.slice(0, LONGEST_SOURCE),
  };
  return { draft, open: item.open };
}

/** The lead office and the units that help it, each once. */
function officesOf({ duties }: ReadItem): Pick<PlanItem, 'leadOffice' | 'cooperating'> {
  const office = duties?.leadOffice?.replace(/\s*\n\s*/g, '、').slice(0, LONGEST_OFFICE) ?? '';
  const units = (duties?.cooperating ?? []).map((unit) => unit.slice(0, LONGEST_OFFICE));
  return { leadOffice: office === '' ? null : office, cooperating: [...new Set(units)].slice(0, MOST_UNITS) };
}

/** Members are asked to come where the text speaks of them, or where the workflow is theirs. */
function participantsOf(item: ReadItem, workflow: ItemWorkflow): Participants {
  if (workflow === 'solicitation') return item.target?.per === 'unit' ? 'units' : 'members';
  if (workflow === 'duty') return 'none';
  if (workflow === 'activity' && item.category !== 'activity') {
    return /委员|常委|常务|全体会议|全会/.test(item.source.text) ? 'members' : 'none';
  }
  return 'members';
}
