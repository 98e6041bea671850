/**
 * A use case's answer: the value, or a refusal with a reason its endpoint declares. A refusal is returned, never
 * thrown; what is thrown is a defect.
 */
export type Result<Value, Reason extends string = never> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: 'missing' }
  | { readonly ok: false; readonly why: 'conflict'; readonly currentLockVersion: number }
  | { readonly ok: false; readonly why: 'refused'; readonly reason: Reason; readonly field?: string };

export const missing = { ok: false, why: 'missing' } as const;

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refused<const Reason extends string>(reason: Reason, field?: string) {
  return { ok: false, why: 'refused', reason, ...(field === undefined ? {} : { field }) } as const;
}

export function conflict(currentLockVersion: number) {
  return { ok: false, why: 'conflict', currentLockVersion } as const;
}
