import { useTranslation } from 'react-i18next';
import { Tag } from '../../components/tag';
import type { OutsideMessage } from '../../lib/api';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './reminder.module.css';

const tones = { failed: 'red', 'in-doubt': 'yellow', outbox: 'yellow', sent: 'accent' } as const;

/** What became of a mail, with the reason and what comes next. */
export function MailState({ message }: { message: OutsideMessage }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const { state, reason, nextTryAt, mayBeRepeated } = message;
  const lines = [
    reason === null ? null : words.undelivered(reason),
    state === 'sent' && mayBeRepeated ? t('delivery.mayBeRepeated') : null,
    nextTryAt !== null && (state === 'retrying' || state === 'in-doubt')
      ? t('delivery.nextTry', { at: dates.moment(nextTryAt) })
      : null,
  ].filter((line) => line !== null);
  return (
    <>
      <Tag tone={state in tones ? tones[state as keyof typeof tones] : 'plain'}>{t(`delivery.states.${state}`)}</Tag>
      {lines.map((line) => (
        <div key={line} className={styles.quiet}>
          {line}
        </div>
      ))}
    </>
  );
}
