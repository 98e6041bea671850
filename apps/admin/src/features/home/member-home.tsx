import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { useNoticeText } from '../../components/notice-text';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, type Task } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import styles from './home.module.css';
import { MatterList } from './matter-list';
import { StandingInSections } from './standing-in';

const RECENT = 5;

/** A member's page: what is asked, by when, one button; in type that need not be squinted at. */
export function MemberHome() {
  const { t } = useTranslation();
  const { account, committee } = useHere();
  const open = useQuery(api.task.mine.queryOptions({ input: { status: 'open' } }));
  const done = useQuery(api.task.mine.queryOptions({ input: { status: 'done' } }));
  const matters = open.data?.filter(({ opensOn }) => opensOn <= committee.today);
  const ahead = open.data?.filter(({ opensOn }) => opensOn > committee.today) ?? [];
  const title =
    matters === undefined
      ? t('app.loading')
      : matters.length === 0
        ? t('home.memberNothing')
        : t('home.memberAnswer', { count: matters.length });
  return (
    <div className={styles.large}>
      <Page title={title} shortTitle={t('home.memberTitle')} above={t('home.hello', { name: account.name })}>
        <QueryView query={open}>
          {() =>
            matters === undefined || matters.length === 0 ? (
              <Section>
                <EmptyState title={t('home.memberNothing')} text={t('home.memberNothingText')} />
              </Section>
            ) : (
              <MatterList matters={matters} heading="h2" />
            )
          }
        </QueryView>
        <StandingInSections />
        {done.data !== undefined && done.data.length > 0 && <Received tasks={done.data} />}
        {ahead.length > 0 && <Ahead tasks={ahead} />}
        <RecentNotices />
      </Page>
    </div>
  );
}

function Received({ tasks }: { tasks: readonly Task[] }) {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <Section title={t('home.received')}>
      <ul className={styles.lines}>
        {tasks.slice(0, RECENT).map(({ id, title, doneOn, heldOn, place }) => (
          <li key={id}>
            {title}
            {heldOn !== null && <p>{t('home.heldOn', { date: dates.day(heldOn) })}</p>}
            {place !== null && <p>{t('home.heldAt', { place })}</p>}
            {doneOn !== null && <p className={styles.quiet}>{t('task.gentle.doneOn', { date: dates.day(doneOn) })}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What will be asked later: to be known, not yet to be done. */
function Ahead({ tasks }: { tasks: readonly Task[] }) {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <Section title={t('home.ahead')}>
      <ul className={styles.lines}>
        {tasks.map(({ id, title, opensOn, dueOn }) => (
          <li key={id}>
            {title}
            <p className={styles.quiet}>{dates.range(opensOn, dueOn)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function RecentNotices() {
  const { t } = useTranslation();
  const dates = useDates();
  const noticeText = useNoticeText();
  const { committee } = useHere();
  const query = useQuery(api.reminder.inbox.queryOptions());
  return (
    <Section title={t('home.recentNotices')}>
      <QueryView query={query} rows={2}>
        {(messages) => {
          const notices = messages.flatMap((message) => message.notices).slice(0, RECENT);
          if (notices.length === 0) return <p className={styles.quiet}>{t('home.noNotices')}</p>;
          return (
            <>
              <ul className={styles.lines}>
                {notices.map((notice) => (
                  <li key={notice.key}>
                    <p>{notice.text ?? noticeText(notice)}</p>
                    <p className={styles.quiet}>{dates.moment(notice.at)}</p>
                  </li>
                ))}
              </ul>
              <p className={styles.after}>
                <Link className="lone-link" {...urls.inbox(committee.id)}>
                  {t('home.allNotices')}
                </Link>
              </p>
            </>
          );
        }}
      </QueryView>
    </Section>
  );
}
