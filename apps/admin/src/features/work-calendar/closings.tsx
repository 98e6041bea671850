import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { EmptyState } from '../../components/empty-state';
import { Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, type Closing } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { useDates } from '../../lib/use-dates';
import { AddClosingDialog, RemoveClosingDialog } from './closing-dialogs';

/** The days of a year on which this committee alone is closed. */
export function Closings({ year }: { year: number }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { committee } = useHere();
  const { isStaff, isAdministrator } = useReach();
  const mayChange = isStaff || isAdministrator;
  const [isAdding, setIsAdding] = useState(false);
  const [removed, setRemoved] = useState<Closing | null>(null);
  const query = useQuery(api.workCalendar.closings.queryOptions({ input: { committeeId: committee.id } }));
  const columns: Column<Closing>[] = [
    { key: 'on', title: t('workCalendar.closingOn'), width: '14rem', cell: ({ on }) => dates.day(on) },
    { key: 'name', title: t('workCalendar.closingName'), cell: ({ name }) => name },
    ...(mayChange
      ? [
          {
            key: 'actions',
            title: t('workCalendar.removeClosing'),
            width: '8rem',
            isScreenOnly: true,
            onCard: 'bare' as const,
            // What is past has been lived by: it is not rewritten.
            cell: (closing: Closing) =>
              closing.on >= committee.today && (
                <Button
                  size="small"
                  aria-label={`${t('workCalendar.removeClosing')}${t('app.colon')}${dates.day(closing.on)}`}
                  onClick={() => setRemoved(closing)}
                >
                  {t('workCalendar.removeClosing')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  const add = <Button onClick={() => setIsAdding(true)}>{t('workCalendar.addClosing')}</Button>;
  return (
    <Section title={t('workCalendar.closings')} note={t('workCalendar.closingsText')} actions={mayChange && add} flush>
      <QueryView query={query} rows={2}>
        {(closings) => {
          const ofYear = closings.filter(({ on }) => on.startsWith(String(year)));
          return ofYear.length === 0 ? (
            <EmptyState title={t('workCalendar.noClosings', { year })} text={t('workCalendar.noClosingsText')} />
          ) : (
            <DataList label={t('workCalendar.closings')} rows={ofYear} columns={columns} rowKey={({ on }) => on} />
          );
        }}
      </QueryView>
      {isAdding && <AddClosingDialog year={year} onClose={() => setIsAdding(false)} />}
      {removed !== null && <RemoveClosingDialog closing={removed} onClose={() => setRemoved(null)} />}
    </Section>
  );
}
