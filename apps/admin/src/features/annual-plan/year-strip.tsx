import { useTranslation } from 'react-i18next';
import type { Occurrence } from '../../lib/api';
import { daysInMonth } from '../../lib/dates';
import { useDates } from '../../lib/use-dates';
import styles from './rehearsal.module.css';
import type { RehearsedReminder } from './rehearsed-reminders';

interface YearStripProps {
  readonly year: number;
  readonly reminders: readonly RehearsedReminder[];
  readonly occurrences: readonly Occurrence[];
  readonly month: string | undefined;
  onMonth(month: string | undefined): void;
}

const HEIGHT = 84;
const DAY = 4;

/** The year in twelve months: a bar for each day's reminders, a dot where something is due. A month can be picked. */
export function YearStrip({ year, reminders, occurrences, month, onMonth }: YearStripProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const noticesOn = countBy(reminders.map(({ on, tasks }) => [on, tasks]));
  const dueOn = countBy(occurrences.map((one) => [one.dueOn, 1]));
  const highest = Math.max(1, ...noticesOn.values());
  const monthsShown = monthsOf(year, [...noticesOn.keys(), ...dueOn.keys()]);
  return (
    <>
      <div className={styles.strip}>
        {monthsShown.map((one) => {
          const inMonth = (counts: ReadonlyMap<string, number>) =>
            [...counts].reduce((sum, [on, count]) => sum + (on.startsWith(one) ? count : 0), 0);
          const sent = inMonth(noticesOn);
          const due = inMonth(dueOn);
          return (
            <button
              key={one}
              type="button"
              className={styles.month}
              aria-pressed={month === one}
              onClick={() => onMonth(month === one ? undefined : one)}
            >
              <span className={styles.monthName}>{dates.month(one)}</span>
              <MonthBars month={one} noticesOn={noticesOn} dueOn={dueOn} highest={highest} />
              <span className={styles.monthCounts}>
                <span>{t('annualPlan.rehearsal.monthReminders', { count: sent })}</span>
                <span>{t('annualPlan.rehearsal.monthDue', { count: due })}</span>
              </span>
            </button>
          );
        })}
      </div>
      <p className={styles.legend}>{t('annualPlan.rehearsal.stripLegend')}</p>
    </>
  );
}

interface MonthBarsProps {
  readonly month: string;
  readonly noticesOn: ReadonlyMap<string, number>;
  readonly dueOn: ReadonlyMap<string, number>;
  readonly highest: number;
}

function MonthBars({ month, noticesOn, dueOn, highest }: MonthBarsProps) {
  const days = Array.from(
    { length: daysInMonth(month) },
    (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
  );
  return (
    <svg className={styles.bars} viewBox={`0 0 ${31 * DAY} ${HEIGHT + 12}`} aria-hidden="true">
      <line x1="0" x2={31 * DAY} y1={HEIGHT} y2={HEIGHT} className={styles.base} />
      {days.map((on, index) => {
        // The square root keeps a single reminder visible beside a day of sixty.
        const height = Math.sqrt((noticesOn.get(on) ?? 0) / highest) * (HEIGHT - 4);
        return (
          <g key={on}>
            {height > 0 && (
              <rect x={index * DAY + 0.5} width={DAY - 1} y={HEIGHT - height} height={height} className={styles.bar} />
            )}
            {dueOn.has(on) && <circle cx={index * DAY + DAY / 2} cy={HEIGHT + 6} r="3.4" className={styles.dueDot} />}
          </g>
        );
      })}
    </svg>
  );
}

function countBy(weights: readonly (readonly [on: string, weight: number])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [on, weight] of weights) counts.set(on, (counts.get(on) ?? 0) + weight);
  return counts;
}

/** The year's months, and any other month into which its reminders reach. */
function monthsOf(year: number, dates: readonly string[]): string[] {
  const months = new Set(Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`));
  for (const on of dates) months.add(on.slice(0, 7));
  return [...months].sort();
}
