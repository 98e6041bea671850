import type { Membership } from '../people/roster.js';
import type { RungRecipient } from '../reminder/ladder.js';
import { type HeardFor, heardFor, recipientsOf } from '../reminder/recipients.js';
import type { TaskHolder } from '../task/task-holder.js';

interface Duty {
  readonly holders: readonly TaskHolder[];
  readonly leaderAccountId: string | null;
}

interface Audience {
  readonly people: readonly string[];
  readonly insteadOf: readonly HeardFor[];
}

/**
 * Who hears of a duty's rungs. A roster changes on a handful of days a year, so the three hundred members of a county
 * are gone through once for each stretch in which nothing changes, and everyone asked on the same day gets the same
 * list.
 */
export class Audiences {
  readonly #turns: readonly string[];
  readonly #known = new Map<string, Audience>();
  readonly #holders = new Map<string, number>();

  constructor(private readonly roster: readonly Membership[]) {
    const periods = roster.flatMap((one) => [one, ...(one.standIns ?? [])]);
    const days = periods.flatMap(({ from, to }) => (to === null ? [from] : [from, dayAfter(to)]));
    this.#turns = [...new Set(days)].sort();
  }

  /** The people a rung speaks to on a day, each once. The list is shared: two rungs of one audience get the same one. */
  of(duty: Duty, to: RungRecipient, on: string): readonly string[] {
    return this.#audience(duty, to, on).people;
  }

  /** Which of them hear in another's place on that day, and in whose. */
  insteadOf(duty: Duty, to: RungRecipient, on: string): readonly HeardFor[] {
    return this.#audience(duty, to, on).insteadOf;
  }

  #audience(duty: Duty, to: RungRecipient, on: string): Audience {
    const key = `${to} ${this.#stretch(on)} ${this.#holdersKey(duty, to)}`;
    let audience = this.#known.get(key);
    if (audience === undefined) {
      const [first] = duty.holders;
      const holders = to === 'holder' || first === undefined ? duty.holders : [first];
      const asked = holders.map((holder) => ({ holder, leaderAccountId: duty.leaderAccountId }));
      audience = {
        people: [...new Set(asked.flatMap((one) => recipientsOf(to, one, this.roster, on)))],
        insteadOf: asked.flatMap((one) => heardFor(to, one, this.roster, on)),
      };
      this.#known.set(key, audience);
    }
    return audience;
  }

  #stretch(on: string): number {
    let stretch = 0;
    while (stretch < this.#turns.length && (this.#turns[stretch] ?? '') <= on) stretch++;
    return stretch;
  }

  /** Duties of the same holders share a number, so that long lists are told apart only once. */
  #holdersKey({ holders, leaderAccountId }: Duty, to: RungRecipient): string {
    if (to === 'leader') return leaderAccountId ?? '';
    if (to === 'record-keeper') return '';
    const text = JSON.stringify(holders);
    const known = this.#holders.get(text) ?? this.#holders.size;
    this.#holders.set(text, known);
    return String(known);
  }
}

const dayAfter = (iso: string) => Temporal.PlainDate.from(iso).add({ days: 1 }).toString();
