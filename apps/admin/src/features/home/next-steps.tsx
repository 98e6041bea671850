import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/page';
import { api, type ChannelHealth } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import styles from './home.module.css';

/** What the administrator has to set up next, each with the page where it is done; nothing when all is well. */
export function NextSteps() {
  const { t } = useTranslation();
  const { committee } = useHere();
  const { id: committeeId, parentId } = committee;
  // The calendar and the mail server are the top committee's to keep.
  const isTop = parentId === null;
  const year = Number(committee.today.slice(0, 4)) + 1;
  const without = useQuery(
    api.login.list.queryOptions({ input: { committeeId, state: 'without', page: 1, pageSize: 1 } }),
  ).data?.total;
  const calendar = useQuery(api.workCalendar.year.queryOptions({ input: { committeeId, year }, enabled: isTop })).data;
  const mail = useQuery(api.channel.health.queryOptions({ input: { committeeId }, enabled: isTop })).data?.[0];
  const trouble = mail === undefined ? null : troubleOf(mail);
  const steps = [
    without !== undefined &&
      without > 0 && {
        key: 'logins',
        text: t('home.next.logins', { count: without }),
        link: <Link {...urls.logins(committeeId, { state: 'without' })}>{t('home.next.giveLogins')}</Link>,
      },
    calendar?.status === 'provisional' && {
      key: 'calendar',
      text: t('home.next.calendar', { year }),
      link: <Link {...urls.calendar(committeeId, year)}>{t('home.next.openCalendar')}</Link>,
    },
    trouble !== null && {
      key: 'mail',
      text: t(`home.next.mail.${trouble}`),
      link: <Link {...urls.channels(committeeId)}>{t('home.next.openMail')}</Link>,
    },
  ].filter((step) => step !== false);
  if (steps.length === 0) return null;
  return (
    <Section title={t('home.next.title')}>
      <ul className={styles.lines}>
        {steps.map(({ key, text, link }) => (
          <li key={key} className={styles.line}>
            <span>{text}</span>
            {link}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function troubleOf({ isSetUp, lastFailureAt, lastSuccessAt }: ChannelHealth): 'missing' | 'failing' | null {
  if (!isSetUp) return 'missing';
  if (lastFailureAt === null) return null;
  return lastSuccessAt === null || Date.parse(lastFailureAt) > Date.parse(lastSuccessAt) ? 'failing' : null;
}
