import { definitions } from '../workflow/definitions/index.js';
import { heldWorkflow, judgeFigure, judgeHeld } from './judge-record.js';

const on = { year: 2025, today: '2026-01-05' };

it.each([
  ['a day of the year', '视察', '2025-09-08', '2025-09-08', on, null],
  ['a day nobody knows', '视察', null, null, on, null],
  ['no name', ' ', '2025-09-08', '2025-09-08', on, 'title-missing'],
  ['a last day before the first', '视察', '2025-09-08', '2025-09-07', on, 'window-reversed'],
  ['only one of the days', '视察', '2025-09-08', null, on, 'window-reversed'],
  ['another year', '视察', '2024-12-31', '2025-01-01', on, 'held-outside-year'],
  ['still to come', '视察', '2025-09-08', '2025-09-08', { year: 2025, today: '2025-09-07' }, 'date-in-future'],
])('%s', (_name, title, from, to, recorded, code) => {
  expect(judgeHeld({ title, from, to }, recorded)?.code ?? null).toBe(code);
});

it.each([
  ['收到提案', 83, null],
  ['', 83, 'name-missing'],
  ['收到提案', -1, 'value-invalid'],
  ['收到提案', Number.NaN, 'value-invalid'],
  ['收到提案', 1e12, 'value-invalid'],
])('%s %d', (name, value, code) => {
  expect(judgeFigure({ name, value })?.code ?? null).toBe(code);
});

it('every kind of thing held has a workflow that can be closed', () => {
  for (const workflow of Object.values(heldWorkflow)) {
    const definition = definitions[workflow];
    expect(definition.states.closed?.final).toBe(true);
  }
});
