import { useTranslation } from 'react-i18next';
import type { DateMove } from '../lib/api';
import { useDates } from '../lib/use-dates';
import { useWords } from '../lib/use-words';
import { type Column, DataList } from './data-list';
import styles from './date-moves.module.css';
import { ShowMore, useFirstRows } from './first-rows';
import { Tag } from './tag';

// What is taken away or changed stands before what stays.
const order: readonly DateMove['change'][] = [
  'dropped',
  'moved',
  'replaced',
  'added',
  'retitled',
  'reassigned',
  'unconfirmed',
  'confirmed',
  'kept',
  'skipped',
];

/** Every date that a change moves, or on purpose leaves, each with its reason; by committee where there are several. */
export function DateMoves({ moves }: { moves: readonly DateMove[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const isManyCommittees = new Set(moves.map(({ committeeId }) => committeeId)).size > 1;
  const sorted = [...moves].sort(
    (a, b) =>
      (isManyCommittees ? (a.committeeName ?? '').localeCompare(b.committeeName ?? '', 'zh-CN') : 0) ||
      order.indexOf(a.change) - order.indexOf(b.change) ||
      (a.to ?? a.from ?? '').localeCompare(b.to ?? b.from ?? ''),
  );
  const { shown, hidden, showAll } = useFirstRows(sorted);
  const columns: Column<DateMove>[] = [
    {
      key: 'title',
      title: t('workCalendar.matter'),
      cell: ({ title, what }) => (
        <>
          {title}
          <div className={styles.what}>
            {'occurrenceKey' in what ? (
              words.period(what.occurrenceKey)
            ) : 'taskKind' in what ? (
              words.taskKind(what.taskKind)
            ) : (
              <OfficesNow {...what} />
            )}
          </div>
        </>
      ),
    },
    {
      key: 'change',
      title: t('workCalendar.change'),
      width: '9rem',
      onCard: 'top',
      cell: ({ change }) => (
        <Tag tone={change === 'kept' || change === 'skipped' ? 'plain' : 'accent'}>
          {t(`vocabulary.changes.${change}`)}
        </Tag>
      ),
    },
    {
      key: 'dates',
      title: t('workCalendar.dates'),
      width: '17rem',
      cell: (move) => <MovedDates move={move} />,
    },
    {
      key: 'why',
      title: t('workCalendar.why'),
      width: '15rem',
      cell: ({ why }) => (why === null ? null : words.keptWhy(why)),
    },
  ];
  return (
    <>
      <DataList
        label={t('workCalendar.moves', { count: moves.length })}
        rows={shown}
        columns={columns}
        rowKey={({ committeeId, title, what, change, from, to }) =>
          `${committeeId} ${title} ${JSON.stringify(what)} ${change} ${from} ${to}`
        }
        {...(isManyCommittees ? { groupOf: ({ committeeName }: DateMove) => committeeName ?? '' } : {})}
      />
      <ShowMore hidden={hidden} onShowAll={showAll} />
    </>
  );
}

type Offices = Extract<DateMove['what'], { readonly before: unknown }>['before'];

/** Who leads and who helps: what was named struck out, what is named now beside it. */
function OfficesNow({ before, after }: { before: Offices; after: Offices }) {
  const { t } = useTranslation();
  const rows = [
    ['leadOffice', before.leadOffice ?? '', after.leadOffice ?? ''],
    ['cooperating', before.cooperating.join(t('app.comma')), after.cooperating.join(t('app.comma'))],
  ] as const;
  return rows.map(
    ([field, was, now]) =>
      was !== now && (
        <div key={field}>
          {t(`annualPlan.${field}`)}
          {t('app.colon')}
          {was === '' ? '—' : <del>{was}</del>} → {now === '' ? '—' : now}
        </div>
      ),
  );
}

/** The old date struck out, the new one beside it. */
function MovedDates({ move: { change, from, to } }: { move: DateMove }) {
  const { t } = useTranslation();
  const dates = useDates();
  if (from === null) return to === null ? '—' : dates.day(to);
  // What stays shows the date it keeps; the one it would have had stands behind it.
  if (change === 'kept') {
    return (
      <>
        {dates.day(from)}
        {to !== null && to !== from && (
          <div className={styles.what}>{t('workCalendar.wouldBe', { date: dates.day(to) })}</div>
        )}
      </>
    );
  }
  if (to === null) return <del>{dates.day(from)}</del>;
  if (from === to) return dates.day(from);
  return (
    <>
      <del className={styles.date}>{dates.day(from)}</del> → <span className={styles.date}>{dates.day(to)}</span>
    </>
  );
}
