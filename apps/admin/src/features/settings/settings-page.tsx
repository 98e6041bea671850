import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page, Section } from '../../components/page';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import styles from './settings.module.css';

/** What a committee can set for itself, each with a line on what it is good for. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { committee } = useHere();
  const places = [
    { key: 'people', target: urls.people(committee.id) },
    { key: 'units', target: urls.units(committee.id) },
    { key: 'calendar', target: urls.calendar(committee.id) },
    { key: 'rules', target: urls.rules(committee.id) },
    { key: 'wordings', target: urls.wordings(committee.id) },
    { key: 'channels', target: urls.channels(committee.id) },
    { key: 'standIns', target: urls.standIns(committee.id) },
    { key: 'handOver', target: urls.handOver(committee.id) },
  ] as const;
  return (
    <Page title={t('settings.title')} lead={t('settings.lead')}>
      <Section flush>
        <ul className={styles.places}>
          {places.map(({ key, target }) => (
            <li key={key} className={styles.place}>
              <Link {...target} className={styles.name}>
                {t(`settings.places.${key}.name`)}
              </Link>
              <p className={styles.text}>{t(`settings.places.${key}.text`)}</p>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
