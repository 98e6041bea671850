import type { INestApplicationContext } from '@nestjs/common';
import { isInOffice, type Membership } from '@xushi/domain';
import { KeepStandIns, loadRoster, People } from '../capabilities/account/index.js';
import { MoveEntry } from '../capabilities/schedule/index.js';
import { PrepareHandOver } from '../capabilities/task/index.js';
import { AddClosing, listAnchors, SaveAnchor } from '../capabilities/work-calendar/index.js';
import { Doors } from '../platform/database/doors.js';
import type { Tx } from '../platform/database/tx.js';
import type { LoadedScenario } from '../scenarios/load-scenario.js';
import { clerkOf } from '../scenarios/scenario.js';
import type { Chance } from './chance.js';
import type { Day } from './day.js';
import { PeopleJoin } from './people-join.js';
import { PlanAmendments } from './plan-amendments.js';

/** What of a year may be otherwise than foreseen after a day: who hears, which days are worked and fixed, the plan. */
export type Changed = 'people' | 'days' | 'plan';

/**
 * What happens to a committee beside its work, by seeded chance: members leave and come, duties are handed over, somebody stands
 * in for somebody away, the committee closes on a day, an event of the year gets its day or another one,
 * the plan is amended, one of its runs is moved to another day.
 */
export class PeopleAndDays {
  readonly #clerk: string;
  readonly #committeeId: string;
  readonly #amendments: PlanAmendments;
  readonly #joining: PeopleJoin;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly loaded: LoadedScenario,
    committee: string,
    private readonly chance: Chance,
  ) {
    this.#clerk = clerkOf(loaded.scenario, committee);
    this.#committeeId = loaded.committeeId(committee);
    this.#amendments = new PlanAmendments(app, loaded, committee, chance);
    this.#joining = new PeopleJoin(app, loaded, committee, chance);
  }

  /** @param happens whether something with a chance a working day happened since people acted last */
  async day(day: Day, happens: (aDay: number) => boolean): Promise<Set<Changed>> {
    const changed = new Set<Changed>();
    if (happens(0.002) && (await this.#someoneLeaves(day))) changed.add('people');
    if (happens(0.02) && (await this.#someoneStandsIn(day))) changed.add('people');
    // Nothing changes before the hand-over is carried out: it is a case like any other.
    if (happens(0.012)) await this.#prepareHandOver(day);
    if (happens(0.012) && (await this.#closes(day))) changed.add('days');
    if (happens(0.015) && (await this.#settlesEvent(day))) changed.add('days');
    if (happens(0.02) && (await this.#amendments.amend(day))) changed.add('plan');
    if (happens(0.03) && (await this.#movesRun(day))) changed.add('plan');
    // At last: what people who come are asked for today is foreseen before it may be moved.
    if (happens(0.01)) {
      await this.#joining.day(day);
      changed.add('people');
    }
    return changed;
  }

  async #someoneLeaves({ today }: Day): Promise<boolean> {
    const leaver = this.#oneOf((await this.#inOffice(today)).filter(({ role }) => role === 'member'));
    if (leaver === null) return false;
    await this.#inTenant((tx) =>
      this.app.get(People).endOffices(tx, this.#committeeId, leaver.accountId, today.toString()),
    );
    return true;
  }

  async #someoneStandsIn({ now, today, calendar }: Day): Promise<boolean> {
    const office = (await this.#inOffice(today)).filter(({ role }) => role === 'staff' || role === 'leader');
    const away = this.#oneOf(office);
    const standIn = this.#oneOf(office.filter(({ accountId }) => accountId !== away?.accountId));
    if (away === null || standIn === null) return false;
    const from = calendar.addWorkdays(today, 1 + this.chance.upTo(3));
    const result = await this.app.get(KeepStandIns).add(this.loaded.actor(this.#clerk, now), {
      committeeId: this.#committeeId,
      accountId: away.accountId,
      standInAccountId: standIn.accountId,
      kind: 'stand-in',
      fromOn: from.toString(),
      toOn: calendar.addWorkdays(from, 1 + this.chance.upTo(8)).toString(),
    });
    if (!result.ok && result.why === 'refused' && result.reason === 'stand-in-overlaps') return false;
    if (!result.ok) throw new Error(`A stand-in was refused: ${JSON.stringify(result)}`);
    return true;
  }

  async #prepareHandOver({ now, today }: Day): Promise<void> {
    const office = (await this.#inOffice(today)).filter(({ role }) => role === 'staff' || role === 'leader');
    const from = this.#oneOf(await this.#inTenant((tx) => namedHolders(tx, this.#committeeId)));
    const to = this.#oneOf(office.filter(({ accountId }) => accountId !== from));
    if (from === null || to === null) return;
    const result = await this.app.get(PrepareHandOver).run(this.loaded.actor(this.#clerk, now), {
      committeeId: this.#committeeId,
      fromAccountId: from,
      toAccountId: to.accountId,
      taskIds: null,
      note: '工作变动',
    });
    if (!result.ok) throw new Error(`A hand-over was refused: ${JSON.stringify(result)}`);
  }

  async #closes({ now, today, calendar }: Day): Promise<boolean> {
    const on = calendar.addWorkdays(today, 2 + this.chance.upTo(25));
    const result = await this.app.get(AddClosing).run(this.loaded.actor(this.#clerk, now), {
      committeeId: this.#committeeId,
      on: on.toString(),
      name: '机关集体活动',
      isTrial: false,
    });
    // Closed that day already.
    if (!result.ok && result.why !== 'refused') throw new Error(`A closing day failed: ${JSON.stringify(result)}`);
    return result.ok;
  }

  async #settlesEvent({ now, today }: Day): Promise<boolean> {
    const { year } = today;
    const events = await this.#inTenant((tx) => listAnchors(tx, this.#committeeId, year));
    const event = this.#oneOf(events.filter(({ on }) => on !== null && on > today.toString()));
    if (event?.on == null) return false;
    const on = Temporal.PlainDate.from(event.on).add({ days: this.chance.upTo(20) - 10 });
    if (Temporal.PlainDate.compare(on, today) <= 0 || on.year !== year) return false;
    const result = await this.app.get(SaveAnchor).run(this.loaded.actor(this.#clerk, now), {
      committeeId: this.#committeeId,
      year,
      key: event.key,
      name: event.name,
      on: on.toString(),
      isProvisional: false,
      lockVersion: event.committeeId === this.#committeeId ? event.lockVersion : null,
      isTrial: false,
    });
    if (!result.ok) throw new Error(`${event.key} was not moved: ${JSON.stringify(result)}`);
    return true;
  }

  async #movesRun({ now, today, calendar }: Day): Promise<boolean> {
    const run = this.#oneOf(await this.#inTenant((tx) => openRuns(tx, this.#committeeId)));
    if (run === null) return false;
    const result = await this.app.get(MoveEntry).run(this.loaded.actor(this.#clerk, now), {
      committeeId: this.#committeeId,
      occurrenceId: run.id,
      to: calendar.addWorkdays(today, 1 + this.chance.upTo(40)).toString(),
      reason: '领导外出',
      lockVersion: run.lockVersion,
      isTrial: false,
    });
    // Held, on hold, due already, or the day is not of the plan's year.
    if (!result.ok && result.why !== 'refused') throw new Error(`A run was not moved: ${JSON.stringify(result)}`);
    return result.ok;
  }

  /** Everybody in office: those of the scenario in its order, after those who came since, in the order they came. */
  async #inOffice(today: Temporal.PlainDate): Promise<Membership[]> {
    const rosters = await this.#inTenant((tx) => loadRoster(tx, [this.#committeeId]));
    const order = (one: Membership) =>
      this.loaded.scenario.people.findIndex(({ key }) => key === this.loaded.personOf(one.accountId));
    return (rosters.get(this.#committeeId) ?? [])
      .filter((one) => isInOffice(one, today.toString()))
      .sort((a, b) => order(a) - order(b));
  }

  #oneOf<One>(all: readonly One[]): One | null {
    return all[this.chance.upTo(all.length - 1)] ?? null;
  }

  #inTenant<Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
    return this.app.get(Doors).inTenant(this.loaded.tenants(), work);
  }
}

/** The runs of the committee's plans that have not ended, in the plan's order. */
function openRuns(tx: Tx, committeeId: string): Promise<{ id: string; lockVersion: number }[]> {
  return tx.query(
    `select o.id, i.lock_version as "lockVersion" from occurrence o
     join workflow_instance i on i.committee_id = o.committee_id and i.occurrence_id = o.id
     join plan_item t on t.committee_id = o.committee_id and t.id = o.plan_item_id
     where o.committee_id = $1 and not i.is_final order by t.position, o.key, o.id`,
    [committeeId],
  );
}

/** Who owes something by name that could be handed over. */
async function namedHolders(tx: Tx, committeeId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct a.id, a.login_name from task t join account a on a.id = t.holder_account_id
     where t.committee_id = $1 and t.status = 'open' and not t.by_contribution order by a.login_name`,
    [committeeId],
  );
  return rows.map(({ id }) => id);
}
