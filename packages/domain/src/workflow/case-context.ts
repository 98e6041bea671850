import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Role } from '../people/roster.js';
import type { RuleProfile } from '../rule-profile/rule-profile.js';
import type { CaseFacts } from './case-facts.js';
import type { Performer } from './definition.js';

/** Who acts: a person with the roles held and the handling units spoken for in the committee today, or the system. */
export interface WorkflowActor {
  readonly accountId: string | null;
  readonly roles: readonly (Role | 'system')[];
  readonly unitIds?: readonly string[];
  /** People for whom the person stands in: what is theirs by name may be done for them. */
  readonly standsInFor?: readonly string[];
}

/** Where a case stands and what is known of it. */
export interface CaseState {
  readonly state: string;
  readonly facts: CaseFacts;
}

/** What an action brings along: ISO dates, texts, counts, by field name. */
export type ActionInput = Readonly<Record<string, string | number>>;

/** Everything a decision rests on besides the case: the day, the rules, and who acts. */
export interface DecideContext {
  readonly today: Temporal.PlainDate;
  readonly calendar: WorkingCalendar;
  readonly profile: RuleProfile;
  readonly actor: WorkflowActor;
}

/** Whether somebody is one of those who may fire an event of a case. */
export function isPerformer(by: readonly Performer[], actor: WorkflowActor, facts: CaseFacts): boolean {
  return by.some((one) => {
    if (one === 'responsible') return isPerson(actor, facts.responsibleAccountId);
    if (one === 'addressee') return isAddressee(actor, facts);
    return actor.roles.includes(one);
  });
}

function isPerson({ accountId, standsInFor = [] }: WorkflowActor, wanted: string | null): boolean {
  return wanted !== null && (accountId === wanted || standsInFor.includes(wanted));
}

/** Whether a case is addressed to somebody: by name, by an office they hold, or by a unit they speak for. */
export function isAddressee(actor: WorkflowActor, { addressee }: Pick<CaseFacts, 'addressee'>): boolean {
  switch (addressee?.kind) {
    case undefined:
      return false;
    case 'account':
      return isPerson(actor, addressee.accountId);
    case 'role':
      return actor.roles.includes(addressee.role);
    case 'unit':
      return actor.unitIds?.includes(addressee.unitId) === true;
  }
}
