import { scenarios } from '../../src/scenarios/by-name.js';
import { ask, liveYear, ZEROS } from './live-year.js';

it.each([
  // Seeds in whose years all of this happens by chance.
  // In the county people act on each fourth working day, and then as much as on four.
  {
    scenario: 'township',
    seed: 1,
    everyWorkdays: 1,
    occurrences: 21,
    changes: ['added', 'dropped', 'kept', 'moved', 'replaced'],
  },
  { scenario: 'street', seed: 4, everyWorkdays: 1, occurrences: 46, changes: ['dropped', 'kept', 'replaced'] },
  // With the key points its townships took into plans of their own.
  { scenario: 'county', seed: 1, everyWorkdays: 4, occurrences: 150, changes: ['added', 'kept', 'moved'] },
] as const)(
  'a year of the whole plan of the $scenario: everything planned has an outcome, rehearsal = what happened',
  async ({ scenario, seed, everyWorkdays, occurrences, changes }) => {
    const { line, database } = await liveYear(seed, { scenario, everyWorkdays });
    const done = await ask(
      database.url,
      `select i.definition as workflow, count(*)::int as tasks from workflow_instance i
       join task t on t.committee_id = i.committee_id and t.instance_id = i.id
       where t.status = 'done' and i.occurrence_id is not null group by i.definition`,
    );
    const amended = await ask(
      database.url,
      `select distinct c ->> 'change' as change from plan_revision r, jsonb_array_elements(r.changes) c
       where r.reason not in ('calendar-changed', 'anchor-moved')`,
    );
    await database.drop();
    const { withoutOutcome, sent } = line.reminders;
    expect({ withoutOutcome, duplicates: line.duplicates, ...line.rehearsal }).toEqual(ZEROS);
    expect(line.occurrences).toBeGreaterThanOrEqual(occurrences);
    // People came while it was under way.
    expect(line.changes.joined).toBeGreaterThan(0);
    // Its plan was amended, and what was closed or acted on stayed.
    expect(amended.map(({ change }) => change)).toEqual(expect.arrayContaining(changes));
    // Something was done in each kind of workflow the plan has.
    const planned = scenarios[scenario].plans.flatMap((plan) => plan.items(2026).map(({ workflow }) => workflow));
    expect(done.map(({ workflow }) => workflow).sort()).toEqual([...new Set(planned)].sort());
    expect(sent).toBeGreaterThan(100);
  },
  180_000,
);
