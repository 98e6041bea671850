import { minutesOf } from '../calendar/committee-time.js';
import { roles } from '../people/roster.js';
import type { Ladder } from '../reminder/ladder.js';
import type { ReminderRules } from '../reminder/reminder-rules.js';
import { ladderFaultCodes, validateLadder } from '../reminder/validate-ladder.js';
import { judgeLightScheme, lightFaultCodes } from './light-scheme.js';
import { type Ladders, ladderNames, lengthNames, type RuleProfile } from './rule-profile.js';

export const profileFaultCodes = [
  ...ladderFaultCodes,
  ...lightFaultCodes,
  'zone-unknown',
  'time-invalid',
  'quiet-hours-reversed',
  'reminded-in-quiet-hours',
  'ladder-unknown',
  'member-pressed',
] as const;
export type ProfileFaultCode = (typeof profileFaultCodes)[number];

/** A fault with the path of its field: `ladders.duty.3.offset.days`. */
export interface ProfileFault {
  readonly field: string;
  readonly code: ProfileFaultCode;
}

const MOST_WORKDAYS = 250;
const DAYS_OF_YEAR = 366;

/**
 * What keeps a rule profile from being written, each fault with the path of its field; empty when nothing does. Called
 * wherever a profile is written; what is written once is never judged again. `taskKinds` are the kinds of duty that may
 * have a ladder of their own.
 */
export function judgeRuleProfile(profile: RuleProfile, taskKinds: readonly string[]): ProfileFault[] {
  return [
    ...within('reminder', judgeReminderRules(profile.reminder)),
    ...judgeLadders(profile.ladders, { taskKinds, ...paceOf(profile.reminder) }),
    ...within('lights', judgeLightScheme(profile.lights)),
    ...lengthNames.filter((name) => !isWhole(profile[name], 0, MOST_WORKDAYS)).map(outOfRange),
  ];
}

function judgeReminderRules(rules: ReminderRules): ProfileFault[] {
  const faults: ProfileFault[] = [];
  if (!isZone(rules.zone)) faults.push({ field: 'zone', code: 'zone-unknown' });
  const times = ['remindAt', 'quietFrom', 'quietUntil'] as const;
  const unreadable = times.filter((field) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(rules[field]));
  faults.push(...unreadable.map((field) => ({ field, code: 'time-invalid' as const })));
  if (unreadable.length === 0) {
    const [remindAt, from, until] = [rules.remindAt, rules.quietFrom, rules.quietUntil].map(minutesOf) as [
      number,
      number,
      number,
    ];
    // Quiet hours lie over midnight: the day between their end and their beginning is when people may be written to.
    if (until >= from) faults.push({ field: 'quietUntil', code: 'quiet-hours-reversed' });
    else if (remindAt < until || remindAt >= from) faults.push({ field: 'remindAt', code: 'reminded-in-quiet-hours' });
  }
  if (!isPace(rules.askBeforeClimbingWorkdays)) faults.push(outOfRange('askBeforeClimbingWorkdays'));
  if (!isWhole(rules.mostMessagesPerPersonYear, 1, DAYS_OF_YEAR)) faults.push(outOfRange('mostMessagesPerPersonYear'));
  return faults;
}

/** What a ladder is held to: the kinds of duty there are, and the time the clerk has to answer. */
interface LadderTerms {
  readonly taskKinds: readonly string[];
  readonly askBeforeClimbingWorkdays: number;
}

/** A pace that is itself refused would find fault with every ladder: then only the order is judged. */
function paceOf({ askBeforeClimbingWorkdays }: ReminderRules): Pick<LadderTerms, 'askBeforeClimbingWorkdays'> {
  return { askBeforeClimbingWorkdays: isPace(askBeforeClimbingWorkdays) ? askBeforeClimbingWorkdays : 0 };
}

function judgeLadders(ladders: Ladders, terms: LadderTerms): ProfileFault[] {
  const missing = ladderNames.filter((name) => ladders[name] === undefined);
  return [
    ...missing.map((name) => ({ field: `ladders.${name}`, code: 'rungs-missing' as const })),
    ...Object.entries(ladders).flatMap(([key, ladder]) => within(`ladders.${key}`, judgeLadder(key, ladder, terms))),
  ];
}

function judgeLadder(key: string, ladder: Ladder, terms: LadderTerms): ProfileFault[] {
  const [name = '', owner, ...rest] = key.split('/');
  const isKnown =
    [...ladderNames, ...terms.taskKinds].includes(name) &&
    (owner === undefined || roles.some((role) => role === owner)) &&
    rest.length === 0;
  if (!isKnown) return [{ field: '', code: 'ladder-unknown' }];
  const faults: ProfileFault[] = validateLadder(ladder, terms);
  if (name !== 'member' && name !== 'answer' && owner !== 'member') return faults;
  // Members are honoured: past their date they hear nothing more, the clerk is asked instead.
  const pressing = ladder.findIndex(({ to, form }) => to === 'holder' && form === 'past-due');
  return pressing < 0 ? faults : [...faults, { field: `${pressing}.form`, code: 'member-pressed' }];
}

function within(path: string, faults: readonly ProfileFault[]): ProfileFault[] {
  return faults.map(({ field, code }) => ({ field: field === '' ? path : `${path}.${field}`, code }));
}

/** Less than a working day would not be time to answer. */
const isPace = (workdays: number) => isWhole(workdays, 1, MOST_WORKDAYS);

const outOfRange = (field: string) => ({ field, code: 'length-out-of-range' }) as const;

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function isZone(zone: string): boolean {
  try {
    return new Temporal.ZonedDateTime(0n, zone).timeZoneId === zone;
  } catch {
    return false;
  }
}
