import { parseArgs } from 'node:util';
import { afterBulk } from './after-bulk.js';
import { BenchServer } from './bench-server.js';
import { board } from './board.js';
import { deliver } from './deliver.js';
import { fanOut } from './fan-out.js';
import type { Figure } from './figure.js';
import { firstLoad } from './first-load.js';
import { future } from './future.js';
import { lateness } from './lateness.js';
import { planYear } from './plan-year.js';
import { processCosts } from './process-costs.js';
import { publishPlan } from './published-plan.js';

const MEMBERS = 2_000;

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } });

const bench = await BenchServer.open();
let published: Promise<string> | null = null;
const plan = () => {
  published ??= publishPlan(bench, MEMBERS);
  return published;
};
/** Figures that come out of one measurement stand together. */
const measurements: { ids: readonly string[]; run: () => Promise<Figure[]> }[] = [
  { ids: ['fan-out'], run: async () => fanOut(bench, await plan()) },
  { ids: ['after-bulk'], run: async () => afterBulk(bench, await plan()) },
  { ids: ['future'], run: async () => future(bench, await plan()) },
  { ids: ['deliver'], run: async () => deliver(bench, await plan()) },
  { ids: ['lateness', 'idle-queries'], run: () => lateness(bench) },
  { ids: ['rehearse', 'publish'], run: () => planYear(bench) },
  {
    ids: ['board-exact-10', 'board-10', 'board-exact-100', 'board-100'],
    run: async () => board(bench, await plan()),
  },
  { ids: ['first-load-sign-in', 'first-load-board'], run: () => firstLoad() },
  { ids: ['start', 'memory'], run: () => processCosts(bench) },
];
try {
  const wanted = measurements.filter(({ ids }) => values.only === undefined || ids.includes(values.only));
  if (wanted.length === 0) {
    process.stderr.write(`There is no figure ${values.only}: ${measurements.flatMap(({ ids }) => ids).join(', ')}.\n`);
    process.exitCode = 2;
  } else {
    const figures: Figure[] = [];
    for (const { ids, run } of wanted) {
      process.stderr.write(`${ids.join(', ')} …\n`);
      figures.push(...(await run()));
    }
    const asked = figures.filter(({ id }) => values.only === undefined || id === values.only).map(rounded);
    if (values.json) process.stdout.write(`${JSON.stringify({ figures: asked })}\n`);
    else for (const figure of asked) process.stdout.write(`${lineOf(figure)}\n`);
  }
} finally {
  await bench.close();
}

function rounded(figure: Figure): Figure {
  const to = (value: number | null, digits: number) => (value === null ? null : Number(value.toFixed(digits)));
  return {
    ...figure,
    value: Number(figure.value.toFixed(2)),
    against: to(figure.against, 2),
    ratio: to(figure.ratio, 3),
  };
}

function lineOf({ id, value, unit, against, ratio }: Figure): string {
  const compared = against === null ? '' : `  against ${against}  ratio ${ratio}`;
  return `${id.padEnd(14)}${String(value).padStart(12)} ${unit}${compared}`;
}
