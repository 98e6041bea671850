import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { Section } from '../../components/page';
import type { TaskDetail } from '../../lib/api';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './task.module.css';

/** What was done towards a task, piece by piece. */
export function Contributions({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  return (
    <Section title={task.light === null ? t('task.contributionsMine') : t('task.contributions')}>
      {task.contributions.length === 0 ? (
        <p className={styles.quiet}>{t('task.noContributions')}</p>
      ) : (
        <ul className={styles.lines}>
          {task.contributions.map((one) => {
            const by = one.recordedByName ?? t('app.system');
            return (
              <li key={one.id}>
                <b>{dates.day(one.doneOn)}</b>{' '}
                {one.answer === null ? t('task.pieces', { count: one.amount }) : words.answer(one.answer)}
                {one.note !== null && ` ${one.note}`}
                <small>
                  {one.onBehalfOfName === null
                    ? t('task.byWhom', { name: by })
                    : t('task.onBehalf', { by, for: one.onBehalfOfName })}
                  {one.isByLink && t('workflow.byLink')}
                  {t('app.comma')}
                  {dates.moment(one.recordedAt)}
                </small>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}

type Reminder = TaskDetail['reminders'][number];

/** The ladder of a task: what was sent, and what will be if nobody acts. */
export function Reminders({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const columns: Column<Reminder>[] = [
    { key: 'on', title: t('task.rungOn'), width: '9rem', isUnbroken: true, cell: ({ on }) => dates.day(on) },
    { key: 'rung', title: t('task.rungForm'), width: '10rem', isUnbroken: true, cell: ({ rung }) => words.rung(rung) },
    {
      key: 'outcome',
      title: t('task.rungOutcome'),
      cell: ({ outcome, reason }) => (
        <>
          {t(`vocabulary.outcomes.${outcome}`)}
          {reason !== null && outcome !== 'sent' && reason !== 'overtaken' && (
            <span className={styles.quiet}>
              {t('app.colon')}
              {words.reason(reason)}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'recipients',
      title: t('task.recipients'),
      width: '6.5rem',
      cell: ({ recipients }) => (recipients.length === 0 ? '—' : recipients.join(t('app.comma'))),
    },
  ];
  return (
    <Section title={t('task.reminders')} flush>
      {task.reminders.length === 0 ? (
        <p className={styles.filters}>{t('task.noReminders')}</p>
      ) : (
        <DataList
          label={t('task.reminders')}
          rows={[...task.reminders].sort((a, b) => a.on.localeCompare(b.on) || daysFrom(a.rung) - daysFrom(b.rung))}
          columns={columns}
          rowKey={({ key }) => key}
        />
      )}
    </Section>
  );
}

/** T-30 → −30: the order of a ladder's rungs. */
const daysFrom = (rung: string): number => Number(rung.slice(1)) || 0;

export function Urgings({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <Section title={t('task.urgings')}>
      {task.urgings.length === 0 ? (
        <p className={styles.quiet}>{t('task.noUrgings')}</p>
      ) : (
        <ul className={styles.lines}>
          {task.urgings.map(({ at, byName, text }) => (
            <li key={at}>
              {text}
              <small>
                {byName ?? t('app.system')}
                {t('app.comma')}
                {dates.moment(at)}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
