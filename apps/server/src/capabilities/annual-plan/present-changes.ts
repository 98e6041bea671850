import type { OfficeChange, PlanChange, PlanItem } from '@xushi/domain';
import type { DateMove } from '../work-calendar/index.js';

/** What happens to a plan's occurrences, as staff read it: each with its item's name, both dates and the reason. */
export function presentChanges(
  plan: { readonly committeeId: string; readonly items: readonly PlanItem[] },
  changes: readonly PlanChange[],
): DateMove[] {
  const titles = new Map(plan.items.map(({ id, title }) => [id, title]));
  return changes.map((one) => {
    const standing = 'standing' in one ? one.standing : null;
    const occurrence = 'occurrence' in one ? one.occurrence : null;
    const title = standing?.title ?? titles.get(occurrence?.itemId ?? '') ?? '';
    return {
      committeeId: plan.committeeId,
      title: one.change === 'retitled' ? `${title} → ${one.title}` : title,
      // What stays is known by its own period, not by the one it would have had.
      what: { occurrenceKey: (one.change === 'kept' ? standing?.key : occurrence?.key) ?? standing?.key ?? '' },
      change: one.change,
      from: standing?.dueOn ?? null,
      to: occurrence?.dueOn ?? null,
      why: 'why' in one ? one.why : null,
    };
  });
}

/** Items that name other offices than before, beside the changes of their dates. */
export function presentOfficeChanges(committeeId: string, changes: readonly OfficeChange[]): DateMove[] {
  return changes.map(({ title, before, after }) => ({
    committeeId,
    title,
    what: { before, after },
    change: 'reassigned',
    from: null,
    to: null,
    why: null,
  }));
}
