import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { EmptyState } from '../../components/empty-state';
import { ShowMore, useFirstRows } from '../../components/first-rows';
import type { Rehearsal } from '../../lib/api';
import { addDays } from '../../lib/dates';
import { useDates } from '../../lib/use-dates';
import { useIsNarrow } from '../../lib/use-media-query';
import styles from './rehearsal.module.css';

type RehearsedPerson = Rehearsal['people'][number];
type Week = RehearsedPerson['weeks'][number];

/** A county has three hundred members: the heaviest are drawn, the others when they are asked for. */
const FIRST_PEOPLE = 30;

/** What each person would owe and get, week by week, the heaviest first. */
export function RehearsedPeople({ people }: { people: Rehearsal['people'] }) {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const heaviest = [...people].sort((a, b) => b.notices - a.notices || b.tasks - a.tasks);
  const { shown, hidden, showAll } = useFirstRows(heaviest, FIRST_PEOPLE);
  if (people.length === 0) {
    return <EmptyState title={t('annualPlan.rehearsal.noPeople')} text={t('annualPlan.rehearsal.noPeopleText')} />;
  }
  return (
    <>
      {isNarrow ? <PeopleList people={shown} /> : <HeatStrip people={shown} />}
      <ShowMore hidden={hidden} onShowAll={showAll} />
    </>
  );
}

/** Weeks from left to right, people from top to bottom; a number is what falls due, a dot a week of reminders only. */
function HeatStrip({ people }: { people: readonly RehearsedPerson[] }) {
  const { t } = useTranslation();
  const dates = useDates();
  const weeks = weeksOf(people);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls inside its sheet, also by keyboard */}
      <div className={styles.heatScroll} tabIndex={0}>
        <table className={styles.heat}>
          <caption className="visually-hidden">{t('annualPlan.rehearsal.byPerson')}</caption>
          <thead>
            <tr>
              <td />
              {monthsOf(weeks).map(({ month, count }) => (
                <th key={month} scope="colgroup" colSpan={count} className={styles.heatMonth}>
                  {count > 2 ? dates.month(month) : <span className="visually-hidden">{dates.month(month)}</span>}
                </th>
              ))}
              <th scope="col">{t('annualPlan.rehearsal.tasks')}</th>
              <th scope="col">{t('annualPlan.rehearsal.days')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ accountId, name, weeks: own, tasks, messages }) => {
              const byWeek = new Map(own.map((week) => [week.week, week]));
              return (
                <tr key={accountId}>
                  <th scope="row">{name}</th>
                  {weeks.map((week) => (
                    <HeatCell key={week} week={byWeek.get(week)} />
                  ))}
                  <td className={styles.heatTotal}>{tasks}</td>
                  <td className={styles.heatTotal}>{messages}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={styles.heatLegend}>{t('annualPlan.rehearsal.heatLegend')}</p>
    </>
  );
}

function HeatCell({ week }: { week: Week | undefined }) {
  const { t } = useTranslation();
  const dates = useDates();
  if (week === undefined) return <td />;
  const { due, notices } = week;
  const said = t('annualPlan.rehearsal.week', { week: dates.day(week.week), due, notices });
  return (
    <td className={due === 0 ? styles.told : styles[`due${Math.min(4, Math.ceil(due / 2))}`]} title={said}>
      <span aria-hidden="true">{due === 0 ? '·' : due}</span>
      <span className="visually-hidden">{said}</span>
    </td>
  );
}

/** The same on a phone: each person's figures and the week that asks most. */
function PeopleList({ people }: { people: readonly RehearsedPerson[] }) {
  const { t } = useTranslation();
  const dates = useDates();
  const columns: Column<RehearsedPerson>[] = [
    { key: 'name', title: t('annualPlan.rehearsal.person'), cell: ({ name }) => name },
    { key: 'tasks', title: t('annualPlan.rehearsal.tasks'), cell: ({ tasks }) => tasks },
    { key: 'messages', title: t('annualPlan.rehearsal.days'), cell: ({ messages }) => messages },
    {
      key: 'busiest',
      title: t('annualPlan.rehearsal.busiest'),
      cell: ({ weeks }) => {
        const [busiest] = [...weeks].sort((a, b) => b.due - a.due || b.notices - a.notices);
        if (busiest === undefined) return null;
        const { week, due, notices } = busiest;
        return t('annualPlan.rehearsal.week', { week: dates.shortDay(week), due, notices });
      },
    },
  ];
  return (
    <DataList
      label={t('annualPlan.rehearsal.byPerson')}
      rows={people}
      columns={columns}
      rowKey={({ accountId }) => accountId}
    />
  );
}

/** Every Monday from the first to the last week in which anybody has something. */
function weeksOf(people: readonly RehearsedPerson[]): string[] {
  const used = people.flatMap(({ weeks }) => weeks.map(({ week }) => week)).sort();
  const [first] = used;
  const last = used.at(-1);
  if (first === undefined || last === undefined) return [];
  const weeks = [];
  for (let week = first; week <= last; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

function monthsOf(weeks: readonly string[]): { month: string; count: number }[] {
  const months = Map.groupBy(weeks, (week) => week.slice(0, 7));
  return [...months].map(([month, ofMonth]) => ({ month, count: ofMonth.length }));
}
