import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { weekdayOf } from '../../lib/dates';
import { useDates } from '../../lib/use-dates';
import { kindOf, weeksOf } from '../../lib/year-days';
import { EntryLine } from './entry-line';
import styles from './schedule.module.css';
import { entryKey, isMovable, type MovableEntry, type ShownDays } from './shown-days';

const FITS = 4;

/** A month as a calendar: its working days, days off and worked weekends, and what each day holds. */
export function MonthGrid({ month, entries, days, today, onOpen, onMove }: ShownDays & { readonly month: string }) {
  const { t } = useTranslation();
  const dates = useDates();
  const [dragged, setDragged] = useState<MovableEntry | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const [unfolded, setUnfolded] = useState<string | null>(null);
  const special = new Map(days.map((day) => [day.on, day]));
  const onDay = Map.groupBy(entries, ({ on }) => on);
  const weekdays = t('workCalendar.weekdays', { returnObjects: true });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls inside its sheet, also by keyboard
    <div className={styles.scroll} tabIndex={0}>
      <table className={styles.grid} aria-label={dates.month(month)}>
        <thead>
          <tr>
            {Object.entries(weekdays).map(([key, name]) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find((on) => on !== null)}>
              {week.map((on, weekday) => {
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty cell is known by its weekday alone
                if (on === null) return <td key={`empty ${weekday}`} className={styles.outside} />;
                const day = special.get(on);
                const kind = day === undefined ? null : kindOf(day);
                const isOff = day === undefined ? weekdayOf(on) % 6 === 0 : !day.isWorked;
                const held = onDay.get(on) ?? [];
                const shown = unfolded === on ? held : held.slice(0, FITS);
                return (
                  <td
                    key={on}
                    aria-current={on === today ? 'date' : undefined}
                    className={[
                      isOff ? styles.off : '',
                      on === today ? styles.today : '',
                      target === on ? styles.target : '',
                    ].join(' ')}
                    onDragOver={(event) => {
                      if (dragged === null || dragged.on === on) return;
                      event.preventDefault();
                      setTarget(on);
                    }}
                    onDragLeave={() => setTarget(null)}
                    onDrop={() => {
                      if (dragged !== null) onMove?.(dragged, on);
                      setDragged(null);
                      setTarget(null);
                    }}
                  >
                    <div className={styles.dayHead}>
                      <span className={styles.dayNumber}>
                        <span className="visually-hidden">{dates.day(on)}</span>
                        <span aria-hidden="true">{Number(on.slice(8))}</span>
                      </span>
                      {day !== undefined && kind !== null && (
                        <span className={`${styles.mark} ${styles[`mark-${kind}`]}`}>
                          <b>{t(`workCalendar.marks.${kind}`)}</b> {day.name}
                        </span>
                      )}
                    </div>
                    {shown.map((entry) => (
                      <EntryLine
                        key={entryKey(entry)}
                        entry={entry}
                        onOpen={onOpen}
                        {...(onMove !== undefined && isMovable(entry) ? { onDragStart: () => setDragged(entry) } : {})}
                      />
                    ))}
                    {shown.length < held.length && (
                      <button type="button" className={`${styles.more} not-printed`} onClick={() => setUnfolded(on)}>
                        {t('schedule.more', { count: held.length - shown.length })}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
