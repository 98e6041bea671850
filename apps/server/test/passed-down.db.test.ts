import type { Actor } from '../src/capabilities/account/index.js';
import { CreatePlan, EditPlanItem } from '../src/capabilities/annual-plan/index.js';
import { PassDownItem } from '../src/capabilities/annual-plan/pass-down-item.js';
import { listPassedDown } from '../src/capabilities/annual-plan/passed-down.query.js';
import { ActOnCase } from '../src/capabilities/workflow/index.js';
import { Doors } from '../src/platform/database/doors.js';
import { draftPlan, type LoadedScenario, loadScenario } from '../src/scenarios/load-scenario.js';
import { publishScenarioPlan } from '../src/scenarios/publish-scenario-plan.js';
import { plainItem } from '../src/scenarios/scenario.js';
import { townshipScenario } from '../src/scenarios/township.js';
import { PASSWORD, startServer, type TestServer } from './support.js';

/** The county has a clerk of its own here. */
const scenario = {
  ...townshipScenario,
  people: [
    ...townshipScenario.people,
    {
      key: 'county-clerk',
      name: '温如初',
      loginName: 'xianganshi',
      offices: [{ committee: 'county', role: 'staff' as const, title: null }],
    },
  ],
};

let server: TestServer;
let loaded: LoadedScenario;
let county: { planId: string; itemId: string };
beforeEach(async () => {
  server = await startServer();
  loaded = await loadScenario(server.app, scenario, { password: PASSWORD, officeFrom: '2025-01-01' });
  const now = server.clock.now();
  const clerk = loaded.actor('county-clerk', now);
  const committeeId = loaded.committeeId('county');
  const plan = await server.app.get(CreatePlan).run(clerk, { committeeId, year: 2026, title: '县政协2026年工作要点' });
  if (!plan.ok) throw new Error(JSON.stringify(plan));
  const { responsible: _r, leader: _l, group: _g, ...item } = plainItem;
  await server.app.get(EditPlanItem).save(
    clerk,
    { committeeId, planId: plan.value, lockVersion: 1, itemId: null },
    {
      ...item,
      title: '联系界别群众活动',
      leadOffice: '县政协联络委',
      cooperating: ['县工商联'],
      category: 'liaison',
      workflow: 'activity',
      cadence: { kind: 'each', unit: 'quarter' },
      responsibleAccountId: null,
      leaderAccountId: null,
      groupId: null,
    },
  );
  const [row] = await server.owner<{ id: string }>('select id from plan_item');
  county = { planId: plan.value, itemId: row!.id };
});
afterEach(() => server.close());

const actor = (key: string): Actor => loaded.actor(key, server.clock.now());
const passDown = (committees: string[], who = 'county-clerk') =>
  server.app.get(PassDownItem).run(actor(who), {
    committeeId: loaded.committeeId('county'),
    ...county,
    committeeIds: committees.map((key) => loaded.committeeId(key)),
  });
const fromAbove = () =>
  server.app
    .get(Doors)
    .inTenant(loaded.tenants(), (tx) =>
      listPassedDown(
        tx,
        { sourceCommitteeId: loaded.committeeId('county'), planId: county.planId },
        Temporal.PlainDate.from('2026-01-05'),
      ),
    );
async function answerOffer(event: string, input: Record<string, string> = {}) {
  const committeeId = loaded.committeeId('township');
  const [offer] = await server.owner<{ id: string; lock_version: number }>(
    `select i.id, i.lock_version from workflow_instance i where i.definition = 'passed-down-item' and i.committee_id = $1`,
    [committeeId],
  );
  return server.app.get(ActOnCase).run(actor('clerk'), {
    committeeId,
    instanceId: offer!.id,
    lockVersion: offer!.lock_version,
    event,
    input,
  });
}
const draftTownshipPlan = () => {
  const [plan] = townshipScenario.plans;
  return draftPlan(server.app, loaded, plan!, { clerk: 'clerk', year: 2026, now: server.clock.now() });
};

test('a key point is offered, accepted into the township’s draft, and its completion is seen from above without a form', async () => {
  expect(await passDown(['township', 'sibling'])).toEqual({ ok: true, value: null });
  expect((await fromAbove()).map(({ committeeName, state }) => `${committeeName} ${state}`)).toEqual([
    '松坪镇政协工委 offered',
    '云岭乡政协工委 offered',
  ]);
  const planId = await draftTownshipPlan();
  expect(await answerOffer('accept')).toMatchObject({ ok: true, value: { state: 'accepted' } });
  const [taken] = await server.owner<{ title: string; position: number }>(
    'select title, position, lead_office, cooperating from plan_item where plan_id = $1 order by position desc',
    [planId],
  );
  expect(taken).toEqual({ title: '联系界别群众活动', position: 4, lead_office: null, cooperating: [] });
  await publishScenarioPlan(server.app, loaded, { committee: 'township', planId, now: server.clock.now() });
  const [run] = await server.owner<{ id: string; lock_version: number }>(
    `select i.id, i.lock_version from workflow_instance i join occurrence o on o.id = i.occurrence_id
     where i.title = '联系界别群众活动' and o.key = '2026-Q1'`,
  );
  await server.app.get(ActOnCase).run(actor('clerk'), {
    committeeId: loaded.committeeId('township'),
    instanceId: run!.id,
    lockVersion: run!.lock_version,
    event: 'record',
    input: { doneOn: '2026-01-05' },
  });
  const seen = (await fromAbove()).find(({ committeeName }) => committeeName === '云岭乡政协工委');
  expect(seen).toMatchObject({ state: 'accepted', occurrences: 4, done: 1, overdue: 0 });
});

test.each([
  ['without a plan of the year', async () => {}],
  [
    'while its plan waits for approval',
    async () => {
      await draftTownshipPlan();
      await server.owner(
        "update workflow_instance set state = 'submitted' where id in (select instance_id from plan) and committee_id = $1",
        [loaded.committeeId('township')],
      );
    },
  ],
])('a township cannot accept %s; declining needs a reason and no plan', async (_name, prepare) => {
  await prepare();
  await passDown(['township']);
  expect(await answerOffer('accept')).toMatchObject({ ok: false, reason: 'plan-not-open' });
  expect(await answerOffer('decline')).toMatchObject({ ok: false, reason: 'field-missing', field: 'reason' });
  expect(await answerOffer('decline', { reason: '本乡无该界别委员' })).toMatchObject({ ok: true });
  expect(await fromAbove()).toMatchObject([{ state: 'declined', reason: '本乡无该界别委员', itemId: null }]);
  // Declined, it may be offered again.
  expect(await passDown(['township'])).toMatchObject({ ok: true });
});

test('adapted, it says what differs', async () => {
  await passDown(['township']);
  await draftTownshipPlan();
  expect(await answerOffer('adapt', { differences: '每半年一次' })).toMatchObject({ ok: true });
  expect(await fromAbove()).toMatchObject([{ state: 'adapted', reason: '每半年一次' }]);
});

test('an item that was passed down can still be taken out of the plan', async () => {
  await passDown(['township']);
  const removed = await server.app
    .get(EditPlanItem)
    .remove(
      actor('county-clerk'),
      { committeeId: loaded.committeeId('county'), planId: county.planId, lockVersion: 2 },
      county.itemId,
    );
  expect(removed).toEqual({ ok: true, value: null });
  expect(await fromAbove()).toMatchObject([{ state: 'offered', title: '联系界别群众活动' }]);
});

test.each<[string, string[], string]>([
  ['nobody', [], 'townships-missing'],
  ['itself', ['county'], 'not-below'],
])('passing down to %s is refused', async (_name, committees, reason) => {
  expect(await passDown(committees)).toMatchObject({ ok: false, reason, field: 'committeeIds' });
});

test('the same item is not offered twice, not even by two clerks at once', async () => {
  const answers = await Promise.all([passDown(['township', 'sibling']), passDown(['township'])]);
  expect(answers.filter((one) => one.ok)).toHaveLength(1);
  expect(answers.find((one) => !one.ok)).toMatchObject({ reason: 'passed-down-already' });
});
