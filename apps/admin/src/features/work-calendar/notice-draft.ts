import type { CalendarYear } from '../../lib/api';
import { daysBetween, kindOf, stretchesOf } from '../../lib/year-days';

/** A holiday notice as a clerk copies it from the paper: holidays from–to, and the weekend days worked in exchange. */
export interface NoticeDraft {
  readonly holidays: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  readonly worked: readonly { readonly name: string; readonly on: string }[];
  readonly paper: string;
}

/** The notice in the shape of the public data set holiday-cn. */
export interface Notice {
  readonly year: number;
  readonly papers: readonly string[];
  readonly days: readonly { readonly name: string; readonly date: string; readonly isOffDay: boolean }[];
}

/** The notice of a year to begin with: what is known of it, be it only the statutory days. */
export function noticeDraftOf({ days, papers }: CalendarYear): NoticeDraft {
  const stretches = stretchesOf(days.filter(({ isClosing }) => !isClosing));
  return {
    holidays: stretches.flatMap(({ kind, name, from, to }) => (kind === 'off' ? [{ name, from, to }] : [])),
    worked: days.flatMap((day) => (kindOf(day) === 'worked' ? [{ name: day.name, on: day.on }] : [])),
    paper: papers[0] ?? '',
  };
}

/** The rows that cannot be sent: a holiday half filled in or ending before it begins. */
export const faultyHolidays = ({ holidays }: NoticeDraft): ReadonlySet<number> =>
  new Set(
    holidays.flatMap(({ name, from, to }, index) =>
      (from === '' && to === '') || (name.trim() !== '' && from !== '' && to !== '' && from <= to) ? [] : [index],
    ),
  );

/** The notice as it is sent; rows left empty are left out. */
export function noticeOf({ holidays, worked, paper }: NoticeDraft, year: number): Notice {
  const off = holidays
    .filter(({ from, to }) => from !== '' && to !== '')
    .flatMap(({ name, from, to }) =>
      daysBetween(from, to).map((date) => ({ name: name.trim(), date, isOffDay: true })),
    );
  const exchanged = worked
    .filter(({ on }) => on !== '')
    .map(({ name, on }) => ({ name: name.trim(), date: on, isOffDay: false }));
  return {
    year,
    papers: paper.trim() === '' ? [] : [paper.trim()],
    days: [...off, ...exchanged].sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

/** Pasted text as whatever it holds; text that is no JSON goes as text, and the server says what is wrong with it. */
export function pastedNotice(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
