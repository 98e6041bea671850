import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { ShowMore, useFirstRows } from '../../components/first-rows';
import { Section } from '../../components/page';
import { Tag } from '../../components/tag';
import type { CalendarChange, DateMove } from '../../lib/api';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './calendar.module.css';

type ChangedDay = CalendarChange['changedDays'][number];

/** What a change of the calendar does, before it is done: the days themselves, then every date that follows them. */
export function ChangeView({ change }: { change: CalendarChange }) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('workCalendar.changedDays', { count: change.changedDays.length })}>
        <ChangedDays days={change.changedDays} />
      </Section>
      <Section
        title={t('workCalendar.moves', { count: change.moves.length })}
        note={change.moves.length > 0 ? t('workCalendar.movesText') : undefined}
        flush={change.moves.length > 0}
      >
        {change.moves.length === 0 ? <p>{t('workCalendar.noMoves')}</p> : <Moves moves={change.moves} />}
      </Section>
    </>
  );
}

export function ChangedDays({ days }: { days: readonly ChangedDay[] }) {
  const { t } = useTranslation();
  const dates = useDates();
  if (days.length === 0) return <p>{t('workCalendar.noChangedDays')}</p>;
  return (
    <ul className={styles.changes}>
      {days.map(({ on, isWorked, nameBefore, nameAfter }) => (
        <li key={on}>
          {dates.day(on)}{' '}
          {isWorked
            ? t('workCalendar.nowWorked', { name: nameAfter ?? nameBefore ?? t('workCalendar.dayOff') })
            : t('workCalendar.nowOff', { name: nameAfter ?? t('workCalendar.dayOff') })}
        </li>
      ))}
    </ul>
  );
}

/** Every date that moves, or would move and stays, with its reason; by committee where there are several. */
export function Moves({ moves }: { moves: readonly DateMove[] }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const { shown, hidden, showAll } = useFirstRows(moves);
  const columns: Column<DateMove>[] = [
    {
      key: 'title',
      title: t('workCalendar.matter'),
      cell: ({ title, what }) => (
        <>
          {title}
          <div className={styles.what}>
            {'occurrenceKey' in what ? words.period(what.occurrenceKey) : words.taskKind(what.taskKind)}
          </div>
        </>
      ),
    },
    {
      key: 'change',
      title: t('workCalendar.change'),
      width: '7rem',
      onCard: 'top',
      cell: ({ change }) => <Tag tone={change === 'moved' ? 'accent' : 'plain'}>{words.change(change)}</Tag>,
    },
    {
      key: 'dates',
      title: t('workCalendar.dates'),
      width: '17rem',
      cell: ({ from, to }) =>
        from === null || to === null || from === to
          ? dates.day(to ?? from ?? '')
          : t('workCalendar.fromTo', { from: dates.day(from), to: dates.day(to) }),
    },
    {
      key: 'why',
      title: t('workCalendar.why'),
      width: '15rem',
      cell: ({ why }) => (why === null ? null : words.keptWhy(why)),
    },
  ];
  const isManyCommittees = new Set(moves.map(({ committeeId }) => committeeId)).size > 1;
  return (
    <>
      <DataList
        label={t('workCalendar.moves', { count: moves.length })}
        rows={shown}
        columns={columns}
        rowKey={({ committeeId, title, what, from, to }) =>
          `${committeeId} ${title} ${JSON.stringify(what)} ${from} ${to}`
        }
        {...(isManyCommittees ? { groupOf: ({ committeeName }: DateMove) => committeeName } : {})}
      />
      <ShowMore hidden={hidden} onShowAll={showAll} />
    </>
  );
}
