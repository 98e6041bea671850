import { isMerelyMember, type Membership } from '../people/roster.js';
import { hearerOf, standInOn } from '../people/stand-in.js';
import type { CaseFacts } from '../workflow/case-facts.js';
import type { TaskKind } from '../workflow/definition.js';
import { definitions } from '../workflow/definitions/index.js';
import type { WorkflowName } from '../workflow/workflow-name.js';

/**
 * The kinds of task that a hand-over (交接) takes along: what is owed by office or charge. What each participant is asked
 * for (an answer, two proposals) stays that person's own.
 */
export const transferableKinds: readonly TaskKind[] = [
  ...new Set(
    Object.values(definitions)
      .flatMap(({ states }) => Object.values(states))
      .flatMap(({ opens }) => opens ?? [])
      .filter(({ holder }) => holder.kind !== 'each-participant')
      .map(({ kind }) => kind),
  ),
];

/** As what a case or an item of a plan names somebody: who is in charge, which leader answers for it, whom it addresses. */
export const charges = ['responsible', 'leader', 'addressee'] as const;
export type Charge = (typeof charges)[number];

/** An open task, as much of it as a hand-over looks at. */
export interface NamingTask {
  readonly id: string;
  readonly instanceId: string;
  readonly kind: TaskKind;
  readonly holderAccountId: string | null;
  readonly leaderAccountId: string | null;
}

/** An open case that names somebody, or in which somebody owes something. */
export interface NamingCase {
  readonly id: string;
  readonly definition: WorkflowName;
  readonly facts: Pick<CaseFacts, 'responsibleAccountId' | 'leaderAccountId' | 'addressee'>;
}

/** An item of a plan that is not closed. */
export interface NamingItem {
  readonly id: string;
  readonly responsibleAccountId: string | null;
  readonly leaderAccountId: string | null;
}

/** Everything in a committee that names a person. */
export interface Named<T extends NamingTask, C extends NamingCase, I extends NamingItem> {
  readonly tasks: readonly T[];
  readonly cases: readonly C[];
  readonly items: readonly I[];
}

/** Everything a hand-over changes, and what it leaves. */
export interface HandOverReach<T extends NamingTask, C extends NamingCase, I extends NamingItem> {
  /** Owed by the person, and from then on by the other. */
  readonly duties: readonly T[];
  /** With the person as leader in charge, whoever owes them. */
  readonly led: readonly T[];
  /** With what the person is in each; nothing where only a duty in it goes over. */
  readonly cases: (C & { readonly charges: Charge[] })[];
  readonly items: (I & { readonly charges: Charge[] })[];
  /** Asked of the person as a member, and theirs whatever becomes of the rest. */
  readonly stays: readonly T[];
}

/**
 * What goes to somebody else when a person's duties are handed over (交接): open duties by office or charge, the leader in
 * charge of open tasks, the cases and plan items that name the person. Of chosen duties only these go, with their cases.
 * A request for leave stays the asker's. The preview shows exactly this, and carrying out does exactly this.
 */
export function reachOfHandOver<T extends NamingTask, C extends NamingCase, I extends NamingItem>(
  { tasks, cases, items }: Named<T, C, I>,
  accountId: string,
  chosen: readonly string[] | null = null,
): HandOverReach<T, C, I> {
  const wanted = chosen === null ? null : new Set(chosen);
  const isWanted = ({ id }: T) => wanted === null || wanted.has(id);
  const own = tasks.filter(({ holderAccountId }) => holderAccountId === accountId);
  const duties = own.filter((task) => transferableKinds.includes(task.kind) && isWanted(task));
  const inThem = new Set(duties.map(({ instanceId }) => instanceId));
  return {
    duties,
    led: tasks.filter((task) => task.leaderAccountId === accountId && isWanted(task)),
    cases: cases
      .filter(({ definition }) => definition !== 'leave')
      .map((one) => ({ ...one, charges: chargesIn(one.facts, accountId) }))
      .filter((one) => inThem.has(one.id) || (wanted === null && one.charges.length > 0)),
    items:
      wanted === null
        ? items
            .map((one) => ({ ...one, charges: chargesIn({ ...one, addressee: null }, accountId) }))
            .filter((one) => one.charges.length > 0)
        : [],
    stays: own.filter(({ kind }) => !transferableKinds.includes(kind)),
  };
}

function chargesIn(facts: NamingCase['facts'], accountId: string): Charge[] {
  const { responsibleAccountId, leaderAccountId, addressee } = facts;
  const isAddressed = addressee?.kind === 'account' && addressee.accountId === accountId;
  const named: Record<Charge, boolean> = {
    responsible: responsibleAccountId === accountId,
    leader: leaderAccountId === accountId,
    addressee: isAddressed,
  };
  return charges.filter((charge) => named[charge]);
}

/** What to think about before somebody takes over; it forbids nothing. */
export type HandOverCaution =
  /** Duties of staff or a leader would be a member's, who is asked and never pressed. */
  | { readonly code: 'to-merely-member' }
  /** Somebody stands in for them today: it is the stand-in who would hear. Until a day, or until ended (null). */
  | { readonly code: 'to-away'; readonly hearerAccountId: string; readonly until: string | null }
  /** Their last day in office is known. */
  | { readonly code: 'to-leaves'; readonly lastOn: string };

/** What speaks for a second thought when one person's duties go to another, on a day. */
export function handOverCautions(
  { fromAccountId, toAccountId }: { readonly fromAccountId: string; readonly toAccountId: string },
  roster: readonly Membership[],
  on: string,
): HandOverCaution[] {
  const held = (accountId: string) => roster.filter((one) => one.accountId === accountId);
  const cautions: HandOverCaution[] = [];
  // Whoever hands over may have left already: what they were counts.
  const answersForWork = held(fromAccountId).some(({ role }) => role === 'staff' || role === 'leader');
  if (answersForWork && isMerelyMember(toAccountId, roster, on)) cautions.push({ code: 'to-merely-member' });
  const hearerAccountId = hearerOf(toAccountId, roster, on);
  if (hearerAccountId !== toAccountId) {
    const until = standInOn(toAccountId, roster, on)?.to ?? null;
    cautions.push({ code: 'to-away', hearerAccountId, until });
  }
  const offices = held(toAccountId);
  const lastOn = offices
    .flatMap(({ to }) => to ?? [])
    .sort()
    .at(-1);
  if (lastOn !== undefined && offices.every(({ to }) => to !== null)) cautions.push({ code: 'to-leaves', lastOn });
  return cautions;
}
