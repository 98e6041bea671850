import type { DateRules } from '../recurrence/window.js';
import type { RungForm, RungRecipient } from '../reminder/ladder.js';
import type { HeardFor } from '../reminder/recipients.js';
import type { RuleProfile } from '../rule-profile/rule-profile.js';
import type { TaskHolder } from '../task/task-holder.js';

/** What a plan is rehearsed by. */
export interface RehearsalRules extends DateRules {
  readonly profile: RuleProfile;
}

/** A rung a duty will cause, with everyone it will be sent to (nobody when it will be superseded). ISO dates. */
export interface RehearsedRung {
  readonly rung: string;
  readonly to: RungRecipient;
  readonly form: RungForm;
  readonly outcome: 'sent' | 'superseded';
  readonly on: string;
  readonly at: Temporal.Instant;
  readonly recipients: readonly string[];
  /** Those of them who hear it in place of somebody who is away that day. */
  readonly insteadOf: readonly HeardFor[];
}

/** What one occurrence asks of people: a task for each holder, all with the same dates and rungs. */
export interface RehearsedDuty {
  readonly itemId: string;
  readonly occurrenceKey: string;
  readonly kind: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly leaderAccountId: string | null;
  readonly holders: readonly TaskHolder[];
  readonly rungs: readonly RehearsedRung[];
}
