import { cadenceFaults, profileFaultCodes, refusalCodes } from '@xushi/domain';
import * as z from 'zod';

/** Errors any route for signed-in people may answer with. */
export const signedInErrors = { UNAUTHORIZED: { status: 401 } } as const;

/** Errors any route of a committee may answer with; a foreign id answers as a missing one. */
export const committeeErrors = { FORBIDDEN: { status: 403 }, NOT_FOUND: { status: 404 } } as const;

/** Why something that is understood and permitted is still not done. Each has a sentence in every language of the app. */
export const refusalReasons = [
  ...refusalCodes,
  'year-taken',
  'year-out-of-range',
  'plan-not-editable',
  'title-missing',
  ...cadenceFaults,
  'times-out-of-range',
  'target-out-of-range',
  'townships-missing',
  'not-below',
  'passed-down-already',
  'name-missing',
  'anchor-key-invalid',
  'provisional-without-date',
  'date-outside-year',
  'participants-missing',
  'responsible-unknown',
  'leader-unknown',
  'group-unknown',
  'task-not-open',
  'task-not-overdue',
  'task-not-by-contribution',
  'date-before-opening',
  'amount-invalid',
  'answer-missing',
  'not-your-task',
  'already-on-hold',
  'not-on-hold',
  'task-on-hold',
  'urged-today',
  'text-missing',
  'not-the-top-committee',
  'notice-faulty',
  'closing-name-missing',
  'closing-in-past',
  'closing-exists',
  'closing-needless',
  ...profileFaultCodes,
  'already-set-up',
  'password-too-short',
  'password-wrong',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** HTTP status and log level of each refusal; a reason without a row does not compile. */
export const refusals: Readonly<Record<RefusalReason, { readonly status: 409 | 422; readonly log: 'info' | 'warn' }>> =
  {
    'action-not-known-here': { status: 409, log: 'info' },
    'role-not-allowed': { status: 422, log: 'warn' },
    'field-missing': { status: 422, log: 'info' },
    'field-invalid': { status: 422, log: 'info' },
    'date-in-future': { status: 422, log: 'info' },
    'date-in-past': { status: 422, log: 'info' },
    'done-before-window': { status: 422, log: 'info' },
    'year-taken': { status: 409, log: 'info' },
    'year-out-of-range': { status: 422, log: 'info' },
    'plan-not-editable': { status: 409, log: 'info' },
    'plan-empty': { status: 422, log: 'info' },
    'plan-not-open': { status: 409, log: 'info' },
    'title-missing': { status: 422, log: 'info' },
    'window-reversed': { status: 422, log: 'info' },
    'window-outside-year': { status: 422, log: 'info' },
    'spans-missing': { status: 422, log: 'info' },
    'span-out-of-range': { status: 422, log: 'info' },
    'span-twice': { status: 422, log: 'info' },
    'anchor-unknown': { status: 422, log: 'info' },
    'offset-out-of-range': { status: 422, log: 'info' },
    'rule-unreadable': { status: 422, log: 'info' },
    'rule-too-fine': { status: 422, log: 'info' },
    'rule-contradictory': { status: 422, log: 'info' },
    'rule-incomplete': { status: 422, log: 'info' },
    'rule-unsupported': { status: 422, log: 'info' },
    'rule-beyond-year': { status: 422, log: 'info' },
    'rule-without-dates': { status: 422, log: 'info' },
    'times-out-of-range': { status: 422, log: 'info' },
    'target-out-of-range': { status: 422, log: 'info' },
    'townships-missing': { status: 422, log: 'info' },
    'not-below': { status: 422, log: 'warn' },
    'passed-down-already': { status: 409, log: 'info' },
    'name-missing': { status: 422, log: 'info' },
    'anchor-key-invalid': { status: 422, log: 'info' },
    'provisional-without-date': { status: 422, log: 'info' },
    'date-outside-year': { status: 422, log: 'info' },
    'participants-missing': { status: 422, log: 'info' },
    'responsible-unknown': { status: 422, log: 'info' },
    'leader-unknown': { status: 422, log: 'info' },
    'group-unknown': { status: 422, log: 'info' },
    'task-not-open': { status: 409, log: 'info' },
    'task-not-overdue': { status: 409, log: 'info' },
    'task-not-by-contribution': { status: 422, log: 'info' },
    'date-before-opening': { status: 422, log: 'info' },
    'amount-invalid': { status: 422, log: 'info' },
    'answer-missing': { status: 422, log: 'info' },
    'not-your-task': { status: 422, log: 'warn' },
    'already-on-hold': { status: 409, log: 'info' },
    'not-on-hold': { status: 409, log: 'info' },
    'task-on-hold': { status: 409, log: 'info' },
    'urged-today': { status: 409, log: 'info' },
    'text-missing': { status: 422, log: 'info' },
    'not-the-top-committee': { status: 422, log: 'info' },
    'notice-faulty': { status: 422, log: 'info' },
    'closing-name-missing': { status: 422, log: 'info' },
    'closing-in-past': { status: 422, log: 'info' },
    'closing-exists': { status: 409, log: 'info' },
    'closing-needless': { status: 422, log: 'info' },
    'rungs-missing': { status: 422, log: 'info' },
    'rungs-out-of-order': { status: 422, log: 'info' },
    'rung-days-invalid': { status: 422, log: 'info' },
    'rung-name-untrue': { status: 422, log: 'info' },
    'rung-form-untrue': { status: 422, log: 'info' },
    'rung-recipient-wrong': { status: 422, log: 'info' },
    'leader-before-question': { status: 422, log: 'info' },
    'lights-out-of-order': { status: 422, log: 'info' },
    'light-untrue': { status: 422, log: 'info' },
    'light-repeated': { status: 422, log: 'info' },
    'lights-without-overdue': { status: 422, log: 'info' },
    'length-out-of-range': { status: 422, log: 'info' },
    'zone-unknown': { status: 422, log: 'info' },
    'time-invalid': { status: 422, log: 'info' },
    'quiet-hours-reversed': { status: 422, log: 'info' },
    'reminded-in-quiet-hours': { status: 422, log: 'info' },
    'ladder-unknown': { status: 422, log: 'info' },
    'member-pressed': { status: 422, log: 'info' },
    'already-set-up': { status: 409, log: 'warn' },
    'password-too-short': { status: 422, log: 'info' },
    'password-wrong': { status: 422, log: 'warn' },
  };

/**
 * The refusals an endpoint declares, as one typed error. `field` names the input to mend.
 * The status sent is 422; the exact one per reason is in `refusals` and set by the server.
 */
export const refusal = <const Reasons extends readonly [RefusalReason, ...RefusalReason[]]>(...reasons: Reasons) =>
  ({
    REFUSED: { status: 422, data: z.object({ reason: z.enum(reasons), field: z.string().optional() }) },
  }) as const;

/** Somebody else saved in between; nothing of this request was saved. */
export const conflict = {
  CONFLICT: { status: 409, data: z.object({ currentLockVersion: z.number().int() }) },
} as const;
