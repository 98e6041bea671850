import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, type ChannelHealth } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import styles from './channel.module.css';
import { CommitteeSettings } from './committee-settings';
import { MailServerForm } from './mail-server-form';

/** 消息渠道: how mail is doing, what this committee decides about it, and the installation's mail server. */
export function ChannelsPage() {
  const { t } = useTranslation();
  const { committee } = useHere();
  const { isStaff, isAdministrator } = useReach();
  const isTop = committee.parentId === null;
  return (
    <Page
      title={t('channel.title')}
      above={<Link {...urls.settings(committee.id)}>{t('settings.title')}</Link>}
      lead={t('channel.lead')}
    >
      <MailHealth />
      {(isStaff || isAdministrator) && <CommitteeSettings />}
      {isTop && isAdministrator && <ServerSection />}
    </Page>
  );
}

function MailHealth() {
  const { t } = useTranslation();
  const { committee } = useHere();
  const query = useQuery(api.channel.health.queryOptions({ input: { committeeId: committee.id } }));
  return (
    <Section
      title={t('channel.health.title')}
      actions={<Link {...urls.mails(committee.id)}>{t('channel.health.allMails')}</Link>}
    >
      <QueryView query={query} rows={3}>
        {([mail]) => (mail === undefined ? null : <HealthFacts mail={mail} />)}
      </QueryView>
    </Section>
  );
}

function HealthFacts({ mail }: { mail: ChannelHealth }) {
  const { t } = useTranslation();
  const dates = useDates();
  const at = (instant: string | null) => (instant === null ? t('channel.health.never') : dates.moment(instant));
  return (
    <dl className={styles.facts}>
      <dt>{t('channel.health.isSetUp')}</dt>
      <dd>{t(mail.isSetUp ? 'channel.health.yes' : 'channel.health.no')}</dd>
      <dt>{t('channel.health.lastSuccess')}</dt>
      <dd>{at(mail.lastSuccessAt)}</dd>
      <dt>{t('channel.health.lastFailure')}</dt>
      <dd>
        {at(mail.lastFailureAt)}
        {mail.lastFailureAt !== null && mail.lastError !== null && <div className={styles.said}>{mail.lastError}</div>}
      </dd>
      <dt>{t('channel.health.open')}</dt>
      <dd>
        {[
          t('channel.health.waiting', { count: mail.waiting }),
          t('channel.health.failed', { count: mail.failed }),
          t('channel.health.inDoubt', { count: mail.inDoubt }),
          t('channel.health.inOutbox', { count: mail.inOutbox }),
        ].join(' · ')}
      </dd>
    </dl>
  );
}

function ServerSection() {
  const { t } = useTranslation();
  const { committee } = useHere();
  const query = useQuery(api.channel.mailServer.queryOptions({ input: { committeeId: committee.id } }));
  return (
    <Section title={t('channel.server.title')} note={t('channel.server.note')}>
      <QueryView query={query} rows={8}>
        {(server) => <MailServerForm key={server === null ? 'none' : server.host} stored={server} />}
      </QueryView>
    </Section>
  );
}
