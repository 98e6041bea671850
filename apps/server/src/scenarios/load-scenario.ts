import type { INestApplicationContext } from '@nestjs/common';
import { type Actor, hashPassword, People } from '../capabilities/account/index.js';
import { CreatePlan, EditPlanItem } from '../capabilities/annual-plan/index.js';
import { Committees } from '../capabilities/committee/index.js';
import { SaveAnchor } from '../capabilities/work-calendar/index.js';
import { Doors, type Tenants } from '../platform/database/doors.js';
import { newId } from '../platform/ids.js';
import type { Scenario } from './scenario.js';

/** A scenario that stands in a database: its keys as ids, and the means to act as its people. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  committeeId(key: string): string;
  accountId(key: string): string;
  groupId(key: string): string;
  /** The key of whoever has an account; null for nobody, and for people who came after the scenario was entered. */
  personOf(accountId: string | null): string | null;
  /** The door's tenants for all its committees. */
  tenants(): Tenants;
  /** The person as a signed-in caller, as of `now`. */
  actor(key: string, now: Temporal.Instant): Actor;
}

/** Enters a scenario's committees and people. Everyone who signs in does so with `password`. */
export async function loadScenario(
  app: INestApplicationContext,
  scenario: Scenario,
  options: { password: string; officeFrom: string },
): Promise<LoadedScenario> {
  const committeeIds = new Map(scenario.committees.map(({ key }) => [key, newId()]));
  const accountIds = new Map<string, string>();
  const groupIds = new Map<string, string>();
  const unitIds = new Map<string, string>();
  const committeeId = (key: string) => known(committeeIds, key);
  const rootOf = (key: string): string => {
    const committee = scenario.committees.find((one) => one.key === key);
    return committee?.parent == null ? committeeId(key) : rootOf(committee.parent);
  };
  const tenants = new Map(scenario.committees.map(({ key }) => [committeeId(key), rootOf(key)]));
  const passwordHash = await hashPassword(options.password);
  await app.get(Doors).inTenant(tenants, async (tx) => {
    for (const { key, parent, level, name, groups, units } of scenario.committees) {
      await app.get(Committees).add(tx, {
        id: committeeId(key),
        parent: parent === null ? null : { id: committeeId(parent), rootId: rootOf(parent) },
        level,
        name,
      });
      for (const group of groups ?? []) {
        const id = newId();
        groupIds.set(group.key, id);
        await tx.query('insert into member_group (committee_id, id, kind, name) values ($1, $2, $3, $4)', [
          committeeId(key),
          id,
          group.kind,
          group.name,
        ]);
      }
      for (const unit of units ?? []) {
        const id = newId();
        unitIds.set(unit.key, id);
        await tx.query('insert into handling_unit (committee_id, id, name) values ($1, $2, $3)', [
          committeeId(key),
          id,
          unit.name,
        ]);
      }
    }
    for (const { key, name, loginName, offices } of scenario.people) {
      const id = await app.get(People).add(tx, {
        name,
        loginName,
        passwordHash: loginName === null ? null : passwordHash,
        offices: offices.map(({ committee, role, title, group, unit }) => ({
          committeeId: committeeId(committee),
          role,
          title,
          groupId: group === undefined ? null : known(groupIds, group),
          unitId: unit === undefined ? null : known(unitIds, unit),
          from: options.officeFrom,
        })),
      });
      accountIds.set(key, id);
    }
  });

  const actor = (key: string, now: Temporal.Instant): Actor => {
    const person = scenario.people.find((one) => one.key === key);
    if (person === undefined) throw new Error(`The scenario has nobody called ${key}.`);
    const own = new Set(person.offices.map((office) => office.committee));
    return {
      accountId: known(accountIds, key),
      name: person.name,
      loginName: person.loginName ?? '',
      now,
      memberships: person.offices.map(({ committee, role, title, unit }) => ({
        committeeId: committeeId(committee),
        role,
        title,
        unitId: unit === undefined ? null : known(unitIds, unit),
        from: options.officeFrom,
        to: null,
      })),
      committees: scenario.committees
        .filter(({ key: one, parent }) => own.has(one) || (parent !== null && own.has(parent)))
        .map(({ key: one, parent, level, name }) => ({
          id: committeeId(one),
          parentId: parent === null ? null : committeeId(parent),
          rootId: rootOf(one),
          level,
          name,
          zone: 'Asia/Shanghai',
        })),
    };
  };
  const personByAccount = new Map([...accountIds].map(([key, id]) => [id, key]));
  return {
    scenario,
    committeeId,
    personOf: (accountId) => (accountId === null ? null : (personByAccount.get(accountId) ?? null)),
    accountId: (key) => known(accountIds, key),
    groupId: (key) => known(groupIds, key),
    tenants: () => tenants,
    actor,
  };
}

/** Writes a scenario's plan of a year as a draft, with its events, entered by the committee's clerk. Answers its id. */
export async function draftPlan(
  app: INestApplicationContext,
  loaded: LoadedScenario,
  plan: Scenario['plans'][number],
  by: { clerk: string; year: number; now: Temporal.Instant },
): Promise<string> {
  const clerk = loaded.actor(by.clerk, by.now);
  const committeeId = loaded.committeeId(plan.committee);
  const created = await app.get(CreatePlan).run(clerk, { committeeId, year: by.year, title: plan.title(by.year) });
  if (!created.ok) throw new Error(`The plan of ${by.year} was not made: ${JSON.stringify(created)}`);
  for (const anchor of plan.anchors?.(by.year) ?? []) {
    const saved = await app
      .get(SaveAnchor)
      .run(clerk, { committeeId, year: by.year, ...anchor, lockVersion: null, isTrial: false });
    if (!saved.ok) throw new Error(`${anchor.key} of ${by.year} was not entered: ${JSON.stringify(saved)}`);
  }
  let lockVersion = 1;
  for (const { responsible, leader, group, ...item } of plan.items(by.year)) {
    const saved = await app.get(EditPlanItem).save(
      clerk,
      { committeeId, planId: created.value, lockVersion, itemId: null },
      {
        ...item,
        responsibleAccountId: responsible === null ? null : loaded.accountId(responsible),
        leaderAccountId: leader === null ? null : loaded.accountId(leader),
        groupId: group === null ? null : loaded.groupId(group),
      },
    );
    if (!saved.ok) throw new Error(`An item of the plan was refused: ${JSON.stringify(saved)}`);
    lockVersion++;
  }
  return created.value;
}

function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The scenario has no ${key}.`);
  return id;
}
