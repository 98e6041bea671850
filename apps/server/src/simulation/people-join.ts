import type { INestApplicationContext } from '@nestjs/common';
import { dateIn } from '@xushi/domain';
import { ImportList, KeepPerson } from '../capabilities/roster/index.js';
import { Doors } from '../platform/database/doors.js';
import type { Tx } from '../platform/database/tx.js';
import type { LoadedScenario } from '../scenarios/load-scenario.js';
import { clerkOf } from '../scenarios/scenario.js';
import type { Chance } from './chance.js';
import type { Day } from './day.js';

/** Invented, and borne by nobody in the scenarios. */
const SURNAMES = ['佟', '晏', '冉', '柏', '车', '雍', '乐', '巫', '鄂', '璩'];
const GIVEN_NAMES = ['远帆', '见山', '听雪', '临川', '知南', '守拙', '问渠', '初晴', '望江', '新桥'];

/** A group that a list names although nothing of the scenario does. */
const NEW_GROUP = '新设联络组';

/**
 * People who come into office while the year is under way, by seeded chance: on a list together with somebody of old who
 * changes groups, or by a form, some of them in office only some days later.
 */
export class PeopleJoin {
  readonly #clerk: string;
  readonly #committeeId: string;
  #came = 0;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly loaded: LoadedScenario,
    committee: string,
    private readonly chance: Chance,
  ) {
    this.#clerk = clerkOf(loaded.scenario, committee);
    this.#committeeId = loaded.committeeId(committee);
  }

  async day(day: Day): Promise<void> {
    if (this.chance.happens(0.5)) await this.#byForm(day);
    else await this.#byList(day);
  }

  async #byForm({ now, today, calendar }: Day): Promise<void> {
    const group = await this.#aGroup();
    const { name, email } = this.#somebody();
    const rest = { phone: '', otherPhone: '', title: '', sector: '', employer: '', unit: '', note: '' };
    const result = await this.app.get(KeepPerson).add(this.loaded.actor(this.#clerk, now), {
      committeeId: this.#committeeId,
      person: { ...rest, name, email, gender: null, role: 'member', group },
      fromOn: (this.chance.happens(0.5) ? today : calendar.addWorkdays(today, 1 + this.chance.upTo(10))).toString(),
      isAnother: false,
    });
    if (!result.ok) throw new Error(`Somebody new was refused: ${JSON.stringify(result)}`);
  }

  /** What the list says its people will be asked for is what they are then asked for: else it throws. */
  async #byList({ now, today }: Day): Promise<void> {
    const members = await this.#inTenant((tx) => membersOnce(tx, this.#committeeId, today.toString()));
    const moving = { name: members[this.chance.upTo(members.length - 1)], email: '' };
    const lines: string[] = [];
    for (const { name, email } of [this.#somebody(), this.#somebody(), moving]) {
      // An empty cell under a filled one would be read as the same again.
      const group = (await this.#aGroup()) || NEW_GROUP;
      if (name !== undefined) lines.push([name, email, group].join('\t'));
    }
    const list = {
      committeeId: this.#committeeId,
      source: { text: `姓名\t邮箱\t小组\n${lines.join('\n')}` },
      ...({ kind: 'people', role: 'member', answers: [], term: null } as const),
    };
    const clerk = this.loaded.actor(this.#clerk, now);
    const seen = await this.app.get(ImportList).preview(clerk, list);
    if (!seen.ok) throw new Error(`A list was refused: ${JSON.stringify(seen)}`);
    const before = await this.#tasksBegunAt(now);
    const done = await this.app.get(ImportList).run(clerk, { ...list, fingerprint: seen.value.fingerprint });
    if (!done.ok) throw new Error(`A list that was looked at was refused: ${JSON.stringify(done)}`);
    const asked = seen.value.asked.reduce((sum, { people }) => sum + people, 0);
    const begun = (await this.#tasksBegunAt(now)) - before;
    if (begun !== asked)
      throw new Error(`A list said ${asked} tasks would begin on ${dateIn('Asia/Shanghai', now)}, and ${begun} did.`);
  }

  /** Somebody with an address: what is told in the app is mailed to them, as to everybody in a simulated year. */
  #somebody(): { name: string; email: string } {
    const place = this.#came++;
    const surname = SURNAMES[place % SURNAMES.length];
    const given = GIVEN_NAMES[Math.floor(place / SURNAMES.length) % GIVEN_NAMES.length];
    return { name: `${surname}${given}`, email: `came${place}@example.com` };
  }

  /** One of the committee's groups, or none. */
  async #aGroup(): Promise<string> {
    const groups = await this.#inTenant((tx) =>
      tx.query<{ name: string }>(
        `select name from member_group where committee_id = $1 and kind <> 'sector' order by name, id`,
        [this.#committeeId],
      ),
    );
    return groups[this.chance.upTo(groups.length)]?.name ?? '';
  }

  async #tasksBegunAt(now: Temporal.Instant): Promise<number> {
    const [row] = await this.#inTenant((tx) =>
      tx.query<{ count: number }>('select count(*) as count from task where committee_id = $1 and opened_at = $2', [
        this.#committeeId,
        now,
      ]),
    );
    return row?.count ?? 0;
  }

  #inTenant<Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
    return this.app.get(Doors).inTenant(this.loaded.tenants(), work);
  }
}

/** Members in office whose name nobody shares, by name: a list means no other by it. */
async function membersOnce(tx: Tx, committeeId: string, today: string): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `select a.name from membership m join account a on a.id = m.account_id
     where m.committee_id = $1 group by a.name
     having count(distinct a.id) = 1 and bool_or(m.role = 'member' and m.from_on <= $2 and (m.to_on is null or m.to_on >= $2))
     order by a.name`,
    [committeeId, today],
  );
  return rows.map(({ name }) => name);
}
