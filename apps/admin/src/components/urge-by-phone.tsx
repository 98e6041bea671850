import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Task, type TaskContact } from '../lib/api';
import { useHere } from '../lib/here';
import { useDates } from '../lib/use-dates';
import styles from './urge-dialog.module.css';

/** So many are shown with their numbers; whoever urges more does not call them one after the other. */
const MOST_SHOWN = 10;

interface UrgeByPhoneProps {
  readonly tasks: readonly Task[];
  /** Among them are members': they are asked, not pressed. */
  readonly isGentle: boolean;
  readonly isPending: boolean;
  /** The calls were made: to be put on record. */
  onCalled(): void;
}

/** Whom to call about late tasks, what to say, when they were last in contact. Nothing while there are too many to call. */
export function UrgeByPhone({ tasks, isGentle, isPending, onCalled }: UrgeByPhoneProps) {
  const { t } = useTranslation();
  const { account, committee } = useHere();
  const committeeIds = [...new Set(tasks.map((task) => task.committeeId))];
  const contacts = useQueries({
    queries: committeeIds.map((committeeId) => ({
      ...api.supervision.contacts.queryOptions({
        input: {
          committeeId,
          taskIds: tasks.filter((task) => task.committeeId === committeeId).map(({ id }) => id),
        },
      }),
      enabled: tasks.length <= MOST_SHOWN,
    })),
    combine: (queries) => queries.flatMap(({ data }) => data ?? []),
  });
  if (tasks.length > MOST_SHOWN) return null;
  const matters = tasks.map(({ title }) => `“${title}”`).join(t('app.comma'));
  return (
    <section className={styles.phone} aria-label={t('supervision.phone.title')}>
      <h3>{t('supervision.phone.title')}</h3>
      <ul className={styles.contacts}>
        {contacts.map((contact) => (
          <Contact
            key={contact.taskId}
            title={tasks.length === 1 ? null : (tasks.find(({ id }) => id === contact.taskId)?.title ?? null)}
            contact={contact}
          />
        ))}
      </ul>
      <p>
        <b>{t('supervision.phone.script')}</b>
        {t('app.colon')}
        {t(isGentle ? 'supervision.phone.sayMember' : 'supervision.phone.say', {
          committee: committee.name,
          me: account.name,
          matters,
        })}
      </p>
      <div>
        <Button disabled={isPending} onClick={onCalled}>
          {t('supervision.phone.called')}
        </Button>
      </div>
    </section>
  );
}

function Contact({ title, contact: { people, last } }: { title: string | null; contact: TaskContact }) {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <li>
      {title !== null && <span>{title}</span>}
      {people.length === 0 && <span>{t('supervision.phone.nobody')}</span>}
      {people.map(({ name, phone, otherPhone }) => (
        <span key={`${name} ${phone}`}>
          <b>{name}</b> {phone === null && otherPhone === null && t('supervision.phone.noPhone')}
          {[phone, otherPhone]
            .filter((number) => number !== null)
            .map((number) => (
              <a key={number} href={`tel:${number}`} className={styles.number}>
                {number}
              </a>
            ))}
        </span>
      ))}
      <small>
        {last === null
          ? t('supervision.phone.noContact')
          : t(last.byName === null ? 'supervision.phone.last' : 'supervision.phone.lastBy', {
              at: dates.moment(last.at),
              channel: t(`supervision.channels.${last.channel}`),
              what: last.wasReached ? t(`vocabulary.forms.${last.form}`) : t('supervision.phone.notReached'),
              by: last.byName,
            })}
      </small>
    </li>
  );
}
