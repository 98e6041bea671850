import type { PlanApproval } from '@xushi/documents';
import type { Tx } from '../../platform/database/tx.js';

/** The meeting by which the plan's last approval was given; null when a leader gave it, or nobody has. */
export async function loadApproval(tx: Tx, committeeId: string, instanceId: string): Promise<PlanApproval | null> {
  const [last] = await tx.query<{ event: string; input: Record<string, string> }>(
    `select event, input from workflow_event
     where committee_id = $1 and instance_id = $2 and event in ('approve', 'record-approval') order by seq desc limit 1`,
    [committeeId, instanceId],
  );
  if (last?.event !== 'record-approval') return null;
  const { meeting = '', approvedOn = '', documentNumber = '' } = last.input;
  return { meeting, on: approvedOn, documentNumber: documentNumber.trim() === '' ? null : documentNumber };
}

export async function loadCommitteeName(tx: Tx, committeeId: string): Promise<string> {
  const [committee] = await tx.query<{ name: string }>('select name from committee where id = $1', [committeeId]);
  if (committee === undefined) throw new Error(`There is no committee ${committeeId}.`);
  return committee.name;
}

/** People by their names' order. */
export function loadNames(tx: Tx, accountIds: readonly string[]): Promise<{ accountId: string; name: string }[]> {
  return tx.query(
    `select id as "accountId", name from account where id = any($1) order by name collate person_name, id`,
    [accountIds],
  );
}
