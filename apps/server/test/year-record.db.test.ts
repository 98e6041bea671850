import { writeSheet } from '@xushi/documents';
import { type ConfirmedFindings, ConfirmFindings } from '../src/capabilities/year-record/confirm-findings.js';
import { ReadFindings } from '../src/capabilities/year-record/read-findings.js';
import { TakeRecordBack } from '../src/capabilities/year-record/take-record-back.js';
import { listFigures, listHeld } from '../src/capabilities/year-record/year-record.query.js';
import { Doors } from '../src/platform/database/doors.js';
import { newId } from '../src/platform/ids.js';
import { type LoadedScenario, loadScenario } from '../src/scenarios/load-scenario.js';
import { townshipScenario } from '../src/scenarios/township.js';
import { PASSWORD, startServer, type TestServer } from './support.js';

let server: TestServer;
let loaded: LoadedScenario;
beforeEach(async () => {
  server = await startServer();
  loaded = await loadScenario(server.app, townshipScenario, { password: PASSWORD, officeFrom: '2025-01-01' });
});
afterEach(() => server.close());

const actor = (key = 'clerk') => loaded.actor(key, server.clock.now());
const year = () => ({ committeeId: loaded.committeeId('township'), year: 2025 });
const records = () =>
  server.app.get(Doors).inTenant(loaded.tenants(), async (tx) => ({
    held: await listHeld(tx, year().committeeId, 2025),
    figures: await listFigures(tx, year().committeeId, 2025),
  }));
const source = { line: 1, text: '9月8日视察。收到提案83件。' };
const held = (changes: object = {}): ConfirmedFindings['held'][number] => ({
  id: newId(),
  title: '征迁现场视察',
  category: 'inspection',
  from: '2025-09-08',
  to: '2025-09-08',
  precision: 'day',
  place: null,
  people: 12,
  source,
  ...changes,
});
const figure = (changes: object = {}): ConfirmedFindings['figures'][number] => ({
  id: newId(),
  key: 'proposals-received',
  name: '收到提案',
  value: 83,
  unit: '件',
  bound: 'exact',
  source,
  ...changes,
});
const confirm = (changes: Partial<ConfirmedFindings> = {}, who = 'clerk') =>
  server.app.get(ConfirmFindings).run(actor(who), {
    ...year(),
    sourceName: '2025年工作报告.docx',
    held: [held()],
    figures: [figure()],
    ...changes,
  });
const rowsOf = async (table: string) => (await server.owner(`select from ${table}`)).length;

test('what was confirmed stands as a closed case and a figure, with its source and who confirmed it', async () => {
  expect(await confirm()).toEqual({ ok: true, value: null });
  expect(await records()).toMatchObject({
    held: [
      {
        title: '征迁现场视察',
        from: '2025-09-08',
        people: 12,
        source,
        sourceName: '2025年工作报告.docx',
        confirmedBy: '林晓雨',
      },
    ],
    figures: [{ key: 'proposals-received', value: 83, unit: '件', source }],
  });
  const cases = await server.owner(
    `select i.definition, i.state, i.is_final as "isFinal", i.facts ->> 'origin' as origin, e.event
     from workflow_instance i join workflow_event e on e.instance_id = i.id`,
  );
  expect(cases).toEqual([
    { definition: 'inspection', state: 'closed', isFinal: true, origin: 'backfilled', event: 'start' },
  ]);
});

test('nothing is owed, timed, reminded or said of what is past', async () => {
  await confirm({ held: [held(), held({ from: null, to: null, precision: 'unknown' })] });
  for (const table of ['task', 'timer', 'reminder', 'notice', 'message', 'delivery', 'occurrence']) {
    expect({ table, rows: await rowsOf(table) }).toEqual({ table, rows: 0 });
  }
});

test('a second click, and two at once, record nothing twice', async () => {
  const batch = { held: [held()], figures: [figure()] };
  const answers = await Promise.all([confirm(batch), confirm(batch)]);
  expect(answers.every((one) => one.ok)).toBe(true);
  expect(await confirm(batch)).toMatchObject({ ok: true });
  expect(await rowsOf('held_record')).toBe(1);
  expect(await rowsOf('year_figure')).toBe(1);
});

test.each<[string, () => Promise<unknown>, object]>([
  ['a known figure twice', () => confirm({ figures: [figure(), figure()] }), { reason: 'figure-known' }],
  ['an empty title', () => confirm({ held: [held({ title: ' ' })] }), { reason: 'title-missing', field: 'title' }],
  ['a day of another year', () => confirm({ held: [held({ from: '2024-09-08' })] }), { reason: 'held-outside-year' }],
  ['a year to come', () => confirm({ year: 2027 }), { reason: 'year-out-of-range' }],
  ['a figure below nothing', () => confirm({ figures: [figure({ value: -1 })] }), { reason: 'value-invalid' }],
])('%s is refused, and nothing of the batch is recorded', async (_name, attempt, refusal) => {
  expect(await attempt()).toMatchObject({ ok: false, ...refusal });
  expect(await records()).toEqual({ held: [], figures: [] });
});

test('a known figure is recorded once a year; taken back, it can be recorded anew', async () => {
  await confirm();
  expect(await confirm({ figures: [figure({ value: 84 })] })).toMatchObject({ reason: 'figure-known' });
  const before = await records();
  const takeBack = (recordId: string, who = 'clerk') =>
    server.app.get(TakeRecordBack).run(actor(who), { ...year(), recordId });
  expect(await takeBack(before.figures[0]!.id)).toBe(true);
  expect(await takeBack(before.figures[0]!.id)).toBe(false);
  expect(await takeBack(before.held[0]!.id)).toBe(true);
  expect(await takeBack(before.held[0]!.id)).toBe(false);
  expect(await records()).toEqual({ held: [], figures: [] });
  expect(await confirm({ figures: [figure({ value: 84 })] })).toMatchObject({ ok: true });
  expect((await records()).figures).toMatchObject([{ value: 84 }]);
  expect(await rowsOf('year_figure')).toBe(2);
});

test('another committee neither sees nor takes back', async () => {
  await confirm();
  const { figures, held: ofTownship } = await records();
  for (const { id } of [...figures, ...ofTownship]) {
    const committeeId = loaded.committeeId('sibling');
    const taken = server.app.get(TakeRecordBack).run(actor('sibling-clerk'), { committeeId, year: 2025, recordId: id });
    expect(await taken).toBe(false);
  }
  const seen = await server.app
    .get(Doors)
    .inTenant(new Map([[loaded.committeeId('sibling'), loaded.committeeId('county')]]), (tx) =>
      listFigures(tx, year().committeeId, 2025),
    );
  expect(seen).toEqual([]);
});

describe('reading writes nothing and refuses clearly', () => {
  const read = (from: { text: string } | { name: string; file: string }, of = 2025) =>
    server.app.get(ReadFindings).run(actor(), { ...year(), year: of, source: from });

  it('a pasted text', async () => {
    expect(await read({ text: '共收到提案83件。' })).toMatchObject({
      value: [{ key: 'proposals-received', value: 83 }],
    });
    expect(await rowsOf('year_figure')).toBe(0);
  });

  it('a ledger as a workbook', async () => {
    const bytes = await writeSheet({
      name: '台账',
      widths: [],
      rows: [
        ['日期', '活动名称', '地点', '参加人数'],
        ['3月18日', '供水工程视察', '水厂', '23'],
      ],
    });
    const file = Buffer.from(bytes).toString('base64');
    expect(await read({ name: '台账.xlsx', file })).toMatchObject({
      value: [
        { kind: 'held', title: '供水工程视察', from: '2025-03-18', place: '水厂', people: 23, source: { line: 2 } },
      ],
    });
  });

  it.each<[string, Parameters<typeof read>[0], number, string]>([
    ['nothing', { text: ' ' }, 2025, 'file-empty'],
    ['a PDF', { name: '报告.pdf', file: Buffer.from('%PDF-1.7').toString('base64') }, 2025, 'file-pdf'],
    ['a year to come', { text: '收到提案83件。' }, 2027, 'year-out-of-range'],
  ])('%s', async (_name, from, of, reason) => {
    expect(await read(from, of)).toMatchObject({ ok: false, reason });
  });
});
