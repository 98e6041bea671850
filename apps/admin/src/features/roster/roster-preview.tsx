import { useMutation } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { type Column, DataList } from '../../components/data-list';
import { FailureNotice } from '../../components/failure-notice';
import { ShowMore, useFirstRows } from '../../components/first-rows';
import { Section } from '../../components/page';
import { api, type RosterFate, type RosterInput, type RosterPreview } from '../../lib/api';
import { useHere } from '../../lib/here';
import { useDates } from '../../lib/use-dates';
import { AskedList } from './asked-list';
import { Leavers } from './leavers';
import { mendRows } from './mend-rows';
import styles from './roster.module.css';
import { RowResult, useFaultText } from './row-result';

const fates = ['faulty', 'add', 'update', 'unchanged', 'left-out'] as const;
type Fate = (typeof fates)[number];
type Answers = NonNullable<RosterInput['answers']>;

interface RosterPreviewProps {
  readonly preview: RosterPreview;
  readonly isUnits: boolean;
  readonly answers: RosterInput['answers'];
  readonly isPending: boolean;
  onAnswer(answers: Answers): void;
  onImport(): void;
}

/** Every row by what becomes of it, what would be made besides, and the button that does it. */
export function RosterPreviewView({
  preview,
  isUnits,
  answers = [],
  isPending,
  onAnswer,
  onImport,
}: RosterPreviewProps) {
  const { t } = useTranslation();
  const { counts, rows, unusedColumns, newGroups, newUnits, asked, term } = preview;
  const countOf = (fate: Fate) => (fate === 'left-out' ? counts.leftOut : counts[fate]);
  const firstFate = fates.find((fate) => countOf(fate) > 0) ?? 'add';
  const [chosen, setChosen] = useState<Fate | null>(null);
  const shown = chosen !== null && countOf(chosen) > 0 ? chosen : firstFate;
  // The column of our own file with faulty rows that says what is wrong with each.
  const unused = unusedColumns.filter((column) => column !== t('roster.import.problem'));
  const notes = [
    t('roster.import.counted', { rows: counts.rows }),
    newGroups.length > 0 && t('roster.import.newGroups', { names: newGroups.join(t('app.comma')) }),
    newUnits.length > 0 && t('roster.import.newUnits', { names: newUnits.join(t('app.comma')) }),
    unused.length > 0 && t('roster.import.unused', { columns: unused.join(t('app.comma')) }),
  ].filter((note) => note !== false);
  return (
    <>
      <Section title={t('roster.import.result')} note={notes.join(' ')} flush>
        <div className={styles.filters}>
          <Segmented<Fate>
            aria-label={t('roster.import.what')}
            value={shown}
            options={fates.map((value) => ({
              value,
              disabled: countOf(value) === 0,
              label: `${t(`roster.fates.${value}`)} ${countOf(value)}`,
            }))}
            onChange={setChosen}
          />
        </div>
        <FateRows
          // The rows of another fate begin at their top.
          key={shown}
          rows={rows.filter(({ fate }) => fate === shown)}
          answers={answers}
          onAnswer={onAnswer}
        />
      </Section>
      {asked.length > 0 && (
        <Section title={t('roster.asked.title')} note={t('roster.asked.text')} flush>
          <AskedList asked={asked} hasPeople />
        </Section>
      )}
      {term !== null && <Leavers term={term} />}
      <Act preview={preview} isUnits={isUnits} isPending={isPending} onImport={onImport} />
    </>
  );
}

interface FateRowsProps {
  readonly rows: readonly RosterFate[];
  readonly answers: Answers;
  onAnswer(answers: Answers): void;
}

function FateRows({ rows, answers, onAnswer }: FateRowsProps) {
  const { t } = useTranslation();
  const { shown, hidden, showAll } = useFirstRows(rows);
  const columns: Column<RosterFate>[] = [
    {
      key: 'name',
      title: t('roster.import.name'),
      width: '10rem',
      cell: ({ name, unit, raw, text }) => (
        <b>{name ?? raw.name ?? unit ?? (text.slice(0, 30) || t('roster.import.empty'))}</b>
      ),
    },
    {
      key: 'place',
      title: t('roster.import.place'),
      width: '9rem',
      cell: ({ sheet, row }) =>
        sheet === '' ? t('roster.import.rowOf', { row }) : t('roster.import.rowOfSheet', { sheet, row }),
    },
    {
      key: 'says',
      title: t('roster.import.says'),
      cell: ({ fate, phone, unit, sector, group, employer, text }) =>
        fate === 'left-out' ? text : [phone, unit, sector, group, employer].filter((one) => one !== null).join(' · '),
    },
    {
      key: 'what',
      title: t('roster.import.what'),
      width: '38%',
      cell: (row) => (
        <RowResult
          row={row}
          answer={answers.find((one) => one.sheet === row.sheet && one.row === row.row)}
          onAnswer={(accountId) => onAnswer([...answers, { sheet: row.sheet, row: row.row, accountId }])}
        />
      ),
    },
  ];
  return (
    <>
      <DataList
        label={t('roster.import.result')}
        rows={shown}
        columns={columns}
        rowKey={({ sheet, row }) => `${row} ${sheet}`}
      />
      <ShowMore hidden={hidden} onShowAll={showAll} />
    </>
  );
}

interface ActProps {
  readonly preview: RosterPreview;
  readonly isUnits: boolean;
  readonly isPending: boolean;
  onImport(): void;
}

function Act({ preview, isUnits, isPending, onImport }: ActProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const { counts, term } = preview;
  const written = counts.add + counts.update;
  const isIdle = term === null && written === 0;
  return (
    <Callout tone={isIdle ? 'plain' : 'accent'} role="note">
      <p>
        {term !== null
          ? t('roster.import.confirmTermText', {
              stay: counts.update + counts.unchanged,
              come: counts.add,
              leave: term.leavers.length,
              date: dates.day(term.effectiveOn),
            })
          : isIdle
            ? t(counts.faulty > 0 ? 'roster.import.onlyFaulty' : 'roster.import.nothing', { count: counts.faulty })
            : t('roster.import.confirmText', { add: counts.add, update: counts.update })}
        {!isIdle && term === null && counts.faulty > 0 && t('roster.import.confirmWithout')}
      </p>
      <div className={styles.acts}>
        {!isIdle && (
          <Button
            type="primary"
            loading={isPending}
            disabled={term !== null && counts.faulty > 0}
            // The second half of a double click comes before the first is known to be under way.
            onClick={(event) => {
              if (event.detail <= 1) onImport();
            }}
          >
            {term !== null
              ? t('roster.import.confirmTerm')
              : t(isUnits ? 'roster.import.confirmUnits' : 'roster.import.confirm', { count: written })}
          </Button>
        )}
        {counts.faulty > 0 && <MendFile preview={preview} />}
      </div>
    </Callout>
  );
}

/** The faulty rows as a file: what is wrong in the first column, the cells as they came in the others. */
function MendFile({ preview }: { preview: RosterPreview }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const faultText = useFaultText();
  const make = useMutation(
    api.roster.table.mutationOptions({ onSuccess: ({ file }) => download(file, t('roster.import.fileName')) }),
  );
  return (
    <>
      <Button
        loading={make.isPending}
        onClick={() =>
          make.mutate({
            committeeId: committee.id,
            rows: mendRows(preview.rows, t('roster.import.problem'), faultText),
          })
        }
      >
        {t('roster.import.download')}
      </Button>
      <span className={styles.hint}>{t('roster.import.downloadText')}</span>
      {make.isError && <FailureNotice error={make.error} />}
    </>
  );
}

function download(base64: string, name: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
