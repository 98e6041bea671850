import type { DueReason } from '../recurrence/window.js';
import type { TaskHolder } from '../task/task-holder.js';

/** What of a case, its plan item and its people the rules may look at. ISO dates. */
export interface CaseFacts {
  readonly occurrence: { readonly from: string; readonly dueOn: string; readonly dueReason: DueReason } | null;
  readonly reportWanted: boolean;
  readonly target: number;
  readonly participants: 'members' | 'units' | 'none';
  /** Only members who serve in this group take part; null: all. */
  readonly groupId: string | null;
  /** The person in charge; null: whoever is on the staff. */
  readonly responsibleAccountId: string | null;
  /** The leader in charge; null: every leader. */
  readonly leaderAccountId: string | null;
  /** Whom a slip, an urging or a request is addressed to or comes from; null where the case knows no such person. */
  readonly addressee: TaskHolder | null;
  /** Whether the plan made the case (计划内), somebody entered it (计划外) or afterwards (补录), or supervision did. */
  readonly origin: TaskOrigin;
}

export const taskOrigins = ['planned', 'unplanned', 'urging', 'supervision-slip', 'backfilled'] as const;
export type TaskOrigin = (typeof taskOrigins)[number];

/** A case about which nothing is known but that it exists; others say what differs. */
export const plainFacts: CaseFacts = {
  occurrence: null,
  reportWanted: false,
  target: 1,
  participants: 'none',
  groupId: null,
  responsibleAccountId: null,
  leaderAccountId: null,
  addressee: null,
  origin: 'planned',
};
