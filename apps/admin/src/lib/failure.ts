import { ORPCError } from '@orpc/client';
import type { RefusalReason } from '@xushi/contract';

/** Why a call did not do what was asked, in the few kinds a screen answers differently. */
export type Failure =
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly field: string | null }
  | { readonly kind: 'conflict'; readonly currentLockVersion: number }
  | { readonly kind: 'sign-in-wrong' | 'sign-in-lapsed' }
  | { readonly kind: 'sign-in-locked'; readonly until: string | null }
  | { readonly kind: 'signed-out' | 'forbidden' | 'missing' | 'unreachable' }
  | { readonly kind: 'defect'; readonly trace: string | null };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The innermost name on the path of the first issue: the field to mend. */
function fieldOf(issues: unknown): string | null {
  const [first]: unknown[] = Array.isArray(issues) ? issues : [];
  const path: unknown[] = isRecord(first) && Array.isArray(first.path) ? first.path : [];
  return path.findLast((step) => typeof step === 'string') ?? null;
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof ORPCError)) return { kind: 'unreachable' };
  const data: Record<string, unknown> = isRecord(error.data) ? error.data : {};
  switch (error.code) {
    case 'REFUSED':
    case 'REFUSED_BY_STATE':
      return {
        kind: 'refused',
        reason: data.reason as RefusalReason,
        field: typeof data.field === 'string' ? data.field : null,
      };
    // The form let something through that the contract does not take: what was typed is wrong, not the system.
    case 'BAD_REQUEST':
      return { kind: 'refused', reason: 'field-invalid', field: fieldOf(data.issues) };
    case 'CONFLICT':
      return { kind: 'conflict', currentLockVersion: Number(data.currentLockVersion) };
    case 'SIGN_IN_REFUSED':
      if (data.reason === 'locked') {
        return { kind: 'sign-in-locked', until: typeof data.lockedUntil === 'string' ? data.lockedUntil : null };
      }
      return { kind: data.reason === 'lapsed' ? 'sign-in-lapsed' : 'sign-in-wrong' };
    case 'UNAUTHORIZED':
    // In another window somebody has signed in with an initial password: the door leads on from there.
    case 'PASSWORD_CHANGE_REQUIRED':
      return { kind: 'signed-out' };
    case 'FORBIDDEN':
      return { kind: 'forbidden' };
    case 'NOT_FOUND':
      return { kind: 'missing' };
    default: {
      if (error.status === 502 || error.status === 503 || error.status === 504) return { kind: 'unreachable' };
      const trace = data.traceId ?? data.trace;
      return { kind: 'defect', trace: typeof trace === 'string' ? trace : null };
    }
  }
}
