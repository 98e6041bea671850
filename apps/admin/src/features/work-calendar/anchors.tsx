import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { Tag } from '../../components/tag';
import { type Anchor, api } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import { AnchorDialog } from './anchor-dialog';
import styles from './calendar.module.css';

/** The days of a year that plan items hang on: sessions, the hand-over meeting, and whatever the committee adds. */
export function Anchors({ year }: { year: number }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const { committee, committees } = useHere();
  const { isStaff } = useReach();
  const [edited, setEdited] = useState<Anchor | 'new' | null>(null);
  const query = useQuery(api.anchor.list.queryOptions({ input: { committeeId: committee.id, year } }));
  const nameOf = ({ key, name }: Anchor) => words.anchor(`event:${key}`, name);
  const above = committees.find(({ id }) => id === committee.parentId)?.name ?? t('workCalendar.above');
  const columns: Column<Anchor>[] = [
    {
      key: 'name',
      title: t('workCalendar.event'),
      cell: (anchor) => (
        <>
          {nameOf(anchor)}
          {anchor.isFromAbove && <div className={styles.note}>{t('workCalendar.fromAbove', { name: above })}</div>}
        </>
      ),
    },
    {
      key: 'on',
      title: t('workCalendar.eventOn'),
      width: '12rem',
      cell: ({ on }) => (on === null ? '—' : dates.day(on)),
    },
    {
      key: 'state',
      title: t('workCalendar.eventState'),
      width: '7rem',
      onCard: 'top',
      cell: ({ on, isProvisional }) =>
        on === null || isProvisional ? (
          <Tag tone="yellow">{t(`vocabulary.anchorStates.${on === null ? 'open' : 'provisional'}`)}</Tag>
        ) : (
          <Tag>{t('vocabulary.anchorStates.settled')}</Tag>
        ),
    },
    ...(isStaff
      ? [
          {
            key: 'actions',
            title: t('workCalendar.setDay'),
            width: '8rem',
            isScreenOnly: true,
            onCard: 'bare' as const,
            cell: (anchor: Anchor) => (
              <Button
                size="small"
                aria-label={`${t('workCalendar.setDay')}${t('app.colon')}${nameOf(anchor)}`}
                onClick={() => setEdited(anchor)}
              >
                {t('workCalendar.setDay')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section
      title={t('workCalendar.events')}
      note={t('workCalendar.eventsText')}
      actions={isStaff && <Button onClick={() => setEdited('new')}>{t('workCalendar.addEvent')}</Button>}
      flush
    >
      <QueryView query={query} rows={3}>
        {(anchors) => (
          <DataList label={t('workCalendar.events')} rows={anchors} columns={columns} rowKey={({ key }) => key} />
        )}
      </QueryView>
      {edited !== null && (
        <AnchorDialog year={year} anchor={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Section>
  );
}
