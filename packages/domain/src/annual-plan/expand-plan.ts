import type { AnchorKey } from '../recurrence/anchor.js';
import { type DateRules, type DueReason, runsOf } from '../recurrence/window.js';
import type { PlanItem } from './plan-item.js';

/** One dated run of a plan item. `key` is unique within the item: `2026-Q1`, a second one `2026-Q1#2`. ISO dates. */
export interface Occurrence {
  readonly itemId: string;
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly dueOn: string;
  readonly dueReason: DueReason;
}

/** An item without dates yet: the anchor it hangs on is open (待定). */
export interface WaitingItem {
  readonly itemId: string;
  readonly anchor: AnchorKey;
}

export interface ExpandedPlan {
  readonly occurrences: readonly Occurrence[];
  readonly waiting: readonly WaitingItem[];
}

/**
 * Every occurrence of a year's items, in the order of items and dates, each date with its reason; and the items that
 * wait for an anchor's day. 至少每季度两次 is two occurrences a quarter, both due when the quarter ends.
 */
export function expandPlan(items: readonly PlanItem[], year: number, rules: DateRules): ExpandedPlan {
  const occurrences: Occurrence[] = [];
  const waiting: WaitingItem[] = [];
  for (const item of items) {
    const { runs, waitingFor } = runsOf(item.cadence, year, rules);
    if (waitingFor !== null) waiting.push({ itemId: item.id, anchor: waitingFor });
    for (const run of runs) {
      const dates = {
        itemId: item.id,
        from: run.from.toString(),
        to: run.to.toString(),
        dueOn: run.dueOn.toString(),
        dueReason: run.reason,
      };
      for (let time = 1; time <= item.times; time++) {
        occurrences.push({ ...dates, key: time === 1 ? run.key : `${run.key}#${time}` });
      }
    }
  }
  return { occurrences, waiting };
}
