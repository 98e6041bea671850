/** From November on a unit writes next year's plan; a plan for the few weeks left of this one helps nobody. */
const NEXT_YEAR_FROM_MONTH = 11;

/** The year whose plan should be begun now and is not; null when it is there. `today` as 2026-11-23. */
export function yearLackingPlan(plans: readonly { readonly year: number }[], today: string): number | null {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const wanted = month >= NEXT_YEAR_FROM_MONTH ? year + 1 : year;
  return plans.some((plan) => plan.year === wanted) ? null : wanted;
}
