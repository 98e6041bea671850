import type { Ladder, Rung, RungForm } from './ladder.js';
import type { ReminderRules } from './reminder-rules.js';

export const ladderFaultCodes = [
  'rungs-missing',
  'rungs-out-of-order',
  'rung-days-invalid',
  'rung-name-untrue',
  'rung-form-untrue',
  'rung-recipient-wrong',
  'leader-before-question',
  'leader-before-answer',
] as const;
export type LadderFaultCode = (typeof ladderFaultCodes)[number];

/** A fault with the path of its field within the ladder: `3.offset.days`. */
export interface LadderFault {
  readonly field: string;
  readonly code: LadderFaultCode;
}

const MOST_DAYS = 365;
/** Two weeks and more ahead people count by the calendar, nearer and after the date in working days (reference §5.3). */
const FAR_AHEAD = -15;
const beforeDue: readonly RungForm[] = ['notice', 'approaching'];

/**
 * What keeps a ladder from being used; empty when nothing does. Rungs follow each other in days, those 15 days
 * ahead and more by the calendar, all others in working days, so that T−15 and T−3 are understood alike; a rung's name
 * and form say what is true of its day; the question goes to who keeps the record, an escalation to a leader and never
 * before the question was asked and the clerk had the agreed working days to answer. (Asked at T+1 with two working days
 * to answer, a leader hears at T+3 at the earliest: `stepLadder` would make a T+2 wait, and its name be untrue.)
 */
export function validateLadder(ladder: Ladder, pace: Pick<ReminderRules, 'askBeforeClimbingWorkdays'>): LadderFault[] {
  if (ladder.length === 0) return [{ field: '', code: 'rungs-missing' }];
  return ladder.flatMap((rung, index) =>
    [...faultsOf(rung), ...faultsAmong(ladder.slice(0, index), rung, pace)].map(({ field, code }) => ({
      field: `${index}.${field}`,
      code,
    })),
  );
}

function faultsOf({ name, offset, to, form }: Rung): LadderFault[] {
  const { unit, days } = offset;
  if (!Number.isInteger(days) || Math.abs(days) > MOST_DAYS)
    return [{ field: 'offset.days', code: 'rung-days-invalid' }];
  const faults: LadderFault[] = [];
  if (unit !== (days <= FAR_AHEAD ? 'calendar-days' : 'workdays')) {
    faults.push({ field: 'offset.unit', code: 'rung-days-invalid' });
  }
  if (name !== `T${days < 0 ? '-' : '+'}${Math.abs(days)}`) faults.push({ field: 'name', code: 'rung-name-untrue' });
  if (!isTrueOn(form, days)) faults.push({ field: 'form', code: 'rung-form-untrue' });
  const wanted = { 'ask-record': 'record-keeper', escalation: 'leader', 'past-due': 'holder' } as const;
  const only = form in wanted ? wanted[form as keyof typeof wanted] : to;
  if (to !== only) faults.push({ field: 'to', code: 'rung-recipient-wrong' });
  return faults;
}

function isTrueOn(form: RungForm, days: number): boolean {
  if (beforeDue.includes(form)) return days < 0;
  return form === 'due-today' ? days === 0 : days > 0;
}

function faultsAmong(
  below: readonly Rung[],
  rung: Rung,
  { askBeforeClimbingWorkdays }: Pick<ReminderRules, 'askBeforeClimbingWorkdays'>,
): LadderFault[] {
  const faults: LadderFault[] = [];
  const previous = below.at(-1);
  if (previous !== undefined && rung.offset.days <= previous.offset.days) {
    faults.push({ field: 'offset.days', code: 'rungs-out-of-order' });
  }
  if (rung.form !== 'escalation') return faults;
  // The clerk asked twice has the time to answer from the second question on.
  const asked = below.findLast(({ form }) => form === 'ask-record');
  if (asked === undefined) faults.push({ field: 'form', code: 'leader-before-question' });
  else if (rung.offset.days < asked.offset.days + askBeforeClimbingWorkdays) {
    faults.push({ field: 'offset.days', code: 'leader-before-answer' });
  }
  return faults;
}
