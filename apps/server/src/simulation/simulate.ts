import type { INestApplicationContext } from '@nestjs/common';
import { dateIn, instantIn } from '@xushi/domain';
import { bootServer } from '../boot.js';
import { loadRoster } from '../capabilities/account/index.js';
import { RehearsePlan } from '../capabilities/annual-plan/index.js';
import { CommitteeRules, type Rules } from '../engine/index.js';
import { MovableClock } from '../platform/clock/clock.js';
import { Doors } from '../platform/database/doors.js';
import type { Tx } from '../platform/database/tx.js';
import { type ScenarioName, scenarios } from '../scenarios/by-name.js';
import { draftPlan, type LoadedScenario, loadScenario } from '../scenarios/load-scenario.js';
import { publishScenarioPlan } from '../scenarios/publish-scenario-plan.js';
import { clerkOf, type Scenario } from '../scenarios/scenario.js';
import { passDown } from './cascade.js';
import { Chance } from './chance.js';
import { Foresight } from './foresight.js';
import { live } from './live.js';
import { PeopleAct } from './people-act.js';
import type { Changed } from './people-and-days.js';
import { reachByMail, TakingTransport } from './reach-by-mail.js';
import { loadRecorded, loadTasks, reckon, type SimulationLine } from './reckon.js';

const ZONE = 'Asia/Shanghai';

/** A committee's year under way: what was foreseen of it, and its people. */
interface YearUnderWay {
  readonly committeeId: string;
  readonly foresight: Foresight;
  rules: Rules;
  readonly people: PeopleAct;
}

/**
 * Lives through the days from `from` to `to`, both included, on a migrated and empty database: the real server, its
 * clock moved from event to event, people acting by seeded chance. Compares what happened with what was rehearsed.
 */
export async function simulate(options: {
  databaseUrl: string;
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  seed: number;
  scenario?: ScenarioName;
  /** People act on each so many-th working day; 1 if nothing is said. */
  everyWorkdays?: number;
}): Promise<SimulationLine> {
  const startedAt = performance.now();
  const { from, to, seed, scenario = 'small', everyWorkdays = 1 } = options;
  const clock = new MovableClock(instantIn(ZONE, from, '09:30'));
  const { app, close } = await bootServer({
    databaseUrl: options.databaseUrl,
    clock,
    poolSize: 2,
    roles: [],
    mailTransport: new TakingTransport(),
  });
  try {
    const loaded = await loadScenario(app, scenarios[scenario], {
      password: 'not used here',
      officeFrom: from.subtract({ years: 1 }).toString(),
    });
    await reachByMail(app, loaded);
    const inTenants = <Answer>(work: (tx: Tx) => Promise<Answer>) => app.get(Doors).inTenant(loaded.tenants(), work);
    const chance = new Chance(seed);
    const years: YearUnderWay[] = [];
    for (const plan of loaded.scenario.plans) {
      years.push(...(await publishYears(app, loaded, plan, { from, clock, chance, everyWorkdays })));
    }
    const [first] = years;
    if (first === undefined) throw new Error(`${scenario} has no plan.`);

    let lookedAt = clock.now();
    const until = instantIn(ZONE, to.add({ days: 1 }), '00:00');
    await live(app, clock, {
      calendar: first.rules.calendar,
      until,
      everyWorkdays,
      peopleAct: async (now) => {
        for (const year of years) {
          await year.people.day(now, year.rules.calendar);
          // What was opened today is foreseen before it may be moved today.
          await inTenants((tx) => foresee(tx, year, { since: lookedAt, now }));
          const changed = await year.people.change(now, year.rules.calendar);
          // An event that a county moves moves it for its townships, too.
          for (const one of changed.has('days') ? years : [year]) await lookAgain(app, loaded, one, { now, changed });
        }
        // A hand-over prepared, an event that now has its day: what that opened. Years of all, since one moves another's.
        for (const year of years) await inTenants((tx) => foresee(tx, year, { since: lookedAt, now }));
        lookedAt = now;
      },
    });
    const lastDay = dateIn(ZONE, until.subtract({ seconds: 1 })).toString();
    const reckoned = await inTenants((tx) => reckon(tx, years, lastDay));
    return {
      scenario,
      seed,
      days: from.until(to).days + 1,
      ...reckoned,
      seconds: Math.round((performance.now() - startedAt) / 10) / 100,
    };
  } finally {
    await close();
  }
}

interface Beginning {
  readonly from: Temporal.PlainDate;
  readonly clock: MovableClock;
  readonly chance: Chance;
  readonly everyWorkdays: number;
}

/**
 * Writes a plan, rehearses it and publishes it on a working day of the first weeks, sometimes late. A county then passes
 * key points down, and its townships' plans are rehearsed and published the same day.
 */
async function publishYears(
  app: INestApplicationContext,
  loaded: LoadedScenario,
  plan: Scenario['plans'][number],
  by: Beginning,
): Promise<YearUnderWay[]> {
  const { clock, chance } = by;
  const { year } = by.from;
  const { calendar } = await app
    .get(Doors)
    .inTenant(loaded.tenants(), (tx) => app.get(CommitteeRules).inForce(tx, loaded.committeeId(plan.committee)));
  const publishedAt = instantIn(ZONE, calendar.addWorkdays(by.from, 1 + chance.upTo(20)), '15:00');
  if (Temporal.Instant.compare(publishedAt, clock.now()) > 0) clock.moveTo(publishedAt);
  const now = clock.now();
  const planId = await draftPlan(app, loaded, plan, { clerk: clerkOf(loaded.scenario, plan.committee), year, now });
  const own = await publishYear(app, loaded, { committee: plan.committee, planId }, by);
  const below = await passDown(app, loaded, { committee: plan.committee, planId }, { now, year, chance });
  const years = [own];
  for (const taken of below) years.push(await publishYear(app, loaded, taken, by));
  return years;
}

async function publishYear(
  app: INestApplicationContext,
  loaded: LoadedScenario,
  { committee, planId }: { committee: string; planId: string },
  { clock, chance, everyWorkdays }: Beginning,
): Promise<YearUnderWay> {
  const committeeId = loaded.committeeId(committee);
  const inTenants = <Answer>(work: (tx: Tx) => Promise<Answer>) => app.get(Doors).inTenant(loaded.tenants(), work);
  const rules = await inTenants((tx) => app.get(CommitteeRules).inForce(tx, committeeId));
  const now = clock.now();
  const rehearsal = await inTenants((tx) => app.get(RehearsePlan).run(tx, committeeId, planId));
  if (rehearsal === null) throw new Error('The plan just drafted is gone.');
  const roster = await inTenants(async (tx) => (await loadRoster(tx, [committeeId])).get(committeeId) ?? []);
  await publishScenarioPlan(app, loaded, { committee, planId, now });
  const year = {
    committeeId,
    foresight: new Foresight(rehearsal, roster),
    rules,
    people: new PeopleAct(app, loaded, committee, chance, everyWorkdays),
  };
  await inTenants(async (tx) => {
    year.foresight.matchPlan(await loadTasks(tx, committeeId));
    await foresee(tx, year, { since: now, now });
  });
  return year;
}

/** People or days changed: what is still to come is foreseen anew, as every screen says it from that moment on. */
async function lookAgain(
  app: INestApplicationContext,
  loaded: LoadedScenario,
  year: YearUnderWay,
  { now, changed }: { now: Temporal.Instant; changed: ReadonlySet<Changed> },
): Promise<void> {
  if (changed.size === 0) return;
  const { committeeId, foresight } = year;
  await app.get(Doors).inTenant(loaded.tenants(), async (tx) => {
    year.rules = await app.get(CommitteeRules).inForce(tx, committeeId);
    const roster = (await loadRoster(tx, [committeeId])).get(committeeId) ?? [];
    foresight.foreseeAgain(await loadTasks(tx, committeeId), await loadRecorded(tx, committeeId), {
      committeeId,
      now,
      rules: year.rules,
      roster,
      haveDaysChanged: changed.has('days'),
    });
  });
}

/** What people's acts opened since a moment is foreseen at once, before anything happens to it. */
async function foresee(
  tx: Tx,
  { committeeId, foresight, rules }: YearUnderWay,
  { since, now }: { since: Temporal.Instant; now: Temporal.Instant },
): Promise<void> {
  const roster = (await loadRoster(tx, [committeeId])).get(committeeId) ?? [];
  foresight.foresee(await loadTasks(tx, committeeId, since), { committeeId, now, rules, roster });
}
