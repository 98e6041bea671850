import type { PlanItem } from './plan-item.js';

/** Who a plan names beside the people in charge: the office that leads and the units that help it. */
export type Offices = Pick<PlanItem, 'leadOffice' | 'cooperating'>;

/** An item whose duty stays as it is while other offices are named for it. */
export interface OfficeChange {
  readonly title: string;
  readonly before: Offices;
  readonly after: Offices;
}

/**
 * The items of an amended plan that name another lead office or other cooperating units than was published. That moves
 * no date and makes no other duty of it; in another order they are the same units. Items that come or go are not named.
 */
export function officeChanges(published: readonly PlanItem[], edited: readonly PlanItem[]): OfficeChange[] {
  const before = new Map(published.map((item) => [item.id, item]));
  return edited.flatMap((item) => {
    const was = before.get(item.id);
    if (was === undefined || hasSameOffices(was, item)) return [];
    return [{ title: item.title, before: officesOf(was), after: officesOf(item) }];
  });
}

const officesOf = ({ leadOffice, cooperating }: PlanItem): Offices => ({ leadOffice, cooperating });

function hasSameOffices(one: Offices, other: Offices): boolean {
  const units = new Set(one.cooperating);
  return (
    one.leadOffice === other.leadOffice &&
    units.size === new Set(other.cooperating).size &&
    other.cooperating.every((unit) => units.has(unit))
  );
}
