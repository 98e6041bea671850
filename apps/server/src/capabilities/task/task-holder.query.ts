import type { Role, TaskHolder } from '@xushi/domain';

/** The columns of a task that say who owes it; exactly one is not null. */
export interface HolderColumns {
  readonly holder_account_id: string | null;
  readonly holder_role: Role | null;
  readonly holder_unit_id: string | null;
}

/** Who owes the task of a row. */
export function holderOfRow({ holder_account_id, holder_role, holder_unit_id }: HolderColumns): TaskHolder {
  if (holder_account_id !== null) return { kind: 'account', accountId: holder_account_id };
  if (holder_role !== null) return { kind: 'role', role: holder_role };
  if (holder_unit_id !== null) return { kind: 'unit', unitId: holder_unit_id };
  throw new Error('A task without a holder cannot be stored.');
}
