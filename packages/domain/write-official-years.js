// Writes src/calendar/official-years.gen.ts from the dev dependency chinese-days, whose days were compared with a second
// source (src/calendar/official-years.test.ts). To add a year: raise chinese-days in the root package.json and LAST here,
// then `node packages/domain/write-official-years.js`. That the file is fresh is tested beside this script.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
export const FILE = new URL('./src/calendar/official-years.gen.ts', import.meta.url);

/** The library answers by weekday for years it knows nothing of, so the years that must have data are named. */
const FIRST = 2004;
const LAST = 2026;

/** The names of 全国年节及纪念日放假办法, where the library shortens them. */
const NAMES = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

/** Days the library misses, with the notice that says so. */
const MISSED = [
  // 国办发明电〔2005〕35号: Saturday 2005-12-31 is worked for 2006-01-02 and 03.
  { on: '2005-12-31', isOff: false, name: '元旦' },
];

/** The notices of FIRST … LAST, read from the library's days by date. */
export function officialYearsFrom({ holidays, workdays }) {
  const days = [...daysOf(holidays, true), ...daysOf(workdays, false), ...MISSED];
  days.sort((a, b) => (a.on < b.on ? -1 : 1));
  const years = [];
  for (let year = FIRST; year <= LAST; year++) {
    const own = days.filter((day) => noticeYear(day) === year);
    const off = ranges(own.filter((day) => day.isOff));
    if (off.length < 4) throw new Error(`The library has no notice for ${year}.`);
    const worked = own.filter((day) => !day.isOff).map(({ on, name }) => ({ on, name }));
    years.push({ year, off, worked });
  }
  const stray = days.find((day) => noticeYear(day) < FIRST || noticeYear(day) > LAST);
  if (stray !== undefined) throw new Error(`${stray.on} belongs to no year from ${FIRST} to ${LAST}.`);
  return years;
}

function daysOf(byDate, isOff) {
  return Object.entries(byDate).map(([on, labels]) => {
    const name = labels.split(',')[1];
    return { on, isOff, name: NAMES[name] ?? name };
  });
}

/** New Year's days in December stand in the notice of the year they lead into. */
function noticeYear({ on, name }) {
  const year = Number(on.slice(0, 4));
  return name === '元旦' && on.slice(5, 7) === '12' ? year + 1 : year;
}

function ranges(days) {
  const found = [];
  for (const { on, name } of days) {
    const last = found.at(-1);
    if (last?.name === name && dayAfter(last.to) === on) last.to = on;
    else found.push({ name, from: on, to: on });
  }
  return found;
}

const dayAfter = (iso) => Temporal.PlainDate.from(iso).add({ days: 1 }).toString();

export function moduleText(years, version) {
  return `// Written by packages/domain/write-official-years.js from chinese-days ${version}. Not to be edited.
import type { OfficialYear } from './official-year.js';

/**
 * The State Council's yearly notices, ${FIRST} to ${LAST}: days off, and weekend days worked in exchange. Ordinary weekends
 * are not listed. A year that is not here has no notice yet and is provisional.
 */
export const officialYears: readonly OfficialYear[] = [
${years.map(yearText).join('\n')}
];
`;
}

function yearText({ year, off, worked }) {
  const line = (entry) =>
    `      { ${Object.entries(entry)
      .map(([key, value]) => `${key}: '${value}'`)
      .join(', ')} },`;
  return [
    '  {',
    `    year: ${year},`,
    `    status: 'published',`,
    '    papers: [],',
    '    off: [',
    ...off.map(line),
    '    ],',
    '    worked: [',
    ...worked.map(line),
    '    ],',
    '  },',
  ].join('\n');
}

/** What the file must hold, from the library as it is installed. */
export function freshText() {
  const { version } = require('chinese-days/package.json');
  return moduleText(officialYearsFrom(require('chinese-days/dist/chinese-days.json')), version);
}

export const presentText = () => readFileSync(FILE, 'utf8');

if (process.argv[1] !== undefined && import.meta.url === `file://${process.argv[1]}`) writeFileSync(FILE, freshText());
