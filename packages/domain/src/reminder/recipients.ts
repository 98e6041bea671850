import { holdersOf, isInOffice, type Membership } from '../people/roster.js';
import { hearerOf } from '../people/stand-in.js';
import type { TaskHolder } from '../task/task-holder.js';
import type { RungForm, RungOutcome, RungRecipient } from './ladder.js';

/**
 * The people a rung speaks to on a day; empty when nobody is in office, and the rung is then skipped with that
 * reason. The record is kept by the staff, and a duty climbs to the leader in charge, or, where none is named or that
 * one has left, to every leader. For somebody who is away the stand-in hears; each person is named once.
 */
export function recipientsOf(
  to: RungRecipient,
  duty: { readonly holder: TaskHolder; readonly leaderAccountId: string | null },
  roster: readonly Membership[],
  on: string,
): string[] {
  return hearersOf(meantFor(to, duty, roster, on), roster, on);
}

/** Somebody who hears a rung in another's place. */
export interface HeardFor {
  readonly accountId: string;
  readonly ofAccountId: string;
}

/** Of the people a rung speaks to on a day, those who hear it for somebody who is away, and for whom. */
export function heardFor(
  to: RungRecipient,
  duty: { readonly holder: TaskHolder; readonly leaderAccountId: string | null },
  roster: readonly Membership[],
  on: string,
): HeardFor[] {
  return meantFor(to, duty, roster, on).flatMap((ofAccountId) => {
    const accountId = hearerOf(ofAccountId, roster, on);
    return accountId === ofAccountId ? [] : [{ accountId, ofAccountId }];
  });
}

/** Who hears what is meant for some people on a day, each once. */
export function hearersOf(accountIds: readonly string[], roster: readonly Membership[], on: string): string[] {
  return [...new Set(accountIds.map((accountId) => hearerOf(accountId, roster, on)))];
}

function meantFor(
  to: RungRecipient,
  duty: { readonly holder: TaskHolder; readonly leaderAccountId: string | null },
  roster: readonly Membership[],
  on: string,
): string[] {
  if (to === 'record-keeper') return holdersOf(roster, 'staff', on);
  if (to === 'leader') return leadersOf(duty.leaderAccountId, roster, on);
  return peopleOf(duty.holder, roster, on);
}

/** The people in office on a day who owe what a holder owes: the person, all of the role, those who speak for the unit. */
export function peopleOf(holder: TaskHolder, roster: readonly Membership[], on: string): string[] {
  if (holder.kind === 'role') return holdersOf(roster, holder.role, on);
  if (holder.kind === 'unit') {
    const speaking = roster.filter((one) => one.unitId === holder.unitId);
    return holdersOf(speaking, 'unit', on);
  }
  const { accountId } = holder;
  return roster.some((one) => one.accountId === accountId && isInOffice(one, on)) ? [accountId] : [];
}

function leadersOf(inCharge: string | null, roster: readonly Membership[], on: string): string[] {
  const leaders = holdersOf(roster, 'leader', on);
  return inCharge !== null && leaders.includes(inCharge) ? [inCharge] : leaders;
}

/** What became of a rung, with the people who are told. */
export interface ToldRung extends Omit<RungOutcome, 'outcome' | 'reason'> {
  readonly outcome: RungOutcome['outcome'] | 'skipped';
  readonly reason: RungOutcome['reason'] | 'nobody-in-office';
  readonly recipients: readonly string[];
  /** Those of them who are told as leaders and owe the duty themselves. */
  readonly owing: readonly string[];
}

/**
 * What a rung says to one of the people it is told to. Nobody is reported to himself: a leader who owes the duty hears
 * that his own date is past, in the words for whoever owes it, and the other leaders that it is not done.
 */
export function formFor({ form, owing }: Pick<ToldRung, 'form' | 'owing'>, accountId: string): RungForm {
  return form === 'escalation' && owing.includes(accountId) ? 'past-due' : form;
}

/**
 * Whom the rungs of one step reach. A rung with nobody in office is skipped. Somebody who owes the duty and is also
 * asked or told about it by a higher rung of the same step hears that one only; a rung that is left with nobody is
 * superseded. (A clerk who holds a duty and keeps its record: after an outage the question is enough.) A report that
 * would reach nobody but the leader who owes the duty is none, and says that the date is past.
 */
export function tellStep(
  outcomes: readonly RungOutcome[],
  peopleAt: (to: RungRecipient) => readonly string[],
): ToldRung[] {
  const sent = outcomes.filter(({ outcome }) => outcome === 'sent');
  return outcomes.map((rung) => {
    if (rung.outcome !== 'sent') return { ...rung, recipients: [], owing: [] };
    const { to, order } = rung.moment;
    const people = peopleAt(to);
    if (people.length === 0) {
      return { ...rung, outcome: 'skipped', reason: 'nobody-in-office', recipients: people, owing: [] };
    }
    if (rung.form === 'escalation') return tellLeaders(rung, people, peopleAt('holder'));
    const higher = to === 'holder' ? sent.filter(({ moment }) => moment.order > order) : [];
    if (higher.length === 0) return { ...rung, recipients: people, owing: [] };
    const reached = new Set(higher.flatMap(({ moment }) => peopleAt(moment.to)));
    const recipients = people.filter((accountId) => !reached.has(accountId));
    return recipients.length === 0
      ? { ...rung, form: rung.moment.form, outcome: 'superseded', reason: 'overtaken', recipients, owing: [] }
      : { ...rung, recipients, owing: [] };
  });
}

function tellLeaders(rung: RungOutcome, leaders: readonly string[], holders: readonly string[]): ToldRung {
  const owing = leaders.filter((accountId) => holders.includes(accountId));
  const isOwn = owing.length === leaders.length && holders.every((accountId) => leaders.includes(accountId));
  return { ...rung, form: isOwn ? 'past-due' : rung.form, recipients: leaders, owing };
}
