import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { type DueReason, dueOfWindow, windowsOf } from '../recurrence/window.js';
import type { PlanItem } from './plan-item.js';

/** One dated run of a plan item. `key` is unique within the item: `2026-Q1`. ISO dates. */
export interface Occurrence {
  readonly itemId: string;
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly dueOn: string;
  readonly dueReason: DueReason;
}

/** Every occurrence of a year's items, in the order of items and dates, each date with its reason. */
export function expandPlan(items: readonly PlanItem[], year: number, calendar: WorkingCalendar): Occurrence[] {
  return items.flatMap((item) =>
    windowsOf(item.cadence, year).map((window) => {
      const { dueOn, reason } = dueOfWindow(window, calendar);
      return {
        itemId: item.id,
        key: window.key,
        from: window.from.toString(),
        to: window.to.toString(),
        dueOn: dueOn.toString(),
        dueReason: reason,
      };
    }),
  );
}
