import type { ChangedDay } from '@xushi/domain';
import type { NamedDateMove } from '../../capabilities/work-calendar/index.js';

/** The days a notice changes, one a line, and below them the dates that move with it. */
export function showChange(
  year: number,
  {
    changedDays,
    moves,
  }: { readonly changedDays: readonly ChangedDay[]; readonly moves: readonly NamedDateMove[] | null },
): string {
  return [
    `${year}: ${changedDays.length} days change 个日子有变`,
    ...changedDays.map(dayLine),
    ...(moves === null ? [] : [`${moves.length} dates concerned 个日期受影响`, ...moves.map(moveLine)]),
  ].join('\n');
}

function dayLine({ on, isWorked, nameBefore, nameAfter }: ChangedDay): string {
  const name = [...new Set([nameBefore, nameAfter])].filter((one) => one !== null).join(' → ');
  return `  ${on}  ${isWorked ? 'off → worked 改为上班' : 'worked → off 改为放假'}  ${name}`.trimEnd();
}

function moveLine({ committeeName, title, what, change, from, to, why }: NamedDateMove): string {
  const which = 'occurrenceKey' in what ? what.occurrenceKey : 'taskKind' in what ? what.taskKind : '';
  const dates = from === to ? (from ?? '') : `${from ?? '–'} → ${to ?? '–'}`;
  return `  ${dates}  ${committeeName} ${title} (${which})  ${change}${why === null ? '' : `: ${why}`}`;
}
