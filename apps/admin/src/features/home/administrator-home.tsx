import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { EmptyState } from '../../components/empty-state';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, type Person } from '../../lib/api';
import { useHere } from '../../lib/here';
import { useDates } from '../../lib/use-dates';
import { NextSteps } from './next-steps';

/** For who administers and does nothing else here: what must be set up next, then the people and what they are. */
export function AdministratorHome() {
  const { t } = useTranslation();
  const dates = useDates();
  const { committee } = useHere();
  const query = useQuery(api.committee.people.queryOptions({ input: { committeeId: committee.id } }));
  const columns: Column<Person>[] = [
    { key: 'name', title: t('home.person'), width: '10rem', cell: ({ name }) => name },
    {
      key: 'roles',
      title: t('home.roles'),
      cell: ({ memberships }) => (
        <ul>
          {memberships.map(({ role, title, fromOn, toOn }) => (
            <li key={`${role} ${fromOn}`}>
              {title ?? t(`vocabulary.roles.${role}`)}
              {t('home.and')}
              {t('home.since', { date: dates.shortDay(fromOn) })}
              {toOn !== null && ` ${t('home.until', { date: dates.shortDay(toOn) })}`}
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <Page title={t('home.people')} lead={`${committee.name} · ${t('home.peopleLead')}`}>
      <NextSteps />
      <Section flush>
        <QueryView query={query}>
          {(people) =>
            people.length === 0 ? (
              <EmptyState title={t('home.noPeople')} text={t('home.peopleLead')} />
            ) : (
              <DataList
                label={t('home.people')}
                rows={people}
                columns={columns}
                rowKey={({ accountId }) => accountId}
              />
            )
          }
        </QueryView>
      </Section>
    </Page>
  );
}
