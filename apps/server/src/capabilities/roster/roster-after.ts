import { groupKey, type KnownOffice, type KnownPerson, type Membership, type RosterFate } from '@xushi/domain';
import { newId } from '../../platform/ids.js';
import type { loadNames } from './roster.query.js';

type Matched = Extract<RosterFate, { fate: 'add' | 'update' | 'unchanged' }>;

/**
 * The roster as it will be when a list is brought in, and whose offices begin by it. People not on record yet stand under
 * an id that is nobody's; groups and units that the list brings along have no id yet, and no matter of a plan names them.
 */
export function rosterAfter(
  list: { readonly fates: readonly RosterFate[]; readonly known: readonly KnownPerson[] },
  names: Awaited<ReturnType<typeof loadNames>>,
  fromOn: string,
): { roster: Membership[]; accountIds: string[] } {
  const matched = list.fates.filter(
    (one): one is Matched => 'changes' in one && one.fate !== 'unchanged' && one.person.name !== null,
  );
  const idOf = (name: string | null, among: readonly { readonly id: string; readonly name: string }[]) =>
    name === null ? null : (among.find((one) => groupKey(one.name) === groupKey(name))?.id ?? null);
  const sectors = names.groups.filter(({ kind }) => kind === 'sector');
  const groups = names.groups.filter(({ kind }) => kind !== 'sector');
  const membership = (
    accountId: string,
    { role, group, sector, unit, from, to }: Pick<KnownOffice, 'role' | 'group' | 'sector' | 'unit' | 'from' | 'to'>,
  ): Membership => ({
    ...{ accountId, role, from, to },
    groupId: idOf(group, groups),
    sectorId: idOf(sector, sectors),
    unitId: idOf(unit, names.units),
  });
  const moving = new Map(matched.filter(isElsewhere).map((one) => [one.membershipId, one]));
  const held = list.known.flatMap(({ accountId, offices }) =>
    offices.map((office) => {
      const to = (field: 'group' | 'sector' | 'unit') =>
        moving.get(office.membershipId)?.changes.find((one) => one.field === field)?.to ?? office[field];
      return membership(accountId, { ...office, group: to('group'), sector: to('sector'), unit: to('unit') });
    }),
  );
  const added = matched.filter(({ membershipId }) => membershipId === null);
  const joining = added.map((one) => ({ ...one, accountId: one.accountId ?? newId() }));
  return {
    roster: [
      ...held,
      ...joining.map(({ accountId, person, role }) =>
        membership(accountId, { ...person, role, from: fromOn, to: null }),
      ),
    ],
    accountIds: [
      ...joining.map(({ accountId }) => accountId),
      ...list.known.flatMap(({ accountId, offices }) =>
        offices.some(({ membershipId }) => moving.has(membershipId)) ? [accountId] : [],
      ),
    ],
  };
}

/** Whether a line puts an office into another group, sector or unit, whose matters then ask for it. */
export const isElsewhere = ({ changes }: { readonly changes: readonly { readonly field: string }[] }): boolean =>
  changes.some(({ field }) => field === 'group' || field === 'sector' || field === 'unit');
