import type { Ladder } from '../reminder/ladder.js';
import type { ReminderRules } from '../reminder/reminder-rules.js';
import { type LightScheme, lightSchemes } from './light-scheme.js';

/** The ladders a task may hang on. One name per kind of duty, so that a committee changes a ladder and not each item. */
export const ladderNames = ['duty', 'duty-short', 'member', 'answer', 'leader'] as const;
export type LadderName = (typeof ladderNames)[number];

/**
 * A committee's ladders: one for each name, and others for a kind of duty or for those who owe it, under keys such as
 * `write-report`, `duty/member` and `write-report/leader` (`chooseLadder` says which goes first).
 */
export type Ladders = Readonly<Record<LadderName, Ladder> & Record<string, Ladder>>;

/**
 * What a committee may decide for itself, versioned by committee and year: a case keeps the version it opened under.
 * Lengths ending in Workdays are working days, day 0 not counted.
 */
export interface RuleProfile {
  readonly version: number;
  readonly reminder: ReminderRules;
  readonly ladders: Ladders;
  readonly lights: LightScheme;
  readonly approveWithinWorkdays: number;
  readonly publishWithinWorkdays: number;
  readonly answerBeforeEventWorkdays: number;
  readonly reportWithinWorkdays: number;
  /** A department's reply to what the committee sent it: suggestions, opinions of a consultation. */
  readonly replyWithinWorkdays: number;
  /** From a rectification to the look-back (回头看) at it. */
  readonly lookBackWithinWorkdays: number;
  readonly answerSlipWithinWorkdays: number;
  readonly answerUrgingWithinWorkdays: number;
  readonly decideLeaveWithinWorkdays: number;
  /** From the preparation of a hand-over to the day it is carried out. */
  readonly handOverWithinWorkdays: number;
  /** A township's answer to a key point its county passed down. */
  readonly answerPassedDownWithinWorkdays: number;
}

/** The lengths of a profile that a due date can be made of. */
export type LengthName = Extract<keyof RuleProfile, `${string}WithinWorkdays` | `${string}BeforeEventWorkdays`>;

/** Every length, for judging and showing them one by one. */
export const lengthNames: readonly LengthName[] = [
  'approveWithinWorkdays',
  'publishWithinWorkdays',
  'answerBeforeEventWorkdays',
  'reportWithinWorkdays',
  'replyWithinWorkdays',
  'lookBackWithinWorkdays',
  'answerSlipWithinWorkdays',
  'answerUrgingWithinWorkdays',
  'decideLeaveWithinWorkdays',
  'handOverWithinWorkdays',
  'answerPassedDownWithinWorkdays',
];

const calendarDays = (days: number) => ({ unit: 'calendar-days', days }) as const;
const workdays = (days: number) => ({ unit: 'workdays', days }) as const;

const gentle: Ladder = [
  { name: 'T-15', offset: calendarDays(-15), to: 'holder', form: 'notice' },
  { name: 'T-3', offset: workdays(-3), to: 'holder', form: 'approaching' },
  { name: 'T+0', offset: workdays(0), to: 'holder', form: 'due-today' },
  { name: 'T+1', offset: workdays(1), to: 'record-keeper', form: 'ask-record' },
  { name: 'T+3', offset: workdays(3), to: 'leader', form: 'escalation' },
];

const untilDue: Ladder = [
  { name: 'T-30', offset: calendarDays(-30), to: 'holder', form: 'notice' },
  { name: 'T-15', offset: calendarDays(-15), to: 'holder', form: 'notice' },
  { name: 'T-7', offset: workdays(-7), to: 'holder', form: 'approaching' },
  { name: 'T-3', offset: workdays(-3), to: 'holder', form: 'approaching' },
  { name: 'T-1', offset: workdays(-1), to: 'holder', form: 'approaching' },
  { name: 'T+0', offset: workdays(0), to: 'holder', form: 'due-today' },
];
const untilDueShort: Ladder = [
  { name: 'T-3', offset: workdays(-3), to: 'holder', form: 'notice' },
  { name: 'T-1', offset: workdays(-1), to: 'holder', form: 'approaching' },
  { name: 'T+0', offset: workdays(0), to: 'holder', form: 'due-today' },
];

/** A leader knows what is done of his own duty: he hears at once that it is late, and the question comes after him. */
const lateLeader: Ladder = [
  { name: 'T+1', offset: workdays(1), to: 'holder', form: 'past-due' },
  { name: 'T+2', offset: workdays(2), to: 'record-keeper', form: 'ask-record' },
  { name: 'T+4', offset: workdays(4), to: 'leader', form: 'escalation' },
];

/**
 * Defaults that carry a new committee through its first month (reference §5.3). Members are written to 15, 3 and 0
 * days before, only while they owe an answer, and never hear of anything above that: what is late is asked of the
 * clerk first and then told to the leader. What a leader owes himself he is told of the day after its date.
 */
export const defaultRuleProfile: RuleProfile = {
  version: 1,
  reminder: {
    zone: 'Asia/Shanghai',
    remindAt: '09:00',
    quietFrom: '20:00',
    quietUntil: '08:00',
    askBeforeClimbingWorkdays: 2,
    mostMessagesPerPersonYear: 60,
  },
  ladders: {
    duty: [
      ...untilDue,
      { name: 'T+1', offset: workdays(1), to: 'record-keeper', form: 'ask-record' },
      { name: 'T+3', offset: workdays(3), to: 'leader', form: 'escalation' },
      { name: 'T+7', offset: workdays(7), to: 'leader', form: 'escalation' },
    ],
    'duty-short': [
      ...untilDueShort,
      { name: 'T+1', offset: workdays(1), to: 'record-keeper', form: 'ask-record' },
      { name: 'T+3', offset: workdays(3), to: 'leader', form: 'escalation' },
    ],
    member: gentle,
    'duty/member': gentle,
    'duty-short/member': gentle.slice(1),
    'duty/leader': [...untilDue, ...lateLeader, { name: 'T+7', offset: workdays(7), to: 'leader', form: 'escalation' }],
    'duty-short/leader': [...untilDueShort, ...lateLeader],
    answer: [
      { name: 'T-5', offset: workdays(-5), to: 'holder', form: 'notice' },
      { name: 'T-1', offset: workdays(-1), to: 'holder', form: 'approaching' },
      { name: 'T+0', offset: workdays(0), to: 'holder', form: 'due-today' },
    ],
    leader: [
      { name: 'T-5', offset: workdays(-5), to: 'holder', form: 'notice' },
      { name: 'T-1', offset: workdays(-1), to: 'holder', form: 'approaching' },
      { name: 'T+0', offset: workdays(0), to: 'holder', form: 'due-today' },
      { name: 'T+3', offset: workdays(3), to: 'holder', form: 'past-due' },
    ],
  },
  lights: lightSchemes['green-yellow-red'],
  approveWithinWorkdays: 5,
  publishWithinWorkdays: 3,
  answerBeforeEventWorkdays: 1,
  reportWithinWorkdays: 15,
  replyWithinWorkdays: 40,
  lookBackWithinWorkdays: 20,
  answerSlipWithinWorkdays: 5,
  answerUrgingWithinWorkdays: 3,
  decideLeaveWithinWorkdays: 2,
  handOverWithinWorkdays: 3,
  answerPassedDownWithinWorkdays: 10,
};

/** A stored profile with the product's defaults for what did not exist when it was written. */
export function completeRuleProfile(stored: Partial<RuleProfile>, version: number): RuleProfile {
  const { reminder, ladders } = defaultRuleProfile;
  const named = Object.fromEntries(ladderNames.map((name) => [name, ladders[name]])) as Record<LadderName, Ladder>;
  return {
    ...defaultRuleProfile,
    ...stored,
    reminder: { ...reminder, ...stored.reminder },
    ladders: { ...named, ...(stored.ladders ?? ladders) },
    version,
  };
}
