import { isInOffice, type Membership, type Role } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { loadStandIns } from './stand-in.query.js';

/** Whoever stands in for somebody is asked for, too: whether they are in office decides who hears. */
const STANDS_IN = `account_id in (
  select stand_in_account_id from stand_in where stand_in.committee_id = membership.committee_id and ended_at is null)`;

/**
 * The offices of committees: everyone's in the given roles, every office of the given people and of those who stand in;
 * each with the person's stand-ins.
 */
export async function loadRoster(
  tx: Tx,
  committeeIds: readonly string[],
  only: { roles: readonly Role[]; accountIds: readonly string[] } | null = null,
): Promise<Map<string, Membership[]>> {
  const rows = await tx.query<{
    committee_id: string;
    account_id: string;
    role: Role;
    from_on: string;
    to_on: string | null;
    member_group_id: string | null;
    sector_id: string | null;
    handling_unit_id: string | null;
  }>(
    `select committee_id, account_id, role, from_on, to_on, member_group_id, sector_id, handling_unit_id
     from membership
     where committee_id = any($1) ${only === null ? '' : `and (role = any($2) or account_id = any($3) or ${STANDS_IN})`}
     order by account_id, role, from_on`,
    only === null ? [committeeIds] : [committeeIds, only.roles, only.accountIds],
  );
  const standIns = await loadStandIns(tx, committeeIds);
  const byCommittee = new Map<string, Membership[]>(committeeIds.map((id) => [id, []]));
  for (const row of rows) {
    byCommittee.get(row.committee_id)?.push({
      accountId: row.account_id,
      role: row.role,
      from: row.from_on,
      to: row.to_on,
      groupId: row.member_group_id,
      sectorId: row.sector_id,
      unitId: row.handling_unit_id,
      standIns: standIns.get(`${row.committee_id} ${row.account_id}`) ?? [],
    });
  }
  return byCommittee;
}

/** The names of those who hold offices, to be asked for by committee, role and date; nobody is looked up for no office. */
export async function loadOfficeNames(
  tx: Tx,
  offices: readonly { committeeId: string; role: Role }[],
): Promise<(committeeId: string, role: Role, onDate: string) => string[]> {
  const committeeIds = [...new Set(offices.map((office) => office.committeeId))];
  const roles = [...new Set(offices.map((office) => office.role))];
  const rows =
    offices.length === 0
      ? []
      : await tx.query<Membership & { committeeId: string; name: string }>(
          `select m.committee_id as "committeeId", m.account_id as "accountId", m.role, m.from_on as "from",
             m.to_on as "to", a.name
           from membership m join account a on a.id = m.account_id
           where m.committee_id = any($1) and m.role = any($2) order by a.name collate person_name`,
          [committeeIds, roles],
        );
  return (committeeId, role, onDate) => {
    const held = rows.filter((row) => row.committeeId === committeeId && row.role === role && isInOffice(row, onDate));
    return [...new Set(held.map((row) => row.name))];
  };
}
