import { useTranslation } from 'react-i18next';
import type { CaseView } from '../lib/api';
import { useDates } from '../lib/use-dates';
import { useWords } from '../lib/use-words';
import styles from './case-history.module.css';

/** What happened to a case, oldest first: who, when, and what they said. */
export function CaseHistory({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  if (view.history.length === 0) return <p>{t('workflow.noHistory')}</p>;
  return (
    <ol className={styles.history}>
      {view.history.map((event) => {
        const by = event.actorName ?? t('app.system');
        const told = Object.entries(event.input).map(([name, value]) => {
          const said = /^\d{4}-\d{2}-\d{2}$/.test(String(value))
            ? dates.day(String(value))
            : name === 'task'
              ? words.taskKind(String(value))
              : name === 'answer'
                ? words.answer(String(value))
                : name === 'because'
                  ? words.reason(String(value))
                  : String(value);
          return `${words.field(name)}${t('app.colon')}${said}`;
        });
        return (
          <li key={event.seq} className={styles.event}>
            <p>
              <b>
                {event.event === 'start' ? words.started(view.definition) : words.event(view.definition, event.event)}
              </b>
              <span className={styles.by}>
                {event.onBehalfOfName === null ? by : t('workflow.byFor', { by, for: event.onBehalfOfName })}
                {event.isByLink && t('workflow.byLink')}
                {t('app.comma')}
                {dates.moment(event.at)}
              </span>
            </p>
            {told.map((line) => (
              <p key={line} className={styles.told}>
                {line}
              </p>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
