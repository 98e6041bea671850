import type { DateRules } from '../recurrence/window.js';
import { expandPlan, type WaitingItem } from './expand-plan.js';
import { placeholdersOf } from './placeholders.js';
import type { PlanItem } from './plan-item.js';

/** What is not settled in a plan that is about to be published. None of it keeps a plan from being published. */
export interface OpenMatters {
  /** Items that get no dates before somebody enters the day they hang on (待定). */
  readonly waiting: readonly WaitingItem[];
  /** Items with dates that may still move (暂定): so many of so many. */
  readonly provisional: readonly { readonly itemId: string; readonly dates: number; readonly of: number }[];
  /** Items whose printed words still have a template's empty places in them. */
  readonly placeholders: readonly { readonly itemId: string; readonly texts: readonly string[] }[];
}

/** What is still open in a year's items, each kind in the order of the items. */
export function openMattersOf(items: readonly PlanItem[], year: number, rules: DateRules): OpenMatters {
  const { occurrences, waiting } = expandPlan(items, year, rules);
  const byItem = Map.groupBy(occurrences, ({ itemId }) => itemId);
  return {
    waiting,
    provisional: [...byItem].flatMap(([itemId, ofItem]) => {
      const dates = ofItem.filter(({ dueReason }) => dueReason.provisional).length;
      return dates === 0 ? [] : [{ itemId, dates, of: ofItem.length }];
    }),
    placeholders: items.flatMap((item) => {
      const texts = placeholdersOf(item);
      return texts.length === 0 ? [] : [{ itemId: item.id, texts }];
    }),
  };
}
