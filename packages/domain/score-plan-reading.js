// How well plans are read: `node packages/domain/score-plan-reading.js` after a build prints the table of
// docs/operations/plan-read-score.md; `--write` writes it there, `--faults` says what was read otherwise than expected.
// A test fails when the page is stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const PLANS = new URL('./src/annual-plan/reading/plans/', import.meta.url);
const PAGE = new URL('../../docs/operations/plan-read-score.md', import.meta.url);
const YEAR = 2027;
const OPEN = '待定';
const FIELDS = ['category', 'when', 'pieces', 'report', 'sites'];

/** The plans of a folder: their text, and what a person expects of it, written down before it was first read. */
export function plansIn(folder) {
  const home = new URL(folder, PLANS);
  return readdirSync(home)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => planOf(file, readFileSync(new URL(file, home), 'utf8')));
}

function planOf(file, page) {
  const title = /^# (.*)$/m.exec(page)?.[1];
  const text = /^~~~text\n([\s\S]*?)\n~~~$/m.exec(page)?.[1];
  if (title === undefined || text === undefined) throw new Error(`${file} has no title or no text.`);
  const rows = page
    .slice(page.lastIndexOf('~~~'))
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
  return { file, title, text, expected: rows.map((row) => expectationOf(file, row)) };
}

function expectationOf(file, row) {
  const [words, category, when, pieces, more, ...rest] = row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  if (when === undefined || rest.length > 0) throw new Error(`${file}: five columns are wanted: ${row}`);
  const list = (more ?? '').split(/[、，]/).filter((one) => one !== '');
  return {
    words,
    category,
    when,
    pieces: pieces ?? '',
    report: list.includes('报告'),
    sites: list.filter((one) => one !== '报告'),
  };
}

/**
 * Compares what was read of a plan with what was expected. An item answers an expectation when its title or its source
 * holds the expectation's words; each answers one.
 */
export function scorePlan(plan, { documentOfText, readPlan, readCadence }) {
  const left = [...readPlan(documentOfText(plan.text), { year: YEAR }).items];
  const read = left.length;
  const faults = [];
  const right = Object.fromEntries(FIELDS.map((field) => [field, 0]));
  let matched = 0;
  for (const expected of plan.expected) {
    const byTitle = left.findIndex(({ title }) => title.includes(expected.words));
    const at = byTitle >= 0 ? byTitle : left.findIndex(({ source }) => source.text.includes(expected.words));
    if (at < 0) {
      faults.push(`not read: ${expected.words}`);
      continue;
    }
    const [item] = left.splice(at, 1);
    matched += 1;
    for (const [field, got, wanted] of comparisons(item, expected, readCadence)) {
      if (got === wanted) right[field] += 1;
      else faults.push(`${expected.words}: ${field} ${got}, expected ${wanted}`);
    }
  }
  for (const item of left) faults.push(`read too much: ${item.title}`);
  return { file: plan.file, title: plan.title, expected: plan.expected.length, read, matched, right, faults };
}

function comparisons(item, expected, readCadence) {
  const target = item.target === null ? '' : `${item.target.count}${item.target.unit}/${item.target.per}`;
  const said = expected.when === OPEN ? { cadence: null, times: 1 } : readCadence(expected.when, { year: YEAR });
  if (said === null) throw new Error(`${expected.when} is not read.`);
  const when = (cadence, times) => (cadence === null ? OPEN : JSON.stringify({ cadence, times }));
  return [
    ['category', item.category, expected.category],
    ['when', when(item.cadence, item.times), when(said.cadence, said.times)],
    ['pieces', target, expected.pieces],
    ['report', item.reportWanted, expected.report],
    ['sites', item.sites.join('、'), expected.sites.join('、')],
  ];
}

/** All scores of a folder and their sum. */
export function scoreFolder(folder, reader) {
  const scores = plansIn(folder).map((plan) => scorePlan(plan, reader));
  return { scores, total: sumOf(scores) };
}

function sumOf(scores) {
  const sum = (of) => scores.reduce((total, score) => total + of(score), 0);
  return {
    title: `${scores.length} 份`,
    expected: sum((one) => one.expected),
    read: sum((one) => one.read),
    matched: sum((one) => one.matched),
    right: Object.fromEntries(FIELDS.map((field) => [field, sum((one) => one.right[field])])),
  };
}

const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

/** A table of scores; every rate with its numerator and denominator. */
export function tableOf({ scores, total }) {
  const row = ({ title, expected, read, matched, right }) =>
    `| ${[title, expected, read, matched, percent(matched, read), percent(matched, expected), ...FIELDS.map((field) => right[field])].join(' | ')} |`;
  return [
    '| plan | expected | read | answered | precision | recall | category | when | pieces | report | sites |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...scores.map(row),
    row(total),
  ].join('\n');
}

/** The page of docs/operations as it should be. */
export function scorePage(reader) {
  const page = readFileSync(PAGE, 'utf8');
  return ['plans', 'held-out'].reduce((text, name) => {
    const [from, to] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
    const [at, end] = [text.indexOf(from), text.indexOf(to)];
    if (at < 0 || end < 0) throw new Error(`The page lacks its marks for ${name}.`);
    const table = tableOf(scoreFolder(name === 'plans' ? './' : `./${name}/`, reader));
    return `${text.slice(0, at + from.length)}${table}\n${text.slice(end)}`;
  }, page);
}

export const presentPage = () => readFileSync(PAGE, 'utf8');

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const reader = await import('./dist/index.js');
  const folders = process.argv.includes('--held-out') ? ['./held-out/'] : ['./'];
  for (const folder of folders) {
    const scored = scoreFolder(folder, reader);
    console.log(tableOf(scored));
    if (!process.argv.includes('--faults')) continue;
    for (const { file, faults } of scored.scores) for (const fault of faults) console.log(`${file}: ${fault}`);
  }
  if (process.argv.includes('--write')) writeFileSync(PAGE, scorePage(reader));
}
