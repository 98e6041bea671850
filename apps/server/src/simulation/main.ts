import { parseArgs } from 'node:util';
import { DATA_FOLDER } from '../data-folder.js';
import { type ScenarioName, scenarioNames } from '../scenarios/by-name.js';
import { hasOnlyZeros } from './reckon.js';
import { openScratchServer } from './scratch-database.js';
import { simulate } from './simulate.js';

const HELP = `Lives a year of a scenario's committee on a scratch database and prints one line of counts. Ends with 1 when
withoutOutcome, duplicates, missing or extra is not 0.
  --scenario small    ${scenarioNames.join(', ')}: the plans of the source documents in
                      full, each alone or all three as the demo
  --from 2026-01-01   first day          --to 2026-12-31   last day
  --seed 1            chance             --seeds 1         so many years with one seed after the other
  --every 1           people act on each so many-th working day
  --json              each line as JSON
  --keep              keep the database and print its name: on the server of DATABASE_URL, or in the
                      data folder of npm start, which serves it while it runs
`;

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function parseWords() {
  try {
    return parseArgs({
      options: {
        scenario: { type: 'string', default: 'small' },
        from: { type: 'string', default: '2026-01-01' },
        to: { type: 'string', default: '2026-12-31' },
        seed: { type: 'string', default: '1' },
        seeds: { type: 'string', default: '1' },
        every: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n${HELP}`);
  }
}

const values = parseWords();
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const dateOf = (name: 'from' | 'to') => {
  try {
    return Temporal.PlainDate.from(values[name]);
  } catch {
    return refuse(`--${name} ${values[name]} is not a date: write it as 2026-01-31.`);
  }
};
const numberOf = (name: 'seed' | 'seeds' | 'every', least: number) => {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= least) return number;
  return refuse(`--${name} ${values[name]} is not a whole number from ${least} up.`);
};
const scenario: ScenarioName =
  scenarioNames.find((name) => name === values.scenario) ??
  refuse(`--scenario ${values.scenario} is none of ${scenarioNames.join(', ')}.`);
const [from, to] = [dateOf('from'), dateOf('to')];
if (Temporal.PlainDate.compare(from, to) > 0) refuse('--to lies before --from.');
const [seed, seeds, everyWorkdays] = [numberOf('seed', 0), numberOf('seeds', 1), numberOf('every', 1)];

const server = await openScratchServer('simulation', values.keep ? DATA_FOLDER : null);
try {
  for (let year = 0; year < seeds; year++) {
    const database = await server.create();
    const line = await simulate({ databaseUrl: database.url, scenario, from, to, seed: seed + year, everyWorkdays });
    process.stdout.write(`${JSON.stringify(line, null, values.json ? undefined : 2)}\n`);
    if (!hasOnlyZeros(line)) {
      process.stderr.write(`Seed ${line.seed}: not everything came as it was rehearsed.\n`);
      process.exitCode = 1;
    }
    if (values.keep) process.stderr.write(`Kept: ${database.name}\n`);
    else await database.drop();
  }
} finally {
  await server.end();
}
