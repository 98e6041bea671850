import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Attendance, api, type CaseView, type Invited } from '../lib/api';
import { useReach } from '../lib/here';
import { urls } from '../lib/urls';
import styles from './attendance.module.css';
import { type Column, DataList } from './data-list';
import { ShowMore, useFirstRows } from './first-rows';
import { Section } from './page';
import { Tag } from './tag';

/** In the order in which they are looked for: those who come, then those to be asked again. */
const order: readonly Attendance[] = ['coming', 'unanswered', 'leave-asked', 'on-leave', 'not-coming'];

/** Who comes to what was arranged: figures first, then everyone with group and phone. Nothing before people were asked. */
export function AttendanceSection({ committeeId, view }: { committeeId: string; view: CaseView }) {
  const { t } = useTranslation();
  const { isStaff } = useReach();
  const isArranged = view.history.some(({ event }) => event === 'arrange');
  const { data = [] } = useQuery(
    api.callSheet.attendance.queryOptions({
      input: { committeeId, instanceId: view.instanceId },
      enabled: isArranged,
    }),
  );
  const people = [...data].sort((a, b) => order.indexOf(a.attendance) - order.indexOf(b.attendance));
  const { shown, hidden, showAll } = useFirstRows(people);
  if (people.length === 0) return null;
  const counts = order.flatMap((attendance) => {
    const count = people.filter((one) => one.attendance === attendance).length;
    return count === 0 ? [] : [t(`attendance.counts.${attendance}`, { count })];
  });
  const columns: Column<Invited>[] = [
    { key: 'name', title: t('attendance.name'), width: '8rem', cell: ({ name }) => <b>{name}</b> },
    {
      key: 'attendance',
      title: t('attendance.answer'),
      onCard: 'top',
      cell: ({ attendance, reason }) => (
        <span className={styles.answer}>
          <Tag tone={attendance === 'coming' ? 'accent' : 'plain'}>{t(`attendance.answers.${attendance}`)}</Tag>
          {reason !== null && <small>{reason}</small>}
        </span>
      ),
    },
    {
      key: 'groups',
      title: t('attendance.group'),
      width: '12rem',
      cell: ({ groups }) => (groups.length === 0 ? null : groups.join(t('app.comma'))),
    },
    { key: 'phone', title: t('attendance.phone'), width: '11rem', cell: ({ phone }) => phone },
  ];
  return (
    <Section
      title={t('attendance.title')}
      note={`${t('attendance.asked', { count: people.length })}${t('app.colon')}${counts.join(t('app.comma'))}`}
      actions={
        isStaff && !view.isFinal && <Link {...urls.callSheet(committeeId, view.instanceId)}>{t('callSheet.open')}</Link>
      }
      flush
    >
      <DataList label={t('attendance.title')} rows={shown} columns={columns} rowKey={({ accountId }) => accountId} />
      <ShowMore hidden={hidden} onShowAll={showAll} />
    </Section>
  );
}
