import type { Finding, HeldFinding } from '../../lib/api';
import { byPassage, draftsOf, takenOf, withDays } from './finding-draft';

const source = { line: 3, text: '收到提案83件,立案81件。' };
const figure = (name: string, from = source): Finding => ({
  kind: 'figure',
  key: null,
  name,
  value: 1,
  unit: '件',
  bound: 'exact',
  source: from,
});
const held: HeldFinding = {
  kind: 'held',
  title: '视察',
  category: 'inspection',
  from: '2025-05-01',
  to: '2025-05-31',
  precision: 'month',
  place: null,
  people: null,
  source,
};

it('findings of one passage stand together', () => {
  const other = { line: 4, text: '视察3次。' };
  const passages = byPassage(draftsOf([figure('收到'), figure('视察', other), figure('立案')]));
  expect(passages.map(({ drafts }) => drafts.map(({ finding }) => 'name' in finding && finding.name))).toEqual([
    ['收到', '立案'],
    ['视察'],
  ]);
});

it('nothing is taken before it was ticked', () => {
  const drafts = draftsOf([figure('收到'), held]);
  expect(takenOf(drafts)).toEqual({ held: [], figures: [] });
  const { held: taken, figures } = takenOf(drafts.map((one) => ({ ...one, isTaken: true })));
  expect(taken).toMatchObject([{ title: '视察', precision: 'month' }]);
  expect(figures).toMatchObject([{ name: '收到' }]);
});

it.each([
  ['both days', { from: '2025-05-14', to: '2025-05-15' }, '2025-05-14', '2025-05-15', 'day'],
  ['no day', { from: '', to: '' }, null, null, 'unknown'],
  ['only the last day', { from: '', to: '2025-05-15' }, null, '2025-05-15', 'unknown'],
])('%s', (_name, changes, from, to, precision) => {
  expect(withDays(held, changes)).toMatchObject({ from, to, precision });
});
