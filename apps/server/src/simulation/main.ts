import { parseArgs } from 'node:util';
import { DATA_FOLDER } from '../data-folder.js';
import { openScratchDatabase } from './scratch-database.js';
import { simulate } from './simulate.js';

const HELP = `Lives a year of a small committee on a scratch database and prints one line.
  --from 2026-01-01   first day          --to 2026-12-31   last day
  --seed 1            chance             --json            the line as JSON
  --keep              keep the database and print its name: on the server of DATABASE_URL, or in the
                      data folder of npm start, which serves it while it runs
`;

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '2026-01-01' },
    to: { type: 'string', default: '2026-12-31' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
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
const from = dateOf('from');
const to = dateOf('to');
const seed = Number(values.seed);
if (Temporal.PlainDate.compare(from, to) > 0) refuse('--to lies before --from.');
if (!Number.isInteger(seed) || seed < 0) refuse(`--seed ${values.seed} is not a whole number from 0 up.`);
const database = await openScratchDatabase('simulation', values.keep ? DATA_FOLDER : null);
try {
  const line = await simulate({ databaseUrl: database.url, from, to, seed });
  process.stdout.write(values.json ? `${JSON.stringify(line)}\n` : `${JSON.stringify(line, null, 2)}\n`);
  if (values.keep) process.stderr.write(`Kept: ${database.name}\n`);
} finally {
  await database.end(values.keep);
}
