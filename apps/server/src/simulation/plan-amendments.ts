import type { INestApplicationContext } from '@nestjs/common';
import type { Cadence } from '@xushi/domain';
import { EditPlanItem, ReadPlan } from '../capabilities/annual-plan/index.js';
import { ActOnCase } from '../capabilities/workflow/index.js';
import { Doors } from '../platform/database/doors.js';
import type { LoadedScenario } from '../scenarios/load-scenario.js';
import { clerkOf, leaderOf } from '../scenarios/scenario.js';
import type { Chance } from './chance.js';

const FEWEST_ITEMS = 5;

type Plan = NonNullable<Awaited<ReturnType<ReadPlan['run']>>>;
type Item = Plan['items'][number];
type EditedItem = Parameters<EditPlanItem['save']>[2];
type Edit = (item: Item) => Promise<void>;

/** The day on which the staff amends; the plan amended is that of its year. */
interface ActingDay {
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
}

/**
 * The staff amends its published plan by seeded chance, through the use cases of the plan's page: some items are added,
 * dropped, given another time, number of pieces or person in charge, and the amendment is published with its reason or,
 * now and then, discarded.
 */
export class PlanAmendments {
  readonly #clerk: string;
  readonly #leader: string;
  readonly #committeeId: string;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly loaded: LoadedScenario,
    committee: string,
    private readonly chance: Chance,
  ) {
    this.#clerk = clerkOf(loaded.scenario, committee);
    this.#leader = leaderOf(loaded.scenario, committee);
    this.#committeeId = loaded.committeeId(committee);
  }

  /** Whether the plan says something else afterwards. */
  async amend(day: ActingDay): Promise<boolean> {
    await this.#act('amend', day);
    for (let edits = 1 + this.chance.upTo(3); edits > 0; edits--) {
      const { items } = await this.#plan(day);
      const item = items[this.chance.upTo(items.length - 1)];
      if (item === undefined) throw new Error('The plan has no items.');
      await this.#anEdit(day, items.length)(item);
    }
    const isDiscarded = this.chance.happens(0.12);
    await this.#act(isDiscarded ? 'discard-amendment' : 'publish-amendment', day);
    return !isDiscarded;
  }

  #anEdit(day: ActingDay, itemCount: number): Edit {
    const { today } = day;
    const edits: [Edit, ...Edit[]] = [
      (item) => this.#save(day, null, { ...item, title: `${item.title}（增补）`, cadence: this.#by(today) }),
      (item) => this.#save(day, item.id, { ...item, cadence: this.#otherTime(today) }),
      (item) => this.#save(day, item.id, { ...item, cadence: this.#by(today) }),
      (item) => this.#save(day, item.id, { ...item, responsibleAccountId: this.#otherInCharge(item) }),
      (item) => this.#save(day, item.id, { ...item, target: item.target === 1 ? 2 : 1 }),
      (item) => this.#save(day, item.id, { ...item, title: `${item.title}（调整）` }),
    ];
    if (itemCount > FEWEST_ITEMS) edits.push((item) => this.#remove(day, item.id));
    return edits[this.chance.upTo(edits.length - 1)] ?? edits[0];
  }

  /** Ahead of today, if not much; the plan's year ends in any case. */
  #by(today: Temporal.PlainDate): Cadence {
    return { kind: 'by', on: this.#ahead(today, 5, 100) };
  }

  #otherTime(today: Temporal.PlainDate): Cadence {
    const from = this.#ahead(today, 0, 40);
    const others: Cadence[] = [
      this.#by(today),
      { kind: 'between', from, to: this.#ahead(Temporal.PlainDate.from(from), 0, 45) },
      { kind: 'each', unit: 'quarter' },
      { kind: 'each', unit: 'half-year' },
      { kind: 'within', spans: [{ unit: 'half-year', number: 2 }] },
      { kind: 'within', spans: [{ unit: 'year' }] },
    ];
    return others[this.chance.upTo(others.length - 1)] ?? this.#by(today);
  }

  #ahead(today: Temporal.PlainDate, least: number, most: number): string {
    const on = today.add({ days: least + this.chance.upTo(most - least) });
    const lastDay = today.with({ month: 12, day: 31 });
    return (Temporal.PlainDate.compare(on, lastDay) > 0 ? lastDay : on).toString();
  }

  #otherInCharge({ responsibleAccountId }: Item): string | null {
    const [clerk, leader] = [this.loaded.accountId(this.#clerk), this.loaded.accountId(this.#leader)];
    const others = [clerk, leader, null].filter((one) => one !== responsibleAccountId);
    return others[this.chance.upTo(others.length - 1)] ?? null;
  }

  async #save(day: ActingDay, itemId: string | null, item: EditedItem): Promise<void> {
    const saved = await this.#trySave(day, itemId, item);
    if (saved.ok) return;
    // Whoever it names has left since: the clerk is told at that field, and leaves it open.
    const isFor = (reason: string) => saved.why === 'refused' && saved.reason === reason;
    if (isFor('leader-unknown')) return this.#save(day, itemId, { ...item, leaderAccountId: null });
    if (isFor('responsible-unknown')) return this.#save(day, itemId, { ...item, responsibleAccountId: null });
    throw new Error(`An amended item was refused: ${JSON.stringify([saved, item.title, item.cadence])}`);
  }

  async #trySave(day: ActingDay, itemId: string | null, item: EditedItem) {
    const { id: planId, lockVersion } = await this.#plan(day);
    const { title, category, workflow, cadence, times, target, participants, groupId } = item;
    const { responsibleAccountId, leaderAccountId, leadOffice, cooperating, reportWanted, sites, sourceText } = item;
    return this.app.get(EditPlanItem).save(
      this.loaded.actor(this.#clerk, day.now),
      { committeeId: this.#committeeId, planId, lockVersion, itemId },
      {
        ...{ title, category, workflow, cadence, times, target, participants, groupId },
        ...{ responsibleAccountId, leaderAccountId, leadOffice, cooperating, reportWanted, sites, sourceText },
      },
    );
  }

  async #remove(day: ActingDay, itemId: string): Promise<void> {
    const { id: planId, lockVersion } = await this.#plan(day);
    const target = { committeeId: this.#committeeId, planId, lockVersion };
    const removed = await this.app.get(EditPlanItem).remove(this.loaded.actor(this.#clerk, day.now), target, itemId);
    if (!removed.ok) throw new Error(`An item could not be dropped: ${JSON.stringify(removed)}`);
  }

  async #act(event: string, day: ActingDay): Promise<void> {
    const { case: instance } = await this.#plan(day);
    const result = await this.app.get(ActOnCase).run(this.loaded.actor(this.#clerk, day.now), {
      committeeId: this.#committeeId,
      instanceId: instance.instanceId,
      lockVersion: instance.lockVersion,
      event,
      input: event === 'publish-amendment' ? { reason: '因中心工作调整' } : {},
    });
    if (!result.ok) throw new Error(`The plan could not ${event}: ${JSON.stringify(result)}`);
  }

  /** The plan as its page shows it. */
  async #plan({ now, today }: ActingDay): Promise<Plan> {
    const actor = this.loaded.actor(this.#clerk, now);
    const plan = await this.app.get(Doors).inTenant(this.loaded.tenants(), async (tx) => {
      const [row] = await tx.query<{ id: string }>('select id from plan where committee_id = $1 and year = $2', [
        this.#committeeId,
        today.year,
      ]);
      return row === undefined ? null : this.app.get(ReadPlan).run(tx, actor, this.#committeeId, row.id);
    });
    if (plan === null) throw new Error('The committee has no plan.');
    return plan;
  }
}
