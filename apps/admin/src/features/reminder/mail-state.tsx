import { useTranslation } from 'react-i18next';
import { Tag } from '../../components/tag';
import type { OutsideMessage } from '../../lib/api';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './reminder.module.css';

const tones = { failed: 'red', 'in-doubt': 'yellow', outbox: 'yellow', sent: 'accent' } as const;

/** Why a mail is as it is, and what comes next. */
function useMailLines(): (message: OutsideMessage) => string[] {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  return ({ state, reason, nextTryAt, mayBeRepeated }) =>
    [
      reason === null ? null : words.undelivered(reason),
      state === 'sent' && mayBeRepeated ? t('delivery.mayBeRepeated') : null,
      nextTryAt !== null && (state === 'retrying' || state === 'in-doubt')
        ? t('delivery.nextTry', { at: dates.moment(nextTryAt) })
        : null,
    ].filter((line) => line !== null);
}

/** What became of a mail, as words for a file. */
export function useMailStateText(): (message: OutsideMessage) => string {
  const { t } = useTranslation();
  const linesOf = useMailLines();
  return (message) => [t(`delivery.states.${message.state}`), ...linesOf(message)].join(t('app.semicolon'));
}

/** What became of a mail, with the reason and what comes next. */
export function MailState({ message }: { message: OutsideMessage }) {
  const { t } = useTranslation();
  const { state } = message;
  const lines = useMailLines()(message);
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
