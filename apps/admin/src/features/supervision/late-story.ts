import type { LateTask } from '../../lib/api';
import { dateOf } from '../../lib/dates';

type Story = Pick<LateTask, 'askedOn' | 'confirmedNotDoneOn' | 'escalatedOn' | 'urged'>;

export type LateStep =
  | { readonly step: 'asked' | 'notDone' | 'escalated'; readonly on: string }
  | { readonly step: 'urged'; readonly on: string; readonly urged: NonNullable<LateTask['urged']> };

/** What was done about a late task by its days, the oldest first; on one day in the order in which it climbs. */
export function lateStory({ askedOn, confirmedNotDoneOn, escalatedOn, urged }: Story): LateStep[] {
  const steps: LateStep[] = [];
  if (askedOn !== null) steps.push({ step: 'asked', on: askedOn });
  if (confirmedNotDoneOn !== null) steps.push({ step: 'notDone', on: confirmedNotDoneOn });
  if (escalatedOn !== null) steps.push({ step: 'escalated', on: escalatedOn });
  if (urged !== null) steps.push({ step: 'urged', on: dateOf(urged.lastAt), urged });
  return steps.sort((a, b) => a.on.localeCompare(b.on));
}
