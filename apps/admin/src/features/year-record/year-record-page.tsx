import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { FailureNotice } from '../../components/failure-notice';
import { Field, Form } from '../../components/field';
import { type ChosenFile, FileField } from '../../components/file-field';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, type Finding } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { toast } from '../../lib/toast';
import { urls } from '../../lib/urls';
import { YearContext } from '../../lib/use-dates';
import { draftsOf, type FindingDraft, takenOf } from './finding-draft';
import { FindingList } from './finding-list';
import { RecordedSection } from './recorded-section';
import styles from './year-record.module.css';

const route = getRouteApi('/signed-in/c/$committeeId/years/$year');
const YEARS_OFFERED = 10;

/** 往年实绩补录: a past report is read, its findings stand beside their passages, and what is ticked goes on record. */
export function YearRecordPage() {
  const { t } = useTranslation();
  const year = Number(route.useParams().year);
  const { committee } = useHere();
  const { isStaff } = useReach();
  const records = useQuery(api.yearRecord.list.queryOptions({ input: { committeeId: committee.id, year } }));
  return (
    <YearContext value={year}>
      <Page
        title={t('yearRecord.title', { year })}
        above={<Link {...urls.plans(committee.id)}>{t('annualPlan.title')}</Link>}
        lead={t('yearRecord.lead')}
      >
        {isStaff && <BackFill key={year} year={year} />}
        <QueryView query={records}>{(shown) => <RecordedSection year={year} records={shown} />}</QueryView>
      </Page>
    </YearContext>
  );
}

function BackFill({ year }: { year: number }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const [sourceName, setSourceName] = useState<string | null>(null);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [text, setText] = useState('');
  const result = useRef<HTMLDivElement>(null);
  const read = useMutation({ ...api.yearRecord.read.mutationOptions(), meta: { changesNothing: true } });
  // What was found stands below the form: the reader is taken there.
  useEffect(() => {
    if (read.isSuccess) result.current?.focus();
  }, [read.isSuccess]);
  const name = sourceName ?? file?.name ?? t('yearRecord.defaultSource', { year });
  return (
    <>
      <Section title={t('yearRecord.source')}>
        <Form
          onSubmit={() => {
            const source = file === null ? { text } : { name: file.name, file: file.base64 };
            if (!read.isPending) read.mutate({ committeeId: committee.id, year, source });
          }}
        >
          <YearField year={year} />
          <FileField
            label={t('yearRecord.file')}
            hint={t('yearRecord.fileHint')}
            accept=".docx,.xlsx,.txt,.md"
            file={file}
            onChange={setFile}
          />
          {file === null && (
            <Field label={t('yearRecord.text')} hint={t('yearRecord.textHint')}>
              {(control) => (
                <Input.TextArea
                  {...control}
                  autoSize={{ minRows: 6, maxRows: 14 }}
                  spellCheck={false}
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                />
              )}
            </Field>
          )}
          <Field label={t('yearRecord.sourceName')} hint={t('yearRecord.sourceNameHint')}>
            {(control) => (
              <Input
                {...control}
                maxLength={200}
                value={name}
                onChange={(event) => setSourceName(event.target.value)}
              />
            )}
          </Field>
          {read.error !== null && <FailureNotice error={read.error} />}
          <div>
            <Button type={read.data === undefined ? 'primary' : 'default'} htmlType="submit" loading={read.isPending}>
              {t('yearRecord.read')}
            </Button>
          </div>
        </Form>
      </Section>
      {read.data !== undefined && (
        <div ref={result} tabIndex={-1}>
          <Findings
            key={read.submittedAt}
            year={year}
            sourceName={name}
            findings={read.data.findings}
            onDone={() => read.reset()}
          />
        </div>
      )}
    </>
  );
}

function YearField({ year }: { year: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const thisYear = Number(committee.today.slice(0, 4));
  const years = new Set([year, ...Array.from({ length: YEARS_OFFERED }, (_, index) => thisYear - index)]);
  return (
    <Field label={t('yearRecord.year')}>
      {(control) => (
        <Select
          {...control}
          value={year}
          options={[...years].sort((a, b) => b - a).map((value) => ({ value, label: t('app.year', { year: value }) }))}
          onChange={(chosen) => void navigate(urls.yearRecord(committee.id, chosen))}
        />
      )}
    </Field>
  );
}

interface FindingsProps {
  readonly year: number;
  readonly sourceName: string;
  readonly findings: readonly Finding[];
  onDone(): void;
}

function Findings({ year, sourceName, findings, onDone }: FindingsProps) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const [drafts, setDrafts] = useState<readonly FindingDraft[]>(() => draftsOf(findings));
  const taken = takenOf(drafts);
  const count = taken.held.length + taken.figures.length;
  const confirm = useMutation(
    api.yearRecord.confirm.mutationOptions({
      onSuccess: () => {
        toast(t('yearRecord.confirmed', { count }));
        onDone();
      },
    }),
  );
  if (findings.length === 0) {
    return (
      <Section>
        <EmptyState title={t('yearRecord.nothing')} text={t('yearRecord.nothingText')} />
      </Section>
    );
  }
  const takeAll = (isTaken: boolean) => setDrafts(drafts.map((one) => ({ ...one, isTaken })));
  return (
    <Section
      title={t('yearRecord.findings', { count: findings.length })}
      note={t('yearRecord.findingsNote')}
      actions={
        <>
          <Button onClick={() => takeAll(true)}>{t('yearRecord.selectAll')}</Button>
          <Button onClick={() => takeAll(false)}>{t('yearRecord.selectNone')}</Button>
        </>
      }
      flush
    >
      <FindingList
        drafts={drafts}
        onChange={(changed) => setDrafts((before) => before.map((one) => (one.id === changed.id ? changed : one)))}
      />
      <div className={styles.foot}>
        <span role="status">{t('yearRecord.chosen', { count })}</span>
        {confirm.error !== null && <FailureNotice error={confirm.error} />}
        <Button
          type="primary"
          loading={confirm.isPending}
          disabled={count === 0}
          onClick={() => {
            if (!confirm.isPending) confirm.mutate({ committeeId: committee.id, year, sourceName, ...taken });
          }}
        >
          {t('yearRecord.confirm')}
        </Button>
      </div>
    </Section>
  );
}
