import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { Page, Section } from '../../components/page';
import { PageQueryView } from '../../components/query-view';
import { api, type OutsideMessageDetail } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import { MailState } from './mail-state';
import styles from './reminder.module.css';
import { SendAgainDialog } from './send-again-dialog';

const route = getRouteApi('/signed-in/c/$committeeId/reminders/mails/$messageId');

/** One mail: what became of it, how it looks while it lies in the outbox, and each try with the server's answer. */
export function MailPage() {
  const { t } = useTranslation();
  const { committee } = useHere();
  const { messageId } = route.useParams();
  const query = useQuery(api.delivery.get.queryOptions({ input: { committeeId: committee.id, messageId } }));
  return (
    <PageQueryView title={t('delivery.title')} query={query}>
      {(detail) => <MailDetail detail={detail} />}
    </PageQueryView>
  );
}

function MailDetail({ detail }: { detail: OutsideMessageDetail }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { committee } = useHere();
  const { isStaff, isAdministrator } = useReach();
  const [isSending, setIsSending] = useState(false);
  const { message, mail, tries } = detail;
  const { state } = message;
  const isOver = state === 'failed' || state === 'outbox' || (state === 'in-doubt' && message.reason === 'in-doubt');
  return (
    <Page
      title={message.titles.join(t('app.comma'))}
      above={<Link {...urls.mails(committee.id)}>{t('delivery.title')}</Link>}
      lead={[message.name, message.address ?? t('delivery.noAddress'), dates.day(message.on)].join(' · ')}
      actions={
        isOver && (isStaff || isAdministrator) ? (
          <Button type="primary" onClick={() => setIsSending(true)}>
            {t(state === 'outbox' ? 'delivery.sendOutbox' : 'delivery.sendAgain')}
          </Button>
        ) : undefined
      }
    >
      <Section>
        <MailState message={message} />
        {(state === 'failed' || state === 'in-doubt') && (
          <p className={styles.quiet}>{t(`delivery.explained.${state}`)}</p>
        )}
      </Section>
      {mail !== null && (
        <Section title={t('delivery.mail')} note={t('delivery.mailText', { at: dates.moment(mail.renderedAt) })}>
          <Callout tone="yellow" role="note">
            {t('delivery.outboxKept')}
          </Callout>
          <KeptMail mail={mail} />
        </Section>
      )}
      <Section title={t('delivery.tries')} note={t('delivery.triesText')}>
        {tries.length === 0 ? (
          <p className={styles.quiet}>{t('delivery.noTries')}</p>
        ) : (
          <ol className={styles.tries}>
            {tries.map(({ attempt, status, at, said }) => (
              <li key={attempt}>
                {dates.moment(at)} {t(`delivery.try.${status}`)}
                {said !== null && said !== '' && <div className={styles.said}>{said}</div>}
              </li>
            ))}
          </ol>
        )}
      </Section>
      {isSending && <SendAgainDialog messages={[message]} onClose={() => setIsSending(false)} />}
    </Page>
  );
}

/** The mail as its reader would see it. Its page is shut in: no script, no form, no way out. */
function KeptMail({ mail }: { mail: NonNullable<OutsideMessageDetail['mail']> }) {
  const { t } = useTranslation();
  return (
    <div className={styles.kept}>
      <dl className={styles.heads}>
        <dt>{t('delivery.recipient')}</dt>
        <dd>{mail.recipient}</dd>
        <dt>{t('delivery.subject')}</dt>
        <dd>{mail.subject}</dd>
      </dl>
      <div className={styles.bodies}>
        <section aria-label={t('delivery.asHtml')}>
          <h3>{t('delivery.asHtml')}</h3>
          <iframe title={t('delivery.asHtml')} sandbox="" srcDoc={mail.html} className={styles.sheet} />
        </section>
        <section aria-label={t('delivery.asText')}>
          <h3>{t('delivery.asText')}</h3>
          <pre className={styles.plain}>{mail.text}</pre>
        </section>
      </div>
    </div>
  );
}
