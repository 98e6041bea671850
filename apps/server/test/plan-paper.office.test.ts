import { type DocumentOrder, type PlanPaper, writeDocument } from '@xushi/documents';
import { type OfficeFile, type PrintedPage, printByOffice, readPages } from '@xushi/testkit';
import { ReadPlanPaper } from '../src/capabilities/annual-plan/read-plan-paper.js';
import { ActOnCase } from '../src/capabilities/workflow/index.js';
import { Doors } from '../src/platform/database/doors.js';
import { scenarios } from '../src/scenarios/by-name.js';
import { draftPlan, loadScenario } from '../src/scenarios/load-scenario.js';
import { clerkOf } from '../src/scenarios/scenario.js';
import { PASSWORD, startServer, type TestServer } from './support.js';

const YEAR = 2026;
let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** A scenario's plan as drafted, and as a meeting approved it. */
async function papersOf(name: 'county' | 'township' | 'street'): Promise<{ draft: PlanPaper; approved: PlanPaper }> {
  const scenario = scenarios[name];
  const loaded = await loadScenario(server.app, scenario, { password: PASSWORD, officeFrom: '2025-01-01' });
  const [plan] = scenario.plans;
  if (plan === undefined) throw new Error('no plan');
  const clerk = clerkOf(scenario, plan.committee);
  const now = server.clock.now();
  const planId = await draftPlan(server.app, loaded, plan, { clerk, year: YEAR, now });
  const committeeId = loaded.committeeId(plan.committee);
  const read = async () => {
    const paper = await server.app
      .get(Doors)
      .inTenant(loaded.tenants(), (tx) => server.app.get(ReadPlanPaper).run(tx, committeeId, planId));
    if (paper === null) throw new Error('no paper');
    return paper;
  };
  const draft = await read();
  const [instance] = await server.owner<{ id: string; lock_version: number }>(
    'select i.id, i.lock_version from plan p join workflow_instance i on i.id = p.instance_id where p.id = $1',
    [planId],
  );
  const result = await server.app.get(ActOnCase).run(loaded.actor(clerk, now), {
    committeeId,
    instanceId: instance!.id,
    lockVersion: instance!.lock_version,
    event: 'record-approval',
    input: { meeting: '第十二次主席会议', approvedOn: '2026-01-04', documentNumber: '青政协〔2026〕3号' },
  });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return { draft, approved: await read() };
}

/** The text of a printed document without the spaces that fonts put between scripts. */
const textOf = (pages: readonly PrintedPage[]) =>
  pages
    .flatMap(({ lines }) => lines)
    .map(({ text }) => text)
    .join('')
    .replaceAll(' ', '');

describe.each(['county', 'township', 'street'] as const)('the plan of the %s, opened in LibreOffice', (name) => {
  it('says every item under its title and mark, and no code of ours', async () => {
    const { draft, approved } = await papersOf(name);
    const member = approved.people.find(({ isMember }) => isMember)!;
    const orders: [DocumentOrder, OfficeFile['kind']][] = [
      [{ document: 'key-points', paper: approved }, 'docx'],
      [{ document: 'task-breakdown', paper: draft }, 'docx'],
      [{ document: 'workbook', paper: approved }, 'xlsx'],
      [{ document: 'person-year', paper: approved, accountId: member.accountId }, 'docx'],
    ];
    const files = orders.map(async ([order, kind]): Promise<OfficeFile> => {
      return { kind, bytes: await writeDocument(order) };
    });
    const wallChart = await writeDocument({ document: 'wall-chart', paper: approved, size: 'A4' });
    const printed = [...(await printByOffice(await Promise.all(files))), wallChart];
    const pages = await Promise.all(printed.map(readPages));
    const [keyPoints = '', breakdown = '', workbook = '', personYear = '', chart = ''] = pages.map(textOf);
    expect(keyPoints).toContain(approved.title);
    expect(keyPoints).toContain('（2026年1月4日第十二次主席会议通过）');
    expect(breakdown).toContain('（草案）');
    expect(approved.items.length).toBeGreaterThan(10);
    for (const { title } of approved.items) {
      expect(keyPoints).toContain(asPrinted(title));
    }
    expect(personYear).toContain(member.name);
    expect(pages.at(-1)).toHaveLength(1);
    expect(chart).not.toContain('另有');
    for (const text of [keyPoints, breakdown, workbook, personYear, chart])
      expect(text).not.toMatch(/[a-z]{3,}|undefined|null|NaN/);
  }, 120_000);
});

const asPrinted = (title: string) => title.replaceAll('(', '（').replaceAll(')', '）').replaceAll(' ', '');
