import { cadenceFaults, profileFaultCodes, refusalCodes, wordingFaults } from '@xushi/domain';
import * as z from 'zod';

/** Errors any route for signed-in people may answer with. */
export const signedInErrors = { UNAUTHORIZED: { status: 401 } } as const;

/** A foreign id answers as a missing one. */
export const missingError = { NOT_FOUND: { status: 404 } } as const;

/** Errors any route of a committee may answer with. */
export const committeeErrors = { FORBIDDEN: { status: 403 }, ...missingError } as const;

/** Why a file or a text is not read; each has a remedy its owner can be told. */
export const documentRefusals = [
  'file-empty',
  'file-too-large',
  'file-old-word',
  'file-old-excel',
  'file-pdf',
  'file-encrypted',
  'file-kind-unknown',
  'file-damaged',
  'file-undecodable',
] as const;

/** Why something that is understood and permitted is still not done. Each has a sentence in every language of the app. */
export const refusalReasons = [
  ...refusalCodes,
  'year-taken',
  'year-out-of-range',
  'date-too-late',
  'year-not-later',
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
  'holder-is-member',
  'slip-open',
  'not-an-invitation',
  'link-ended',
  'call-recorded',
  'leave-requested',
  'same-person',
  'person-unknown',
  'nothing-to-hand-over',
  'text-missing',
  ...wordingFaults,
  'wording-not-known-here',
  'not-the-top-committee',
  'notice-faulty',
  'notice-not-entered',
  'notice-came-with-product',
  'closing-name-missing',
  'closing-in-past',
  'closing-exists',
  'closing-needless',
  ...profileFaultCodes,
  'stand-in-for-oneself',
  'not-in-office',
  'stand-in-overlaps',
  'delegate-not-of-leader',
  'delegate-by-leader-only',
  'name-invalid',
  'name-too-short',
  'name-taken',
  'phone-invalid',
  'phone-rounded',
  'phone-of-another',
  'same-name',
  'unit-missing',
  'formula',
  'too-long',
  'ends-before-it-began',
  'last-administrator',
  'file-not-a-table',
  'file-too-many-rows',
  'file-too-many-columns',
  'roster-without-heading',
  'roster-changed',
  'roster-without-change',
  'roster-faulty',
  'successor-missing',
  'successor-unknown',
  'held-outside-year',
  'value-invalid',
  'figure-known',
  'range-invalid',
  'run-closed',
  'run-held',
  'run-on-hold',
  'run-due',
  'date-unchanged',
  'host-invalid',
  'port-invalid',
  'email-invalid',
  'public-address-invalid',
  'nothing-to-send',
  'several-people',
  'no-mail-server',
  'already-set-up',
  'password-too-short',
  'password-wrong',
  ...documentRefusals,
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** HTTP status and log level of each refusal; a reason without a row does not compile. */
export const refusals = {
  'action-not-known-here': { status: 409, log: 'info' },
  'role-not-allowed': { status: 422, log: 'warn' },
  'field-missing': { status: 422, log: 'info' },
  'field-invalid': { status: 422, log: 'info' },
  'date-in-future': { status: 422, log: 'info' },
  'date-in-past': { status: 422, log: 'info' },
  'date-too-late': { status: 422, log: 'info' },
  'done-before-window': { status: 422, log: 'info' },
  'year-taken': { status: 409, log: 'info' },
  'year-out-of-range': { status: 422, log: 'info' },
  'year-not-later': { status: 422, log: 'info' },
  'plan-not-editable': { status: 409, log: 'info' },
  'plan-empty': { status: 422, log: 'info' },
  'plan-not-open': { status: 409, log: 'info' },
  'plan-has-undone': { status: 409, log: 'info' },
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
  'holder-is-member': { status: 422, log: 'info' },
  'slip-open': { status: 409, log: 'info' },
  'not-an-invitation': { status: 422, log: 'info' },
  'link-ended': { status: 409, log: 'info' },
  'call-recorded': { status: 409, log: 'info' },
  'leave-requested': { status: 409, log: 'info' },
  'same-person': { status: 422, log: 'info' },
  'person-unknown': { status: 422, log: 'info' },
  'nothing-to-hand-over': { status: 422, log: 'info' },
  'text-missing': { status: 422, log: 'info' },
  'wording-too-long': { status: 422, log: 'info' },
  'wording-braces': { status: 422, log: 'info' },
  'wording-gap-unknown': { status: 422, log: 'info' },
  'wording-gap-missing': { status: 422, log: 'info' },
  'wording-pressing': { status: 422, log: 'info' },
  'wording-not-known-here': { status: 422, log: 'info' },
  'not-the-top-committee': { status: 422, log: 'info' },
  'notice-faulty': { status: 422, log: 'info' },
  'notice-not-entered': { status: 409, log: 'info' },
  'notice-came-with-product': { status: 409, log: 'info' },
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
  'stand-in-for-oneself': { status: 422, log: 'info' },
  'not-in-office': { status: 422, log: 'info' },
  'stand-in-overlaps': { status: 409, log: 'info' },
  'delegate-not-of-leader': { status: 422, log: 'info' },
  'delegate-by-leader-only': { status: 422, log: 'warn' },
  'held-outside-year': { status: 422, log: 'info' },
  'value-invalid': { status: 422, log: 'info' },
  'figure-known': { status: 409, log: 'info' },
  'range-invalid': { status: 422, log: 'info' },
  'run-closed': { status: 409, log: 'info' },
  'run-held': { status: 409, log: 'info' },
  'run-on-hold': { status: 409, log: 'info' },
  'run-due': { status: 409, log: 'info' },
  'date-unchanged': { status: 422, log: 'info' },
  'host-invalid': { status: 422, log: 'info' },
  'port-invalid': { status: 422, log: 'info' },
  'email-invalid': { status: 422, log: 'info' },
  'public-address-invalid': { status: 422, log: 'info' },
  'nothing-to-send': { status: 409, log: 'info' },
  'several-people': { status: 422, log: 'info' },
  'no-mail-server': { status: 409, log: 'info' },
  'already-set-up': { status: 409, log: 'warn' },
  'password-too-short': { status: 422, log: 'info' },
  'password-wrong': { status: 422, log: 'warn' },
  'name-invalid': { status: 422, log: 'info' },
  'name-too-short': { status: 422, log: 'info' },
  'name-taken': { status: 409, log: 'info' },
  'phone-invalid': { status: 422, log: 'info' },
  'phone-rounded': { status: 422, log: 'info' },
  'phone-of-another': { status: 409, log: 'info' },
  'same-name': { status: 409, log: 'info' },
  'unit-missing': { status: 422, log: 'info' },
  'too-long': { status: 422, log: 'info' },
  'ends-before-it-began': { status: 422, log: 'info' },
  'last-administrator': { status: 409, log: 'info' },
  formula: { status: 422, log: 'info' },
  'file-empty': { status: 422, log: 'info' },
  'file-too-large': { status: 422, log: 'info' },
  'file-not-a-table': { status: 422, log: 'info' },
  'file-old-excel': { status: 422, log: 'info' },
  'file-undecodable': { status: 422, log: 'info' },
  'file-too-many-rows': { status: 422, log: 'info' },
  'file-too-many-columns': { status: 422, log: 'info' },
  'roster-without-heading': { status: 422, log: 'info' },
  'roster-changed': { status: 409, log: 'info' },
  'roster-without-change': { status: 422, log: 'info' },
  'roster-faulty': { status: 422, log: 'info' },
  'successor-missing': { status: 422, log: 'info' },
  'successor-unknown': { status: 422, log: 'info' },
  'file-old-word': { status: 422, log: 'info' },
  'file-pdf': { status: 422, log: 'info' },
  'file-encrypted': { status: 422, log: 'info' },
  'file-kind-unknown': { status: 422, log: 'info' },
  'file-damaged': { status: 422, log: 'info' },
} as const satisfies Readonly<Record<RefusalReason, { readonly status: 409 | 422; readonly log: 'info' | 'warn' }>>;

/** The reasons that a look at the input shows (422: mend it), or that only the present state of things gives (409). */
export type WithStatus<Reason extends RefusalReason, Status extends 409 | 422> = Reason extends RefusalReason
  ? (typeof refusals)[Reason]['status'] extends Status
    ? Reason
    : never
  : never;

/** The error an endpoint answers with for a reason: `REFUSED` with 422, or `REFUSED_BY_STATE` with 409. */
export const refusalErrorOf = (reason: RefusalReason) =>
  refusals[reason].status === 409 ? 'REFUSED_BY_STATE' : 'REFUSED';

type Declared<Status extends 409 | 422, Reason extends string> = {
  readonly status: Status;
  readonly data: z.ZodObject<{ reason: z.ZodEnum<{ [Key in Reason]: Key }>; field: z.ZodOptional<z.ZodString> }>;
};

/** What an endpoint with some reasons declares: neither error without a reason of its kind. */
type Refusals<Reason extends RefusalReason> = ([WithStatus<Reason, 422>] extends [never]
  ? unknown
  : { readonly REFUSED: Declared<422, WithStatus<Reason, 422>> }) &
  ([WithStatus<Reason, 409>] extends [never]
    ? unknown
    : { readonly REFUSED_BY_STATE: Declared<409, WithStatus<Reason, 409>> });

/** The refusals an endpoint declares, as typed errors by their status. `field` names the input to mend. */
export const refusal = <const Reasons extends readonly [RefusalReason, ...RefusalReason[]]>(...reasons: Reasons) => {
  const declared = ([422, 409] as const).flatMap((status) => {
    const some = reasons.filter((reason) => refusals[reason].status === status);
    const [first] = some;
    if (first === undefined) return [];
    const data = z.object({ reason: z.enum(some), field: z.string().optional() });
    return [[refusalErrorOf(first), { status, data }]];
  });
  return Object.fromEntries(declared) as Refusals<Reasons[number]>;
};

/** Somebody else saved in between; nothing of this request was saved. */
export const conflict = {
  CONFLICT: { status: 409, data: z.object({ currentLockVersion: z.number().int() }) },
} as const;
