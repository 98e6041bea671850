import type { INestApplicationContext } from '@nestjs/common';
import { CreatePlan, PassDownItem } from '../capabilities/annual-plan/index.js';
import { ActOnCase } from '../capabilities/workflow/index.js';
import { Doors } from '../platform/database/doors.js';
import type { Tx } from '../platform/database/tx.js';
import type { LoadedScenario } from '../scenarios/load-scenario.js';
import { clerkOf } from '../scenarios/scenario.js';
import type { Chance } from './chance.js';

const MOST_PASSED_DOWN = 4;

/**
 * A county's key points in its townships (重点工作下达), as people do it in a year's first weeks: the county passes some
 * items of its published plan down; each township that the scenario gives no plan makes one of the year and takes them
 * into it, as they are or adapted, or declines. Answers each township's plan, still to be rehearsed and published.
 */
export async function passDown(
  app: INestApplicationContext,
  loaded: LoadedScenario,
  county: { readonly committee: string; readonly planId: string },
  by: { readonly now: Temporal.Instant; readonly year: number; readonly chance: Chance },
): Promise<{ committee: string; planId: string }[]> {
  const { now, year, chance } = by;
  const inTenants = <Answer>(work: (tx: Tx) => Promise<Answer>) => app.get(Doors).inTenant(loaded.tenants(), work);
  const { committees, plans: own } = loaded.scenario;
  const townships = committees.filter(
    ({ key, parent }) => parent === county.committee && !own.some(({ committee }) => committee === key),
  );
  const countyId = loaded.committeeId(county.committee);
  if (townships.length === 0) return [];
  const items = await inTenants((tx) =>
    tx.query<{ id: string }>(
      `select id from plan_item where committee_id = $1 and plan_id = $2 and participants <> 'units'
       order by position limit ${MOST_PASSED_DOWN}`,
      [countyId, county.planId],
    ),
  );
  await passItemsDown(app, loaded, { ...county, itemIds: items.map(({ id }) => id), now });
  const plans = [];
  for (const { key } of townships) {
    const created = await app.get(CreatePlan).run(loaded.actor(clerkOf(loaded.scenario, key), now), {
      committeeId: loaded.committeeId(key),
      year,
      title: `${year}年工作计划`,
    });
    if (!created.ok) throw new Error(`A township's plan was not made: ${JSON.stringify(created)}`);
    const taken = await answerOffers(app, loaded, key, { now, chance });
    // A township that declined everything has no plan to publish.
    if (taken > 0) plans.push({ committee: key, planId: created.value });
  }
  return plans;
}

/** Offers items of a county's published plan to every committee below it. */
export async function passItemsDown(
  app: INestApplicationContext,
  loaded: LoadedScenario,
  by: { committee: string; planId: string; itemIds: readonly string[]; now: Temporal.Instant },
): Promise<void> {
  const below = loaded.scenario.committees.filter(({ parent }) => parent === by.committee);
  for (const itemId of by.itemIds) {
    const result = await app.get(PassDownItem).run(loaded.actor(clerkOf(loaded.scenario, by.committee), by.now), {
      committeeId: loaded.committeeId(by.committee),
      planId: by.planId,
      itemId,
      committeeIds: below.map(({ key }) => loaded.committeeId(key)),
    });
    if (!result.ok) throw new Error(`An item was not passed down: ${JSON.stringify(result)}`);
  }
}

/** A committee's clerk takes what was offered into the year's plan, adapts it, or declines. Answers how many were taken. */
export async function answerOffers(
  app: INestApplicationContext,
  loaded: LoadedScenario,
  committee: string,
  { now, chance }: { now: Temporal.Instant; chance: Chance },
): Promise<number> {
  const clerk = loaded.actor(clerkOf(loaded.scenario, committee), now);
  const committeeId = loaded.committeeId(committee);
  const offers = await app.get(Doors).inTenant(loaded.tenants(), (tx) => offersTo(tx, committeeId));
  let taken = 0;
  for (const { id, lockVersion } of offers) {
    const event = chance.happens(0.6) ? 'accept' : chance.happens(0.7) ? 'adapt' : 'decline';
    const input = { accept: {}, adapt: { differences: '结合本地实际' }, decline: { reason: '本乡镇没有这项工作' } }[
      event
    ];
    const answered = await app.get(ActOnCase).run(clerk, { committeeId, instanceId: id, lockVersion, event, input });
    if (!answered.ok) throw new Error(`${event} was refused: ${JSON.stringify(answered)}`);
    if (event !== 'decline') taken++;
  }
  return taken;
}

function offersTo(tx: Tx, committeeId: string): Promise<{ id: string; lockVersion: number }[]> {
  return tx.query(
    `select id, lock_version as "lockVersion" from workflow_instance
     where committee_id = $1 and definition = 'passed-down-item' and not is_final order by title, id`,
    [committeeId],
  );
}
