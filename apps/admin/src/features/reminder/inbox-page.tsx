import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { useNoticeText } from '../../components/notice-text';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { Tag } from '../../components/tag';
import { api, type Message, type Notice } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import styles from './reminder.module.css';

/** 我的消息: what was told to me, newest first. */
export function InboxPage() {
  const { t } = useTranslation();
  const query = useQuery(api.reminder.inbox.queryOptions());
  return (
    <Page title={t('reminder.inboxTitle')}>
      <QueryView query={query} rows={6}>
        {(messages) =>
          messages.length === 0 ? (
            <Section>
              <EmptyState title={t('reminder.inboxEmpty')} text={t('reminder.inboxEmptyText')} />
            </Section>
          ) : (
            <ul className={styles.messages}>
              {messages.map((message) => (
                <MessageSheet key={message.messageId} message={message} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Page>
  );
}

function MessageSheet({ message }: { message: Message }) {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <li className={styles.message}>
      <p className={styles.messageHead}>
        <b>{dates.moment(message.sentAt)}</b>
        <Tag>{t(`reminder.kinds.${message.kind}`)}</Tag>
      </p>
      <ul className={styles.notices}>
        {message.notices.map((notice) => (
          <NoticeLine key={notice.key} notice={notice} />
        ))}
      </ul>
    </li>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const noticeText = useNoticeText();
  const { committees } = useHere();
  return (
    <li className={styles.notice}>
      <div>
        <p>{noticeText(notice)}</p>
        {notice.text !== null && (
          <blockquote className={styles.quote}>
            {notice.byName !== null && (
              <b>
                {notice.byName}
                {t('app.colon')}
              </b>
            )}
            {notice.text}
          </blockquote>
        )}
        {committees.length > 1 && <p className={styles.quiet}>{notice.committeeName}</p>}
      </div>
      {committees.some(({ id }) => id === notice.committeeId) && (
        <Link
          className="lone-link"
          {...urls.task(notice.committeeId, notice.taskId)}
          aria-label={`${t('reminder.open')}${t('app.colon')}${notice.title}`}
        >
          {t('reminder.open')}
        </Link>
      )}
    </li>
  );
}
