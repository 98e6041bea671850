import type { INestApplicationContext } from '@nestjs/common';
import type { WorkingCalendar } from '@xushi/domain';
import { ClosePlan, ReadClosing } from '../capabilities/annual-plan/index.js';
import { listAnchors, SaveAnchor } from '../capabilities/work-calendar/index.js';
import type { MovableClock } from '../platform/clock/clock.js';
import { Doors } from '../platform/database/doors.js';
import { draftPlan, type LoadedScenario } from '../scenarios/load-scenario.js';
import { publishScenarioPlan } from '../scenarios/publish-scenario-plan.js';
import { clerkOf, type Scenario } from '../scenarios/scenario.js';
import { answerOffers, passItemsDown } from '../simulation/cascade.js';
import { Chance } from '../simulation/chance.js';
import { live } from '../simulation/live.js';
import { PeopleAct } from '../simulation/people-act.js';

/** Years in which some is late and says why, some was done late, and most is done. */
const SEED = 6;
/** People act on each so many-th working day, and then as much as on all of them: two years are there in half a minute. */
const EVERY_WORKDAYS = 4;
/** What the county asks of its township and its street each year. */
const PASSED_DOWN = ['春节走访慰问困难群众', '年度工作总结和下年工作思路建议'];
/** Why, in a clerk's words, something was not done in its year. */
const REASONS = [
  '条件不具备，转入下年计划继续安排。',
  '与同期活动合并开展，不再单独组织。',
  '上级统一安排调整，经研究取消。',
];

type Plan = Scenario['plans'][number];

/** The demo's committees through their years: the county first, then those below it. */
export class DemoCounty {
  readonly #people: readonly PeopleAct[];
  readonly #chance = new Chance(SEED);

  constructor(
    private readonly app: INestApplicationContext,
    private readonly loaded: LoadedScenario,
    private readonly clock: MovableClock,
    private readonly calendar: WorkingCalendar,
  ) {
    this.#people = loaded.scenario.plans.map(
      ({ committee }, index) => new PeopleAct(app, loaded, committee, new Chance(SEED + index), EVERY_WORKDAYS),
    );
  }

  async liveUntil(until: Temporal.Instant): Promise<void> {
    await live(this.app, this.clock, {
      calendar: this.calendar,
      until,
      everyWorkdays: EVERY_WORKDAYS,
      peopleAct: async (at) => {
        for (const people of this.#people) await people.day(at, this.calendar);
      },
    });
  }

  /** Writes and publishes every committee's plan of a year; what the county passes down is taken into those below. */
  async publish(year: number): Promise<void> {
    for (const plan of this.loaded.scenario.plans) {
      const planId = await this.#draft(plan, year);
      const { committee } = plan;
      const now = this.clock.now();
      await answerOffers(this.app, this.loaded, committee, { now, chance: this.#chance });
      await publishScenarioPlan(this.app, this.loaded, { committee, planId, now });
      if (!this.loaded.scenario.committees.some(({ parent }) => parent === committee)) continue;
      const itemIds = await this.#passedDown(plan, planId);
      await passItemsDown(this.app, this.loaded, { committee, planId, itemIds, now });
    }
  }

  /** Writes every committee's plan of a year, to be looked over. */
  async draft(year: number): Promise<void> {
    for (const plan of this.loaded.scenario.plans) await this.#draft(plan, year);
  }

  /** Ends a year: its plans are closed by their clerks, who say why what was not done was not. */
  async close(year: number): Promise<void> {
    for (const { committee } of this.loaded.scenario.plans) {
      const committeeId = this.loaded.committeeId(committee);
      const actor = this.loaded.actor(clerkOf(this.loaded.scenario, committee), this.clock.now());
      const planId = await this.#planOf(committeeId, year);
      const closing = await this.app
        .get(Doors)
        .inTenant(this.loaded.tenants(), (tx) => this.app.get(ReadClosing).run(tx, actor, { committeeId, planId }));
      if (closing === null) throw new Error(`There is no plan of ${year}.`);
      const closed = await this.app.get(ClosePlan).run(actor, {
        committeeId,
        planId,
        lockVersion: closing.lockVersion,
        note: '全年工作已总结，未办事项及原因经主任会议研究同意。',
        undone: closing.undone.map(({ instanceId, lockVersion }, index) => ({
          instanceId,
          lockVersion,
          reason: REASONS[index % REASONS.length] ?? '',
        })),
      });
      if (!closed.ok || !closed.value.isClosed) {
        throw new Error(`The plan of ${year} was not closed: ${JSON.stringify(closed)}`);
      }
    }
  }

  /** The day of an event that was provisional when the plan was written is now known, and the same. */
  async settleEvents(year: number): Promise<void> {
    for (const { committee } of this.loaded.scenario.plans) {
      const committeeId = this.loaded.committeeId(committee);
      const events = await this.app
        .get(Doors)
        .inTenant(this.loaded.tenants(), (tx) => listAnchors(tx, committeeId, year));
      for (const event of events.filter((one) => one.isProvisional && one.committeeId === committeeId)) {
        const settled = await this.app
          .get(SaveAnchor)
          .run(this.loaded.actor(clerkOf(this.loaded.scenario, committee), this.clock.now()), {
            committeeId,
            year,
            key: event.key,
            name: event.name,
            on: event.on,
            isProvisional: false,
            lockVersion: event.lockVersion,
            isTrial: false,
          });
        if (!settled.ok) throw new Error(`${event.key} was not settled: ${JSON.stringify(settled)}`);
      }
    }
  }

  #draft(plan: Plan, year: number): Promise<string> {
    const clerk = clerkOf(this.loaded.scenario, plan.committee);
    return draftPlan(this.app, this.loaded, plan, { clerk, year, now: this.clock.now() });
  }

  async #passedDown({ committee }: Plan, planId: string): Promise<string[]> {
    const rows = await this.app
      .get(Doors)
      .inTenant(this.loaded.tenants(), (tx) =>
        tx.query<{ id: string }>(
          'select id from plan_item where committee_id = $1 and plan_id = $2 and title = any($3) order by position',
          [this.loaded.committeeId(committee), planId, PASSED_DOWN],
        ),
      );
    return rows.map(({ id }) => id);
  }

  async #planOf(committeeId: string, year: number): Promise<string> {
    const [row] = await this.app
      .get(Doors)
      .inTenant(this.loaded.tenants(), (tx) =>
        tx.query<{ id: string }>('select id from plan where committee_id = $1 and year = $2', [committeeId, year]),
      );
    if (row === undefined) throw new Error(`There is no plan of ${year}.`);
    return row.id;
  }
}
