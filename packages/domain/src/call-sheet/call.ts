import { actsFor, type Matter } from '../member-page/matter.js';

/** What a call to somebody about a duty came to; each is ticked on the call sheet (电话联系表). */
export const callOutcomes = ['coming', 'leave', 'later', 'not-reached'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/**
 * The outcomes a call about a matter can have today: what the person could do on their own page, that they will answer
 * later, or that nobody was reached. None where nothing is asked any more or just now.
 */
export function callOutcomesFor(matter: Matter, today: Temporal.PlainDate): CallOutcome[] {
  if (matter.status !== 'open' || matter.onHold) return [];
  const acts = actsFor(matter, today);
  return callOutcomes.filter((outcome) => {
    if (outcome === 'coming') return acts.includes('come');
    return outcome === 'leave' ? acts.includes('ask-leave') : true;
  });
}
