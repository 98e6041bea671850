import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { Dialog } from '../../components/dialog';
import { EmptyState } from '../../components/empty-state';
import { FailureNotice } from '../../components/failure-notice';
import { Section } from '../../components/page';
import { api, type YearRecords } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { toast } from '../../lib/toast';
import { useDates } from '../../lib/use-dates';
import { useFindingText } from './use-finding-text';
import styles from './year-record.module.css';

type Held = YearRecords['held'][number];
type Figure = YearRecords['figures'][number];

/** What is on record of the year, each with the passage it rests on; staff may take a mistake back. */
export function RecordedSection({ year, records: { held, figures } }: { year: number; records: YearRecords }) {
  const { t } = useTranslation();
  const text = useFindingText();
  const { isStaff } = useReach();
  const [takenBack, setTakenBack] = useState<{ id: string; what: string } | null>(null);
  const common = <Row extends Held | Figure>(what: (row: Row) => string): Column<Row>[] => [
    { key: 'origin', title: t('yearRecord.origin'), cell: (row) => <Origin record={row} /> },
    ...(isStaff
      ? [
          {
            key: 'acts',
            title: t('yearRecord.takeBack'),
            width: '6rem',
            onCard: 'bare' as const,
            isScreenOnly: true,
            cell: (row: Row) => (
              <Button
                size="small"
                aria-label={t('yearRecord.takeBackOf', { what: what(row) })}
                onClick={() => setTakenBack({ id: row.id, what: what(row) })}
              >
                {t('yearRecord.takeBack')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  const figureColumns: Column<Figure>[] = [
    {
      key: 'name',
      title: t('yearRecord.name'),
      cell: ({ key, name }) => (
        <>
          {key === null ? name : t(`yearRecord.keys.${key}`)}
          {key !== null && <div className={styles.aside}>{name}</div>}
        </>
      ),
    },
    { key: 'value', title: t('yearRecord.value'), width: '9rem', align: 'right', cell: (row) => text.amount(row) },
    ...common<Figure>(({ name }) => name),
  ];
  const heldColumns: Column<Held>[] = [
    {
      key: 'title',
      title: t('yearRecord.heldTitle'),
      cell: ({ title, category, place, people }) => (
        <>
          {title}
          <div className={styles.aside}>
            {[
              t(`vocabulary.categories.${category}`),
              place,
              people === null ? null : t('yearRecord.peopleCount', { count: people }),
            ]
              .filter((one) => one !== null)
              .join(' · ')}
          </div>
        </>
      ),
    },
    { key: 'when', title: t('yearRecord.when'), width: '11rem', cell: (row) => text.time(row) },
    ...common<Held>(({ title }) => title),
  ];
  return (
    <>
      <Section title={t('yearRecord.recorded', { year })} note={t('yearRecord.recordedNote')} flush>
        {held.length + figures.length === 0 && (
          <EmptyState title={t('yearRecord.nothingRecorded')} text={t('yearRecord.nothingRecordedText')} />
        )}
        {figures.length > 0 && (
          <DataList
            label={t('yearRecord.recordedFigures')}
            rows={figures}
            columns={figureColumns}
            rowKey={({ id }) => id}
          />
        )}
        {held.length > 0 && (
          <DataList label={t('yearRecord.recordedHeld')} rows={held} columns={heldColumns} rowKey={({ id }) => id} />
        )}
      </Section>
      {takenBack !== null && <TakeBackDialog year={year} record={takenBack} onClose={() => setTakenBack(null)} />}
    </>
  );
}

function Origin({ record }: { record: Held | Figure }) {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <>
      {record.source.text}
      <div className={styles.aside}>
        {[record.sourceName, t('yearRecord.by', { name: record.confirmedBy, at: dates.moment(record.confirmedAt) })]
          .filter((one) => one !== '')
          .join(' · ')}
      </div>
    </>
  );
}

function TakeBackDialog(props: { year: number; record: { id: string; what: string }; onClose: () => void }) {
  const { year, record, onClose } = props;
  const { t } = useTranslation();
  const { committee } = useHere();
  const takeBack = useMutation(
    api.yearRecord.takeBack.mutationOptions({
      onSuccess: () => {
        toast(t('yearRecord.takenBack'));
        onClose();
      },
    }),
  );
  return (
    <Dialog
      title={t('yearRecord.takeBack')}
      confirmLabel={t('yearRecord.takeBack')}
      isPending={takeBack.isPending}
      isDanger
      onConfirm={() => takeBack.mutate({ committeeId: committee.id, year, recordId: record.id })}
      onClose={onClose}
    >
      <p>{t('yearRecord.takeBackConfirm', { what: record.what })}</p>
      {takeBack.error !== null && <FailureNotice error={takeBack.error} />}
    </Dialog>
  );
}
