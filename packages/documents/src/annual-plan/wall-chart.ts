import { type Drawing, type Shape, scaled, widthOf } from '../drawing.js';
import { categoryColours } from './category-colours.js';
import type { PlanPaper } from './plan-paper.js';
import { drawMonth, heightOfEntries, type MonthPlan, monthsOf } from './wall-chart-month.js';
import { approvalWords, fullTitle, officialPunctuation, shortCategoryWords, standingMarks } from './words.js';

export type PaperSize = 'A3' | 'A4';

/** The chart is laid out on A3, in millimetres; on A4 it is the same chart, smaller. */
const A3 = { width: 420, height: 297 };
const EDGE = 10;
const GAP = 2;
const COLUMNS = 6;
const HEAD = 22;
/** A column in which seven days stand side by side with their marks. */
const NARROWEST = 54;
const INK = '#1b2426';
const SOFT = '#566164';
/** From the size of a wall chart's print down to the least that is read on A3 (1.8 mm, 5 pt). */
const LARGEST = 4.4;
const SMALLEST = 1.8;
const STEP = 0.1;

/**
 * The year on one sheet (挂图): twelve months with their holidays and worked weekends, each date with its category in
 * colour and word. The print is as large as the fullest months allow; what would not fit at the smallest size is counted
 * in its month, never left out in silence.
 */
export function drawWallChart(paper: PlanPaper, size: PaperSize): Drawing {
  const months = monthsOf(paper);
  const foot = footLines(paper);
  const room = A3.height - 2 * EDGE - HEAD - foot.length * 4.2 - GAP;
  const widths = widthsOf(months);
  const { print, heights } = fit(months, widths, room);
  const shapes: Shape[] = [...headOf(paper)];
  let y = EDGE + HEAD;
  for (const [row, height] of heights.entries()) {
    let x = EDGE;
    for (const [column, width] of widths.entries()) {
      const month = months[row * COLUMNS + column];
      if (month !== undefined) shapes.push(...drawMonth(month, { x, y, width, height }, print));
      x += width + GAP;
    }
    y += height + GAP;
  }
  for (const [index, text] of foot.entries()) {
    shapes.push(
      words(text, { x: EDGE, y: A3.height - EDGE - (foot.length - 1 - index) * 4.2, size: 2.7, colour: SOFT }),
    );
  }
  const drawing = { ...A3, shapes };
  return size === 'A3' ? drawing : scaled(drawing, Math.SQRT1_2);
}

/** Wide columns for full months: the quarters' ends stand below one another and hold most of a year. */
function widthsOf(months: readonly MonthPlan[]): number[] {
  const held = Array.from({ length: COLUMNS }, (_, column) =>
    Math.max(1, countEntries(months[column]), countEntries(months[column + COLUMNS])),
  );
  const shared = A3.width - 2 * EDGE - (COLUMNS - 1) * GAP - COLUMNS * NARROWEST;
  const all = held.reduce((sum, count) => sum + count, 0);
  return held.map((count) => NARROWEST + (shared * count) / all);
}

const countEntries = (month: MonthPlan | undefined) =>
  month?.dates.reduce((sum, { entries }) => sum + entries.length, 0) ?? 0;

/** The largest print at which both rows of months find room, and how high each row then is. */
function fit(months: readonly MonthPlan[], widths: readonly number[], room: number) {
  const rows = [months.slice(0, COLUMNS), months.slice(COLUMNS)];
  for (let step = 0; ; step++) {
    const print = LARGEST - step * STEP;
    const needed = rows.map((row) =>
      Math.max(...row.map((month, column) => heightOfEntries(month, widths[column] ?? NARROWEST, print))),
    );
    const [first = 0, second = 0] = needed;
    const spare = room - GAP - first - second;
    if (spare >= 0) return { print, heights: [first + spare / 2, second + spare / 2] };
    if (print - STEP < SMALLEST) {
      const share = (room - GAP) / (first + second);
      return { print, heights: [first * share, second * share] };
    }
  }
}

/** Title in the middle, the mark or the approval at the right, below them what the colours and marks mean. */
function headOf(paper: PlanPaper): Shape[] {
  const title = `${officialPunctuation(fullTitle(paper))}全年安排`;
  const mark = standingMarks[paper.standing];
  const approval = approvalWords(paper);
  const aside = mark === null ? (approval === null ? '' : officialPunctuation(approval)) : `（${mark}）`;
  const number = mark === null ? (paper.approval?.documentNumber ?? '') : '';
  const shapes: Shape[] = [
    words(title, { x: (A3.width - widthOf(title, 9)) / 2, y: EDGE + 8.5, size: 9, colour: INK, isBold: true }),
    words(aside, { x: A3.width - EDGE - widthOf(aside, 3.2), y: EDGE + 4, size: 3.2, colour: SOFT }),
    words(number, { x: A3.width - EDGE - widthOf(number, 3.2), y: EDGE + 8.5, size: 3.2, colour: SOFT }),
  ];
  const used = new Set(paper.items.map(({ category }) => category));
  let x = EDGE;
  const y = EDGE + 16.5;
  for (const category of used) {
    const word = shortCategoryWords[category];
    shapes.push(
      { kind: 'area', x, y: y - 2.7, width: 3.2, height: 3.2, fill: categoryColours[category], line: null },
      words(word, { x: x + 4, y, size: 3, colour: INK }),
    );
    x += 4 + widthOf(word, 3) + 4;
  }
  const legend = '日期为截止日，含当日；休 放假，班 调休上班';
  shapes.push(words(legend, { x: A3.width - EDGE - widthOf(legend, 3), y, size: 3, colour: SOFT }));
  return shapes.filter((shape) => shape.kind === 'area' || shape.text !== '');
}

/** What stands below the months: what waits for its day, and that the holidays are not settled. */
function footLines({ items, calendar, occurrences }: PlanPaper): string[] {
  const waiting = items.flatMap(({ title, waitsFor }) =>
    waitsFor === null ? [] : [`${title}（待${waitsFor}定日期）`],
  );
  const provisional = occurrences.some(({ reason }) => reason.provisional);
  return [
    ...(waiting.length === 0 ? [] : [`日期待定：${officialPunctuation(waiting.join('、'))}`]),
    ...(calendar.isProvisional ? ['当年放假安排尚未公布，休息日暂按周末和法定节假日标注，公布后以公布为准。'] : []),
    ...(provisional ? ['标“暂定”的日期可能变动。'] : []),
  ];
}

function words(
  text: string,
  { isBold = false, ...style }: { x: number; y: number; size: number; colour: string; isBold?: boolean },
): Shape {
  return { kind: 'words', text, isBold, ...style };
}
