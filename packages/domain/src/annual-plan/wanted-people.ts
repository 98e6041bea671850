import { isInOffice, type Membership } from '../people/roster.js';
import type { PlanItem } from './plan-item.js';

/** Whom an item names by office: the person and the leader in charge, the group that takes part. */
export type NamedPeople = Pick<PlanItem, 'responsibleAccountId' | 'leaderAccountId' | 'groupId'>;

export interface PeopleOfYear {
  readonly roster: readonly Membership[];
  readonly groupIds: readonly string[];
  /** ISO date; who left by then, or leaves before the plan's year begins, is not there. */
  readonly today: string;
  readonly toYear: number;
}

/** What of an item names somebody who is not in office both now and when the year begins, or a group nobody serves in. */
export function departedOf(named: NamedPeople, { roster, groupIds, today, toYear }: PeopleOfYear) {
  const begins = `${toYear}-01-01`;
  const days = [today, today > begins ? today : begins];
  const stays = (isMeant: (office: Membership) => boolean) =>
    days.every((day) => roster.some((office) => isMeant(office) && isInOffice(office, day)));
  const { responsibleAccountId, leaderAccountId, groupId } = named;
  const departed: (keyof NamedPeople)[] = [];
  if (responsibleAccountId !== null && !stays(({ accountId }) => accountId === responsibleAccountId)) {
    departed.push('responsibleAccountId');
  }
  if (leaderAccountId !== null && !stays(({ accountId, role }) => accountId === leaderAccountId && role === 'leader')) {
    departed.push('leaderAccountId');
  }
  if (groupId !== null && !(groupIds.includes(groupId) && stays((office) => office.groupId === groupId))) {
    departed.push('groupId');
  }
  return departed;
}

/** Somebody to be filled in: what of the item, and whom it named. */
export interface WantedPerson {
  readonly field: keyof NamedPeople;
  readonly formerId: string;
}

type TitledItem = NamedPeople & { readonly title: string; readonly sourceText: string | null };

/**
 * Whom a draft's item still wants: it names somebody who is not there, or names nobody where the same item of the plan
 * before did and that person or group is gone. Who was taken out although they are there was taken out on purpose.
 */
export function wantedPeople(
  item: TitledItem,
  before: { readonly year: number; readonly items: readonly TitledItem[] } | null,
  people: PeopleOfYear,
): WantedPerson[] {
  const same = before === null ? undefined : sameItem(item, before, people.toYear);
  const meant: NamedPeople = {
    responsibleAccountId: item.responsibleAccountId ?? same?.responsibleAccountId ?? null,
    leaderAccountId: item.leaderAccountId ?? same?.leaderAccountId ?? null,
    groupId: item.groupId ?? same?.groupId ?? null,
  };
  return departedOf(meant, people).flatMap((field) => {
    const formerId = meant[field];
    return formerId === null ? [] : [{ field, formerId }];
  });
}

/** The item of the plan before by its name, the year in it changed; of several the one read from the same words. */
function sameItem(
  { title, sourceText }: TitledItem,
  before: { readonly year: number; readonly items: readonly TitledItem[] },
  year: number,
): TitledItem | undefined {
  const alike = before.items.filter((one) => one.title.replaceAll(`${before.year}年`, `${year}年`) === title);
  return alike.find((one) => one.sourceText === sourceText) ?? alike[0];
}
