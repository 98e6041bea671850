import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Input, Radio } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { ConflictNotice } from '../../components/conflict-notice';
import { FailureNotice } from '../../components/failure-notice';
import { Field, Form } from '../../components/field';
import { FileInput } from '../../components/file-input';
import { Page, Section } from '../../components/page';
import { PageQueryView } from '../../components/query-view';
import { api, type CalendarYear } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { urls } from '../../lib/urls';
import { YearContext } from '../../lib/use-dates';
import styles from './calendar.module.css';
import { ChangeView } from './change-view';
import { faultyHolidays, noticeDraftOf, noticeOf, pastedNotice } from './notice-draft';
import { NoticeFaults } from './notice-faults';
import { NoticeForm } from './notice-form';

const route = getRouteApi('/signed-in/c/$committeeId/settings/calendar/notice/$year');

/** Enters a year's holiday notice: written down or pasted, tried, and only then put in force. */
export function NoticePage() {
  const { t } = useTranslation();
  const { committee } = useHere();
  const year = Number(route.useParams().year);
  const query = useQuery(api.workCalendar.year.queryOptions({ input: { committeeId: committee.id, year } }));
  return (
    <PageQueryView title={t('workCalendar.noticeTitle', { year })} query={query}>
      {(known) => (
        <YearContext value={year}>
          <NoticeEditor known={known} />
        </YearContext>
      )}
    </PageQueryView>
  );
}

type Manner = 'by-hand' | 'pasted';

function NoticeEditor({ known }: { known: CalendarYear }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const { year } = known;
  const [manner, setManner] = useState<Manner>('by-hand');
  const [draft, setDraft] = useState(() => noticeDraftOf(known));
  const [text, setText] = useState('');
  const [hasFaultyRows, setHasFaultyRows] = useState(false);
  /** The notice that was tried; null while it is still being written. */
  const [tried, setTried] = useState<unknown>(null);

  const write = (change: () => void) => {
    setTried(null);
    setHasFaultyRows(false);
    change();
  };
  const tryIt = () => {
    if (manner === 'by-hand' && faultyHolidays(draft).size > 0) setHasFaultyRows(true);
    else setTried(manner === 'by-hand' ? noticeOf(draft, year) : pastedNotice(text));
  };
  return (
    <Page
      title={t('workCalendar.noticeTitle', { year })}
      above={<Link {...urls.calendar(committee.id, year)}>{t('workCalendar.title', { year })}</Link>}
      lead={t('workCalendar.noticeLead')}
    >
      <Section title={t('workCalendar.noticeText')}>
        <Form onSubmit={tryIt}>
          <Radio.Group
            aria-label={t('workCalendar.manner')}
            value={manner}
            options={(['by-hand', 'pasted'] as const).map((value) => ({
              value,
              label: t(`workCalendar.manners.${value}`),
            }))}
            onChange={(event) => write(() => setManner(event.target.value))}
          />
          {manner === 'by-hand' ? (
            <NoticeForm
              draft={draft}
              faulty={hasFaultyRows ? faultyHolidays(draft) : new Set()}
              onChange={(change) => write(() => setDraft({ ...draft, ...change }))}
            />
          ) : (
            <PastedNotice text={text} onChange={(next) => write(() => setText(next))} />
          )}
          <div>
            <Button type={tried === null ? 'primary' : 'default'} htmlType="submit">
              {t('workCalendar.tryChange')}
            </Button>
          </div>
        </Form>
      </Section>
      {tried !== null && <Trial notice={tried} year={year} onReload={() => setTried(null)} />}
    </Page>
  );
}

function PastedNotice({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t('workCalendar.file')} isOptional>
        {({ status: _, ...control }) => (
          <FileInput
            {...control}
            accept=".json,application/json,text/plain"
            onChoose={(file) => void file.text().then(onChange)}
          />
        )}
      </Field>
      <Field label={t('workCalendar.pasted')} hint={t('workCalendar.pastedHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 6, maxRows: 16 }}
            spellCheck={false}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </>
  );
}

/** What the notice would do, and the button that does it. */
function Trial({ notice, year, onReload }: { notice: unknown; year: number; onReload: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const trial = useQuery(
    api.workCalendar.importYear.queryOptions({
      input: { committeeId: committee.id, notice, lockVersion: 0, isTrial: true },
      staleTime: 0,
    }),
  );
  const enter = useMutation(
    api.workCalendar.importYear.mutationOptions({
      onSuccess: (done) => {
        toast(t('workCalendar.entered', { year: done.year, count: done.moves.length }));
        void navigate(urls.calendar(committee.id, done.year ?? year));
      },
    }),
  );
  const result = useRef<HTMLDivElement>(null);
  // What came of it stands below the form: the reader is taken there.
  useEffect(() => {
    if (trial.isSuccess) result.current?.focus();
  }, [trial.isSuccess]);
  if (trial.isPending) return <p role="status">{t('workCalendar.trying')}</p>;
  if (trial.isError) return <FailureNotice error={trial.error} onRetry={() => void trial.refetch()} />;
  const change = trial.data;
  if (change.faults.length > 0) {
    return (
      <div ref={result} tabIndex={-1}>
        <NoticeFaults notice={notice} faults={change.faults} />
      </div>
    );
  }
  const isOtherYear = change.year !== null && change.year !== year;
  const hasConflict = enter.error !== null && failureOf(enter.error).kind === 'conflict';
  return (
    <div ref={result} tabIndex={-1} className={styles.result}>
      {isOtherYear && (
        <Callout tone="yellow" role="alert">
          <p>{t('workCalendar.otherYear', { year: change.year, asked: year })}</p>
        </Callout>
      )}
      <ChangeView change={change} />
      {hasConflict && (
        <ConflictNotice onReload={onReload} onKeep={() => void trial.refetch().then(() => enter.reset())} />
      )}
      {enter.error !== null && !hasConflict && <FailureNotice error={enter.error} />}
      <Callout tone="accent" role="note">
        <p>{t('workCalendar.enterText', { year: change.year, count: change.moves.length })}</p>
        <Button
          type="primary"
          loading={enter.isPending}
          onClick={() =>
            enter.mutate({ committeeId: committee.id, notice, lockVersion: change.lockVersion, isTrial: false })
          }
        >
          {t('workCalendar.enter', { year: change.year })}
        </Button>
      </Callout>
    </div>
  );
}
