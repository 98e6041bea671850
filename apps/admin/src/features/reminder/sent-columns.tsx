import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../components/data-list';
import { Tag } from '../../components/tag';
import type { SentReminder } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import { Recipients, useRecipientsText } from './recipients';
import styles from './reminder.module.css';

/** What a reminder is shown by, in the list and in its file. */
export function useSentColumns(): Column<SentReminder>[] {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const { committee } = useHere();
  const recipientsText = useRecipientsText();
  const factsOf = ({ taskKind, occurrenceKey, holderName }: SentReminder) =>
    [words.taskKind(taskKind), occurrenceKey === null ? null : words.period(occurrenceKey), holderName].filter(
      (part) => part !== null,
    );
  const whyNot = ({ outcome, reason }: SentReminder) =>
    outcome !== 'sent' && reason !== 'overtaken' ? words.reason(reason) : null;
  return [
    {
      key: 'item',
      title: t('reminder.item'),
      text: (row) => [row.title, ...factsOf(row)].join(' · '),
      cell: (row) => (
        <>
          <Link {...urls.task(committee.id, row.taskId)} className={styles.title}>
            {row.title}
          </Link>
          <div className={styles.quiet}>{factsOf(row).join(' · ')}</div>
        </>
      ),
    },
    {
      key: 'form',
      title: t('reminder.form'),
      width: '11rem',
      text: ({ form, rung }) =>
        form === 'urging' ? t(`vocabulary.forms.${form}`) : `${t(`vocabulary.forms.${form}`)} ${words.rung(rung)}`,
      cell: ({ form, rung }) => (
        <>
          {t(`vocabulary.forms.${form}`)}
          {form !== 'urging' && <div className={styles.quiet}>{words.rung(rung)}</div>}
        </>
      ),
    },
    {
      key: 'on',
      title: t('reminder.on'),
      width: '9rem',
      isUnbroken: true,
      text: ({ on }) => on,
      cell: ({ on }) => dates.day(on),
    },
    {
      key: 'outcome',
      title: t('reminder.outcome'),
      width: '13rem',
      onCard: 'top',
      text: (row) => [t(`vocabulary.outcomes.${row.outcome}`), whyNot(row)].filter(Boolean).join(t('app.colon')),
      cell: (row) => {
        const why = whyNot(row);
        return (
          <>
            <Tag tone={row.outcome === 'sent' ? 'accent' : 'plain'}>{t(`vocabulary.outcomes.${row.outcome}`)}</Tag>
            {why !== null && <div className={styles.quiet}>{why}</div>}
          </>
        );
      },
    },
    {
      key: 'recipients',
      title: t('reminder.recipients'),
      width: '15rem',
      text: ({ recipients }) => recipientsText(recipients),
      cell: ({ recipients }) => <Recipients recipients={recipients} />,
    },
  ];
}
