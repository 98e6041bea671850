import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  anchorDays,
  defaultRuleProfile,
  judgePlanItem,
  type Membership,
  officialYears,
  type PlanItem,
  rehearse,
  WorkingCalendar,
} from '@xushi/domain';
import { scenarioNames, scenarios } from '../src/scenarios/by-name.js';
import type { Scenario } from '../src/scenarios/scenario.js';

const YEAR = 2026;
const calendar = new WorkingCalendar(officialYears);

/** People and groups by their keys, as a rehearsal without a database wants them. */
function rosterOf({ people }: Scenario, committee: string): Membership[] {
  return people.flatMap(({ key, offices }) =>
    offices
      .filter((office) => office.committee === committee)
      .map(({ role, group, unit }) => ({
        accountId: key,
        role,
        groupId: group ?? null,
        unitId: unit ?? null,
        from: `${YEAR - 1}-01-01`,
        to: null,
      })),
  );
}

function planOf({ plans }: Scenario) {
  const [plan] = plans;
  if (plan === undefined) throw new Error('no plan');
  const items: PlanItem[] = plan.items(YEAR).map(({ responsible, leader, group, sourceText: _, ...item }) => ({
    ...item,
    id: item.title,
    responsibleAccountId: responsible,
    leaderAccountId: leader,
    groupId: group,
  }));
  return { ...plan, written: items };
}

describe.each(scenarioNames)('%s', (name) => {
  const scenario = scenarios[name];
  const plan = planOf(scenario);
  const roster = rosterOf(scenario, plan.committee);

  it('every item can stand in its plan, once, with people and groups that there are', () => {
    expect(plan.written.flatMap((item) => judgePlanItem(item, YEAR) ?? [])).toEqual([]);
    expect(new Set(plan.written.map(({ title }) => title)).size).toBe(plan.written.length);
    const [people, groups] = [roster.map(({ accountId }) => accountId), roster.map(({ groupId }) => groupId)];
    for (const { responsibleAccountId, leaderAccountId, groupId } of plan.written) {
      for (const key of [responsibleAccountId, leaderAccountId]) if (key !== null) expect(people).toContain(key);
      if (groupId !== null) expect(groups).toContain(groupId);
    }
  });

  it('rehearses: every item gets its dates and asks something of somebody', () => {
    const profile = defaultRuleProfile;
    const anchors = anchorDays(YEAR, plan.anchors?.(YEAR) ?? []);
    const published = Temporal.Instant.from(`${YEAR}-01-05T07:00:00Z`);
    const rehearsal = rehearse({ year: YEAR, items: plan.written }, roster, published, { calendar, profile, anchors });
    expect(rehearsal.waiting).toEqual([]);
    const dated = new Set(rehearsal.occurrences.map(({ itemId }) => itemId));
    const asked = new Set(rehearsal.duties.map(({ itemId }) => itemId));
    expect(plan.written.filter(({ id }) => !dated.has(id) || !asked.has(id))).toEqual([]);
  });

  it('nobody bears another person’s name or signs in with theirs', () => {
    const names = scenario.people.map((person) => person.name);
    const logins = scenario.people.flatMap((person) => person.loginName ?? []);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(logins).size).toBe(logins.length);
  });
});

it('the county has 171 members, as the source document counts them, in sectors; 21 departments; five leaders', () => {
  const offices = scenarios.county.people.flatMap(({ key, offices }) => offices.map((office) => ({ key, ...office })));
  const count = (role: string) =>
    new Set(offices.filter((one) => one.committee === 'county' && one.role === role).map(({ key }) => key)).size;
  expect({ members: count('member'), units: count('unit'), leaders: count('leader') }).toEqual({
    members: 171,
    units: 21,
    leaders: 5,
  });
});

describe('the 33 processes of docs/processes.md', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/processes.md'), 'utf8');
  const rows = text
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, number]) => /^\d+$/.test(number ?? ''))
    .map(([, number = '', name = '', held = '', why = '']) => ({ number: Number(number), name, held, why }));
  const titles = (name: string) => {
    const known = scenarioNames.find((one) => one === name);
    if (known === undefined) throw new Error(`There is no scenario ${name}.`);
    return planOf(scenarios[known]).written.map(({ title }) => title);
  };
  /** `township: 甲, 乙; county: 丙` */
  const citedIn = (held: string) =>
    held === ''
      ? []
      : held.split('; ').flatMap((part) => {
          const [scenario = '', list = ''] = part.split(': ');
          return list.split(', ').map((title) => ({ scenario, title }));
        });

  it('each is there, in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 33 }, (_, index) => index + 1));
  });

  it.each(rows.map((row) => [row.number, row.name, row] as const))(
    '%i %s is held by items that exist, or says why not',
    (_, __, row) => {
      const cited = citedIn(row.held);
      for (const { scenario, title } of cited) expect(titles(scenario)).toContain(title);
      if (cited.length === 0) expect(row.why).not.toBe('');
    },
  );

  it('no item of the three plans is left out', () => {
    const cited = new Set(
      rows.flatMap(({ held }) => citedIn(held)).map(({ scenario, title }) => `${scenario} ${title}`),
    );
    const beside = new Set(['全体委员会议', '常务委员会会议', '主席会议'].map((title) => `county ${title}`));
    const all = (['township', 'county', 'street'] as const).flatMap((name) =>
      titles(name).map((title) => `${name} ${title}`),
    );
    expect(all.filter((one) => !cited.has(one) && !beside.has(one))).toEqual([]);
  });
});
