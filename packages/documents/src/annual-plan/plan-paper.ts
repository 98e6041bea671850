import type { AnchorKey, Category, DueReason, Part } from '@xushi/domain';

/**
 * A year's plan as it goes on paper: everything its documents say, and nothing that would have to be looked up. Plain
 * data, so that it can be handed to another thread. Dates are ISO dates.
 */
export interface PlanPaper {
  readonly committee: string;
  readonly year: number;
  readonly title: string;
  readonly standing: PlanStanding;
  /** The meeting that approved it; null when none did or none was recorded. */
  readonly approval: PlanApproval | null;
  readonly items: readonly PaperItem[];
  /** By due date. */
  readonly occurrences: readonly PaperOccurrence[];
  /** Everybody with a part in the plan, in the order of their names. */
  readonly people: readonly PaperPerson[];
  readonly calendar: PaperCalendar;
}

/** How far a plan is: only an approved one goes out without a mark. */
export type PlanStanding = 'draft' | 'submitted' | 'amending' | 'approved';

export interface PlanApproval {
  readonly meeting: string;
  readonly on: string;
  readonly documentNumber: string | null;
}

export interface PaperItem {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  /** The cadence in words: 每季度至少一次. */
  readonly when: string;
  /** Whom it asks (全体委员, a group's name, 承办单位) and for what; null: nobody but those in charge. */
  readonly asked: { readonly who: string; readonly to: 'attend' | 'hand-in' | 'handle' } | null;
  /** Pieces each of them hands in. */
  readonly target: number;
  readonly leader: string | null;
  /** The office or unit that leads (牵头委室), and those that help it. */
  readonly leadOffice: string | null;
  readonly cooperating: readonly string[];
  readonly responsible: string | null;
  readonly sites: readonly string[];
  readonly reportWanted: boolean;
  /** The name of the day it waits for; null when it is dated. */
  readonly waitsFor: string | null;
  readonly parts: readonly PaperPart[];
}

/** What a person of `people` has to do with an item. */
export interface PaperPart {
  readonly accountId: string;
  readonly part: Part;
}

export interface PaperOccurrence {
  readonly itemId: string;
  readonly key: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly dueOn: string;
  readonly reason: DueReason;
  /** What the committee calls the day it hangs on; null when it hangs on none. */
  readonly anchor: { readonly key: AnchorKey; readonly name: string } | null;
}

export interface PaperPerson {
  readonly accountId: string;
  readonly name: string;
  /** Serves as a member: is written to with courtesy. */
  readonly isMember: boolean;
}

/** The year's days that are not what their weekday says. */
export interface PaperCalendar {
  /** Whether the State Council's notice for the year is known. */
  readonly isProvisional: boolean;
  readonly days: readonly { readonly on: string; readonly isWorked: boolean; readonly name: string }[];
}
