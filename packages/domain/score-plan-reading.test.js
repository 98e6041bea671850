import { documentOfText, readCadence, readPlan } from '@xushi/domain';
import { plansIn, presentPage, scoreFolder, scorePage } from './score-plan-reading.js';

const reader = { documentOfText, readPlan, readCadence };

test('the committed score is today’s (else, after a build: node packages/domain/score-plan-reading.js --write)', () => {
  expect(presentPage()).toBe(scorePage(reader));
});

test('of the plans it was made with the reader keeps 97 in 100 items, and invents no more than 3', () => {
  const { total } = scoreFolder('./', reader);
  expect(plansIn('./').length).toBeGreaterThanOrEqual(12);
  expect(total.matched / total.expected).toBeGreaterThanOrEqual(0.97);
  expect(total.matched / total.read).toBeGreaterThanOrEqual(0.97);
});

test.each([...plansIn('./'), ...plansIn('./held-out/')].map((plan) => [plan.file, plan.text]))(
  '%s: every line with text is an item’s, or left out with a reason',
  (_file, text) => {
    const { items, skipped } = readPlan(documentOfText(text), { year: 2027 });
    const told = new Set([...items.map(({ source }) => source.line), ...skipped.map(({ line }) => line)]);
    // A line that only goes on with a sentence is told by the line before it.
    const isTold = (line, index) => line.trim() === '' || told.has(index + 1) || told.has(index);
    expect(text.split('\n').filter((line, index) => !isTold(line, index))).toEqual([]);
  },
);
