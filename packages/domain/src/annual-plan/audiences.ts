import type { Membership } from '../people/roster.js';
import type { RungRecipient } from '../reminder/ladder.js';
import { recipientsOf } from '../reminder/recipients.js';
import type { TaskHolder } from '../task/task-holder.js';

interface Duty {
  readonly holders: readonly TaskHolder[];
  readonly leaderAccountId: string | null;
}

/**
 * Who hears of a duty's rungs. A roster changes on a handful of days a year, so the three hundred members of a county
 * are gone through once for each stretch in which nothing changes, and everyone asked on the same day gets the same
 * list.
 */
export class Audiences {
  readonly #turns: readonly string[];
  readonly #known = new Map<string, readonly string[]>();
  readonly #holders = new Map<string, number>();

  constructor(private readonly roster: readonly Membership[]) {
    const periods = roster.flatMap((one) => [one, ...(one.standIns ?? [])]);
    const days = periods.flatMap(({ from, to }) => (to === null ? [from] : [from, dayAfter(to)]));
    this.#turns = [...new Set(days)].sort();
  }

  /** The people a rung speaks to on a day, each once. The list is shared: two rungs of one audience get the same one. */
  of(duty: Duty, to: RungRecipient, on: string): readonly string[] {
    const key = `${to} ${this.#stretch(on)} ${this.#holdersKey(duty, to)}`;
    let audience = this.#known.get(key);
    if (audience === undefined) {
      const [first] = duty.holders;
      const asked = to === 'holder' || first === undefined ? duty.holders : [first];
      audience = [
        ...new Set(
          asked.flatMap((holder) =>
            recipientsOf(to, { holder, leaderAccountId: duty.leaderAccountId }, this.roster, on),
          ),
        ),
      ];
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
