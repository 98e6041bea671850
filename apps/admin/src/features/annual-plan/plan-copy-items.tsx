import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { Tag } from '../../components/tag';
import type { PlanCopyRow } from '../../lib/api';
import { useDates } from '../../lib/use-dates';
import { useFailureText } from '../../lib/use-failure-text';
import { useWords } from '../../lib/use-words';
import styles from './plan.module.css';

interface PlanCopyItemsProps {
  readonly label: string;
  readonly years: { readonly fromYear: number; readonly year: number };
  readonly rows: readonly PlanCopyRow[];
  readonly chosen: ReadonlySet<string>;
  onChoose(chosen: ReadonlySet<string>): void;
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Items of the earlier plan: whether each is taken, its dates then and now, and everything to know about it. */
export function PlanCopyItems({ label, years, rows, chosen, onChoose }: PlanCopyItemsProps) {
  const { t } = useTranslation();
  const words = useWords();
  const columns: Column<PlanCopyRow>[] = [
    {
      key: 'title',
      title: t('annualPlan.copy.item'),
      cell: ({ id, title, category, fault }) => (
        <Checkbox
          aria-label={t('annualPlan.copy.choose', { title })}
          checked={chosen.has(id)}
          disabled={fault !== null}
          onChange={() => onChoose(toggled(chosen, id))}
        >
          {title}
          <span className={styles.aside}> {t(`vocabulary.categories.${category}`)}</span>
        </Checkbox>
      ),
    },
    {
      key: 'when',
      title: t('annualPlan.copy.when'),
      width: '18rem',
      cell: ({ wordsBefore, wordsAfter, dueBefore, dueAfter, fault }) => {
        const isReworded = words.cadence(wordsBefore) !== words.cadence(wordsAfter);
        return (
          <>
            <div>{isReworded ? <del>{words.cadence(wordsBefore)}</del> : words.cadence(wordsBefore)}</div>
            {isReworded && <div>{words.cadence(wordsAfter)}</div>}
            {fault === null && <Dues before={dueBefore} after={dueAfter} />}
          </>
        );
      },
    },
    {
      key: 'what',
      title: t('annualPlan.copy.what'),
      width: '20rem',
      cell: (row) => (row.notes.length === 0 && row.fault === null ? null : <Notes row={row} />),
    },
    {
      key: 'lastYear',
      title: t('annualPlan.copy.lastYear', { year: years.fromYear }),
      width: '15rem',
      cell: ({ held, missed }) => (held === 0 && missed.length === 0 ? null : <LastYear held={held} missed={missed} />),
    },
  ];
  return <DataList label={label} rows={rows} columns={columns} rowKey={({ id }) => id} />;
}

/** The first due dates of both years. */
function Dues({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const { t } = useTranslation();
  const dates = useDates();
  const [was, now] = [before[0], after[0]];
  return (
    <div className={styles.aside}>
      {was === undefined ? '—' : dates.day(was)} → {now === undefined ? t('annualPlan.copy.waits') : dates.day(now)}
      {after.length > 1 && <> {t('annualPlan.copy.duesMore', { count: after.length - 1 })}</>}
    </div>
  );
}

const toFill: readonly string[] = ['responsible-left', 'leader-left', 'group-ended'];
const toCheck: readonly string[] = ['festival-unclear', 'title-session', 'day-off', 'leap-day'];

function Notes({ row: { notes, fault } }: { row: PlanCopyRow }) {
  const { t } = useTranslation();
  const words = useWords();
  const dates = useDates();
  const sentence = useFailureText();
  return (
    <ul className={styles.waiting}>
      {fault !== null && (
        <li>{t('annualPlan.copy.cannot', { why: sentence({ kind: 'refused', reason: fault, field: null }) })}</li>
      )}
      {notes.map(({ code, on, anchor, text }) => (
        <li key={code}>
          {toFill.includes(code) && <Tag tone="yellow">{t('annualPlan.copy.toFill')}</Tag>}
          {toCheck.includes(code) && <Tag tone="accent">{t('annualPlan.copy.toCheck')}</Tag>}{' '}
          {t(`annualPlan.copy.notes.${code}`, {
            on: on === null ? '' : dates.day(on),
            anchor: anchor === null ? '' : words.anchor(anchor),
            text: text ?? '',
          })}
        </li>
      ))}
    </ul>
  );
}

const SHOWN_MISSED = 3;

/** What became of it: how often it was held, and what was not, with the reason where one was given. */
function LastYear({ held, missed }: Pick<PlanCopyRow, 'held' | 'missed'>) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <ul className={styles.waiting}>
      <li>{held === 0 ? <b>{t('annualPlan.copy.neverHeld')}</b> : t('annualPlan.copy.heldTimes', { count: held })}</li>
      {missed.slice(0, SHOWN_MISSED).map(({ key, isDropped, reason }) => (
        <li key={key} className={styles.aside}>
          {!isDropped
            ? t('annualPlan.copy.missed', { period: words.period(key) })
            : reason === null
              ? t('annualPlan.copy.droppedPlain', { period: words.period(key) })
              : t('annualPlan.copy.dropped', { period: words.period(key), reason })}
        </li>
      ))}
      {missed.length > SHOWN_MISSED && (
        <li className={styles.aside}>{t('annualPlan.copy.missedMore', { count: missed.length - SHOWN_MISSED })}</li>
      )}
    </ul>
  );
}
