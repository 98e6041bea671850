import type { Part } from '@xushi/domain';
import type { PaperItem, PaperOccurrence, PaperPerson, PlanPaper } from './plan-paper.js';

/** One date of a person's year, and what they have to do with it. */
export interface PersonDate {
  readonly item: PaperItem;
  readonly occurrence: PaperOccurrence;
  readonly part: Part;
}

/** Everybody's year, by due date; people in the order of their names. */
export function datesByPerson(paper: PlanPaper): (PaperPerson & { readonly dates: readonly PersonDate[] })[] {
  const itemById = new Map(paper.items.map((item) => [item.id, item]));
  const dates = new Map<string, PersonDate[]>(paper.people.map(({ accountId }) => [accountId, []]));
  for (const occurrence of paper.occurrences) {
    const item = itemById.get(occurrence.itemId);
    if (item === undefined) continue;
    for (const { accountId, part } of item.parts) dates.get(accountId)?.push({ item, occurrence, part });
  }
  return paper.people.map((person) => ({ ...person, dates: dates.get(person.accountId) ?? [] }));
}
