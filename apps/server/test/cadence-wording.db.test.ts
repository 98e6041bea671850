import { ReadWording } from '../src/capabilities/annual-plan/read-wording.js';
import { UnderstandCadence } from '../src/capabilities/annual-plan/understand-cadence.js';
import { Doors } from '../src/platform/database/doors.js';
import { draftPlan, type LoadedScenario, loadScenario } from '../src/scenarios/load-scenario.js';
import { townshipScenario } from '../src/scenarios/township.js';
import { PASSWORD, startServer, type TestServer } from './support.js';

let server: TestServer;
let loaded: LoadedScenario;
let plan: { committeeId: string; planId: string };

beforeAll(async () => {
  server = await startServer();
  loaded = await loadScenario(server.app, townshipScenario, { password: PASSWORD, officeFrom: '2025-01-01' });
  const [township] = townshipScenario.plans;
  const now = server.clock.now();
  const planId = await draftPlan(server.app, loaded, township!, { clerk: 'clerk', year: 2026, now });
  plan = { committeeId: loaded.committeeId('township'), planId };
  await server.owner(
    `insert into anchor (committee_id, year, key, name, on_date, is_provisional)
     values ($1, 2026, '新春茶话会', '新春茶话会', '2026-02-03', false)`,
    [plan.committeeId],
  );
});
afterAll(() => server.close());

/** What the clerk's form shows under words typed into it. */
const understood = (text: string) =>
  server.app.get(Doors).inTenant(loaded.tenants(), async (tx) => {
    const read = await server.app.get(ReadWording).run(tx, { ...plan, text });
    if (read?.reading == null) return null;
    const result = await server.app.get(UnderstandCadence).run(tx, { ...plan, ...read.reading });
    if (!result.ok) return result;
    const { words, runs, waitingFor } = result.value;
    return { ...words, due: runs.map(({ dueOn }) => dueOn), waitingFor };
  });

describe('words on time as a clerk types them', () => {
  it.each([
    ['每季度至少两次', 'at least twice a quarter', ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'], null],
    ['10月底前', 'by the end of October', ['2026-10-30'], null],
    // The committee's own event, by the name it was entered under, on Tuesday 3 February.
    ['新春茶话会前5日内', null, ['2026-02-02'], null],
    ['全会闭幕后30日内', 'within 30 days after the close of the plenary session', [], 'event:plenary-closes'],
  ])('%s', async (text, english, due, waitingFor) => {
    const found = await understood(text);
    expect(found).toMatchObject({ zh: text, due, waitingFor, ...(english === null ? {} : { en: english }) });
  });

  it('what means nothing, or more than one thing, is not guessed', async () => {
    expect(await understood('适时')).toBeNull();
  });

  it('another committee learns nothing of the plan', async () => {
    const sibling = { ...plan, committeeId: loaded.committeeId('sibling') };
    const found = await server.app
      .get(Doors)
      .inTenant(loaded.tenants(), (tx) => server.app.get(ReadWording).run(tx, { ...sibling, text: '每季度' }));
    expect(found).toBeNull();
  });
});
