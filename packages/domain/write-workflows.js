// Writes docs/workflows from the workflow definitions: `node packages/domain/write-workflows.js` after a build, and
// `--check` to be told which pages are stale instead. `npm run check` does the latter.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { definitions, pageOf } from './dist/index.js';

const FOLDER = new URL('../../docs/workflows/', import.meta.url);

/** What each is called; the words of docs/glossary.md. A definition without a title is refused. */
const TITLES = {
  'annual-plan': 'Annual plan 年度工作计划',
  'study-session': 'Study session 学习座谈',
  activity: 'Activity 活动',
  inspection: 'Inspection 视察、调研、考察',
  consultation: 'Consultation 协商议政',
  oversight: 'Democratic oversight 民主监督',
  solicitation: 'Solicitation 征集',
  duty: 'General duty 一般事项',
  'supervision-slip': 'Supervision slip 督办单',
  urging: 'Urging 催办',
  leave: 'Leave 请假',
  'hand-over': 'Hand-over 交接',
  'passed-down-item': 'Passed-down item 下达事项',
};

const INDEX = `# Workflows 流程

Every case the server runs, one page each: its diagram, who may do what, and who owes what until when. Written by
\`packages/domain/write-workflows.js\`; \`npm run check\` fails when a page is stale.
`;

/** The pages by file name. */
function pages() {
  const titled = Object.values(definitions).map((definition) => {
    const title = TITLES[definition.name];
    if (title === undefined) throw new Error(`Give ${definition.name} a title in packages/domain/write-workflows.js.`);
    return [`${definition.name}.md`, pageOf(definition, title), title];
  });
  const index = `${INDEX}\n${titled.map(([file, , title]) => `- [${title}](${file})`).join('\n')}\n`;
  return new Map([['README.md', index], ...titled]);
}

const wanted = pages();
const present = new Map();
mkdirSync(FOLDER, { recursive: true });
for (const file of readdirSync(FOLDER)) present.set(file, readFileSync(new URL(file, FOLDER), 'utf8'));
const files = new Set([...wanted.keys(), ...present.keys()]);
const stale = [...files].filter((file) => wanted.get(file) !== present.get(file));
if (process.argv.includes('--check')) {
  for (const file of stale) console.error(`docs/workflows/${file} is stale`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const file of stale) {
    if (wanted.has(file)) writeFileSync(new URL(file, FOLDER), wanted.get(file));
    else rmSync(new URL(file, FOLDER));
  }
}
