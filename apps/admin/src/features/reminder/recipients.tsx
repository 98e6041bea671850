import { useTranslation } from 'react-i18next';
import type { SentReminder } from '../../lib/api';
import styles from './reminder.module.css';

type Recipient = SentReminder['recipients'][number];

// Trouble first: it is what somebody has to look at.
const order: readonly Recipient['delivery'][] = ['failed', 'in-doubt', 'waiting', 'delivered', 'dropped'];
const NAMED = 3;

/** Whom a reminder was for, by what became of it. */
export function Recipients({ recipients }: { recipients: readonly Recipient[] }) {
  const { t } = useTranslation();
  if (recipients.length === 0) return <span className={styles.quiet}>—</span>;
  return (
    <ul>
      {order.map((delivery) => {
        const names = recipients.filter((one) => one.delivery === delivery).map(({ name }) => name);
        if (names.length === 0) return null;
        const some = names.slice(0, NAMED).join(t('app.comma'));
        return (
          <li key={delivery} className={delivery === 'failed' || delivery === 'in-doubt' ? styles.trouble : undefined}>
            {t(`vocabulary.deliveries.${delivery}`)}
            {t('app.colon')}
            {names.length > NAMED ? t('app.names', { names: some, total: names.length }) : some}
          </li>
        );
      })}
    </ul>
  );
}

/** The same for a file, with every name. */
export function useRecipientsText(): (recipients: readonly Recipient[]) => string {
  const { t } = useTranslation();
  return (recipients) =>
    order
      .map((delivery) => {
        const names = recipients.filter((one) => one.delivery === delivery).map(({ name }) => name);
        return names.length === 0
          ? ''
          : `${t(`vocabulary.deliveries.${delivery}`)}${t('app.colon')}${names.join(t('app.comma'))}`;
      })
      .filter((part) => part !== '')
      .join(t('app.semicolon'));
}
