import { stretchWords, weekdayOf } from '@xushi/domain';
import { brokenLines, type Shape, widthOf } from '../drawing.js';
import { categoryColours } from './category-colours.js';
import type { PaperItem, PaperOccurrence, PlanPaper } from './plan-paper.js';
import { officialPunctuation, shortCategoryWords } from './words.js';

/** What a month holds: its days, and its dates with what is due on them. */
export interface MonthPlan {
  /** 1 … 12 */
  readonly month: number;
  readonly days: readonly ChartDay[];
  readonly dates: readonly { readonly on: string; readonly entries: readonly Entry[] }[];
}

interface ChartDay {
  readonly day: number;
  /** 1 Monday … 7 Sunday */
  readonly weekday: number;
  readonly mark: 'off' | 'worked' | null;
  readonly isDue: boolean;
}

interface Entry {
  readonly item: PaperItem;
  readonly text: string;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const INK = '#1b2426';
const SOFT = '#566164';
const RULE = '#aab3b2';
const OFF = { fill: '#fbe3df', ink: '#a8261c' };
const WORKED = { fill: '#e1e9f2', ink: '#1c5698' };
const PAD = 1.2;
const NAME_HEIGHT = 6.5;
const CELL_HEIGHT = 3.7;
const LINE = 1.28;

/** The twelve months of a plan's year. Runs of one item due on one day stand once, with their number. */
export function monthsOf({ year, items, occurrences, calendar }: PlanPaper): MonthPlan[] {
  const itemById = new Map(items.map((item) => [item.id, item]));
  const marks = new Map(
    calendar.days.map(({ on, isWorked }) => [on, isWorked ? ('worked' as const) : ('off' as const)]),
  );
  const byDate = Map.groupBy(occurrences, ({ dueOn }) => dueOn);
  return Array.from({ length: 12 }, (_, index) => {
    const first = new Temporal.PlainDate(year, index + 1, 1);
    const days = Array.from({ length: first.daysInMonth }, (_day, offset) => first.add({ days: offset }));
    return {
      month: index + 1,
      days: days.map((date) => ({
        day: date.day,
        weekday: date.dayOfWeek,
        mark: marks.get(date.toString()) ?? null,
        isDue: byDate.has(date.toString()),
      })),
      dates: days.flatMap((date) => {
        const due = byDate.get(date.toString());
        return due === undefined ? [] : [{ on: date.toString(), entries: entriesOf(due, itemById) }];
      }),
    };
  });
}

function entriesOf(due: readonly PaperOccurrence[], itemById: ReadonlyMap<string, PaperItem>): Entry[] {
  return [...Map.groupBy(due, ({ itemId }) => itemId)].flatMap(([itemId, runs]) => {
    const item = itemById.get(itemId);
    const [first] = runs;
    if (item === undefined || first === undefined) return [];
    const stretch = stretchWords(first.key.split('#')[0] ?? first.key);
    const notes = [
      ...(stretch === null ? [] : [stretch]),
      ...(runs.length > 1 ? [`${runs.length}次`] : []),
      ...(runs.some(({ reason }) => reason.provisional) ? ['暂定'] : []),
    ];
    const text = officialPunctuation(item.title.trim()) + (notes.length === 0 ? '' : `（${notes.join('，')}）`);
    return [{ item, text }];
  });
}

const chipWidth = (print: number) => widthOf('会议', print * 0.86) + print * 0.5;
const textWidth = (width: number, print: number) => width - 2 * PAD - chipWidth(print) - print * 0.35;
const calendarHeight = (month: MonthPlan) => NAME_HEIGHT + CELL_HEIGHT * (1 + weeksOf(month));
const weeksOf = ({ days }: MonthPlan) => Math.ceil(((days[0]?.weekday ?? 1) - 1 + days.length) / 7);

/** How high a month must be for all it holds, in print of a size. Its calendar is reckoned with six weeks. */
export function heightOfEntries(month: MonthPlan, width: number, print: number): number {
  const lines = month.dates.flatMap(({ entries }) => entries.map((entry) => linesOf(entry, width, print).length));
  const heads = month.dates.length * print * (LINE + 0.15);
  return calendarHeight(month) + PAD * 2 + heads + lines.reduce((sum, count) => sum + count, 0) * print * LINE;
}

const linesOf = ({ text }: Entry, width: number, print: number) => brokenLines(text, print, textWidth(width, print));

/** A month in its box: name, days, then the dates in order. What finds no room is counted in the last line. */
export function drawMonth(month: MonthPlan, box: Box, print: number): Shape[] {
  const shapes: Shape[] = [
    area(box, { fill: '#ffffff', line: RULE }),
    area({ ...box, height: NAME_HEIGHT - 0.6 }, { fill: '#0e5a60', line: null }),
    words(`${month.month}月`, { x: box.x + PAD, y: box.y + 4.4, size: 4, colour: '#ffffff', isBold: true }),
    ...drawDays(month, box),
  ];
  const bottom = box.y + box.height - PAD;
  let y = box.y + calendarHeight(month) + PAD;
  let left = month.dates.reduce((sum, { entries }) => sum + entries.length, 0);
  for (const { on, entries } of month.dates) {
    for (const [index, entry] of entries.entries()) {
      const lines = linesOf(entry, box.width, print);
      const head = index === 0 ? print * (LINE + 0.15) : 0;
      const reserve = left > 1 ? print * LINE : 0;
      if (y + head + lines.length * print * LINE + reserve > bottom + 0.01 && !fitsAll(month, box, print)) {
        shapes.push(words(`另有${left}项，见全年日程`, { x: box.x + PAD, y: y + print, size: print, colour: OFF.ink }));
        return shapes;
      }
      if (index === 0) shapes.push(dateHead(on, { x: box.x + PAD, y: y + print * 1.1, size: print }));
      shapes.push(...drawEntry(entry, lines, { x: box.x + PAD, y: y + head, print }));
      y += head + lines.length * print * LINE;
      left -= 1;
    }
  }
  return shapes;
}

const fitsAll = (month: MonthPlan, box: Box, print: number) =>
  heightOfEntries(month, box.width, print) <= box.height + 0.01;

function dateHead(on: string, place: { x: number; y: number; size: number }): Shape {
  return words(`${Number(on.slice(8))}日 ${weekdayOf(on)}`, { ...place, colour: '#0e5a60', isBold: true });
}

function drawEntry({ item }: Entry, lines: readonly string[], at: { x: number; y: number; print: number }): Shape[] {
  const { print } = at;
  const chip = chipWidth(print);
  const chipBox = { x: at.x, y: at.y + print * 0.12, width: chip, height: print * 1.08 };
  return [
    area(chipBox, { fill: categoryColours[item.category], line: null }),
    words(shortCategoryWords[item.category], {
      x: at.x + print * 0.25,
      y: at.y + print * 0.96,
      size: print * 0.86,
      colour: '#ffffff',
    }),
    ...lines.map((line, index) =>
      words(line, {
        x: at.x + chip + print * 0.35,
        y: at.y + print * (1 + index * LINE),
        size: print,
        colour: INK,
      }),
    ),
  ];
}

/** The month's days by weeks from Monday: days off and worked weekends with their word, days with a date in bold. */
function drawDays({ days }: MonthPlan, box: Box): Shape[] {
  const cell = (box.width - 2 * PAD) / 7;
  const top = box.y + NAME_HEIGHT;
  const size = 2.6;
  const heads = [...'一二三四五六日'].map((name, index) =>
    words(name, { x: box.x + PAD + index * cell + (cell - size) / 2, y: top + size, size, colour: SOFT }),
  );
  let week = 0;
  const shapes = days.flatMap(({ day, weekday, mark, isDue }) => {
    if (weekday === 1 && day > 1) week += 1;
    const x = box.x + PAD + (weekday - 1) * cell;
    const y = top + CELL_HEIGHT * (week + 1);
    const isOff = mark === 'off' || (mark === null && weekday > 5);
    const colour = isOff ? OFF.ink : INK;
    const style = mark === 'off' ? OFF : mark === 'worked' ? WORKED : null;
    return [
      ...(style === null
        ? []
        : [
            area(
              { x: x + 0.2, y: y + 0.15, width: cell - 0.4, height: CELL_HEIGHT - 0.3 },
              { fill: style.fill, line: null },
            ),
            words(mark === 'off' ? '休' : '班', {
              x: x + cell - 2.6,
              y: y + size + 0.1,
              size: 2,
              colour: style.ink,
            }),
          ]),
      words(String(day), { x: x + 1.2, y: y + size + 0.2, size, colour, isBold: isDue }),
      ...(isDue
        ? [
            area(
              { x: x + 1.2, y: y + CELL_HEIGHT - 0.55, width: widthOf(String(day), size), height: 0.35 },
              { fill: '#0e5a60', line: null },
            ),
          ]
        : []),
    ];
  });
  return [...heads, ...shapes];
}

function area({ x, y, width, height }: Box, style: { fill: string | null; line: string | null }): Shape {
  return { kind: 'area', x, y, width, height, ...style };
}

function words(
  text: string,
  { isBold = false, ...style }: { x: number; y: number; size: number; colour: string; isBold?: boolean },
): Shape {
  return { kind: 'words', text, isBold, ...style };
}
