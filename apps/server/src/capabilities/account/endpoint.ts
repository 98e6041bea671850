import type { AnySchema, ContractProcedure, ErrorMap } from '@orpc/contract';
import { implement, ORPCError } from '@orpc/nest';
import { type Policy, type RefusalReason, type RouteMeta, refusalErrorOf, type WithStatus } from '@xushi/contract';
import { currentRequest } from '../../platform/http/request-scope.js';
import type { Result } from '../../platform/refusal.js';
import type { Actor } from './actor.js';
import type { LinkedDuty, MemberLinks } from './member-links.js';
import { judgePolicy } from './policy.js';
import type { Sessions } from './sessions.js';

let callers: { readonly sessions: Sessions; readonly memberLinks: MemberLinks } | null = null;

/** Called once at start: endpoints are built where no injection reaches. */
export function findCallersBy(used: { readonly sessions: Sessions; readonly memberLinks: MemberLinks }): void {
  callers = used;
}

/** Who is calling, as the route asks for it: by the session's cookie, or by a member's link, never by the other. */
async function callerOf(access: Policy['access']): Promise<{ actor: Actor | null; duty: LinkedDuty | null }> {
  const { request } = currentRequest();
  if (callers === null || access === 'public') return { actor: null, duty: null };
  if (access !== 'member-link') return { actor: await callers.sessions.actorOf(request), duty: null };
  return (await callers.memberLinks.openedBy(request)) ?? { actor: null, duty: null };
}

/**
 * Implements one route behind its declared policy: who is calling is found out and judged before the input is even
 * read, so that a stranger learns nothing from error messages. Handlers get the caller as `context.actor`, those of the
 * member page the duty of the link as `context.duty`.
 */
export function endpoint<Input extends AnySchema, Output extends AnySchema, Errors extends ErrorMap>(
  procedure: ContractProcedure<Input, Output, Errors, RouteMeta>,
) {
  const { policy } = procedure['~orpc'].meta;
  return implement(procedure, { initialInputValidationIndex: Number.POSITIVE_INFINITY }).use(
    async ({ next }, input: unknown) => {
      const { request } = currentRequest();
      const { actor, duty } = await callerOf(policy.access);
      const committeeId = committeeIdOf(input);
      const isElsewhere = policy.access === 'committee' && committeeId !== request.params.committeeId;
      const verdict = judgePolicy(policy, actor, isElsewhere ? null : committeeId);
      if (verdict === 'PASSWORD_CHANGE_REQUIRED') throw new ORPCError(verdict, { status: 403 });
      if (verdict !== 'allowed') throw new ORPCError(verdict);
      if (holdsUnstorableText(input)) {
        throw new ORPCError('BAD_REQUEST', { message: 'A text holds a NUL character or half a surrogate pair.' });
      }
      // Public routes never read the actor; everywhere else the verdict has shown that there is one. So with the duty.
      return next({ context: { actor: actor as Actor, duty: duty as LinkedDuty } });
    },
  );
}

/** Whether any text of the input is one that PostgreSQL cannot keep. Not recursive: nesting may be very deep. */
function holdsUnstorableText(input: unknown): boolean {
  const left = [input];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) return true;
    if (typeof value === 'object' && value !== null) {
      for (const [name, inside] of Object.entries(value)) left.push(name, inside);
    }
  }
  return false;
}

/** The committee the handler will work in. A body or query that names another one than the path does is not obeyed. */
function committeeIdOf(input: unknown): string | null {
  const committeeId = (input as { committeeId?: unknown } | null | undefined)?.committeeId;
  return typeof committeeId === 'string' ? committeeId : null;
}

type Refuse<Reason> = (options: { data: { reason: Reason; field?: string } }) => Error;
type Refusing<Reason extends RefusalReason> = ([WithStatus<Reason, 422>] extends [never]
  ? unknown
  : { REFUSED: Refuse<WithStatus<Reason, 422>> }) &
  ([WithStatus<Reason, 409>] extends [never] ? unknown : { REFUSED_BY_STATE: Refuse<WithStatus<Reason, 409>> });
interface Conflicting {
  CONFLICT: (options: { data: { currentLockVersion: number } }) => Error;
}

/**
 * A use case's answer as the endpoint's: the value, or one of the errors its contract declares. A reason that the
 * contract does not list does not compile.
 */
export function answer<Value, Reason extends RefusalReason>(
  result: Result<Value, Reason>,
  errors: Refusing<Reason> & Partial<Conflicting>,
): Value {
  if (result.ok) return result.value;
  if (result.why === 'missing') throw new ORPCError('NOT_FOUND');
  if (result.why === 'conflict') {
    const { currentLockVersion } = result;
    throw errors.CONFLICT?.({ data: { currentLockVersion } }) ?? new ORPCError('CONFLICT');
  }
  const { reason, field } = result;
  const declared = errors as Readonly<Record<string, Refuse<Reason> | undefined>>;
  const data = { reason, ...(field === undefined ? {} : { field }) };
  throw declared[refusalErrorOf(reason)]?.({ data }) ?? new Error(`The contract does not declare ${reason}.`);
}
