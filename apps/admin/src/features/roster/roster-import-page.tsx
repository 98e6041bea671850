import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Input, Radio } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../components/date-input';
import { FailureNotice } from '../../components/failure-notice';
import { Field, FieldGroup, Form } from '../../components/field';
import { type ChosenFile, FileField } from '../../components/file-field';
import { Page, Section } from '../../components/page';
import { PersonField } from '../../components/people-fields';
import { api, type RosterInput, type RosterPreview } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { urls } from '../../lib/urls';
import styles from './roster.module.css';
import { RosterPreviewView } from './roster-preview';

const contents = ['member', 'staff', 'leader', 'units'] as const;
type Content = (typeof contents)[number];

/** 导入花名册: a list is pasted or chosen, every row's fate is seen, and only then is it brought in. */
export function RosterImportPage() {
  const { t } = useTranslation();
  const { committee } = useHere();
  const [content, setContent] = useState<Content>('member');
  const [text, setText] = useState('');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [term, setTerm] = useState<{ effectiveOn: string; successorAccountId: string | null } | null>(null);
  const [answers, setAnswers] = useState<RosterInput['answers']>([]);
  const result = useRef<HTMLDivElement>(null);
  const preview = useMutation(api.roster.preview.mutationOptions());
  const bringIn = useMutation(
    api.roster.import.mutationOptions({
      onSuccess: (done) => {
        toast(doneText(done));
        // The rows that stay to be mended remain on the page, by the roster as it is now.
        look(answers);
      },
      onError: (error) => {
        const failure = failureOf(error);
        if (failure.kind === 'refused' && failure.reason === 'roster-changed') look(answers);
      },
    }),
  );
  // What came of it stands below the form: the reader is taken there.
  useEffect(() => {
    if (preview.isSuccess) result.current?.focus();
  }, [preview.isSuccess]);

  const input: RosterInput = {
    committeeId: committee.id,
    source: file === null ? { text } : { file: file.base64 },
    kind: content === 'units' ? 'units' : 'people',
    role: content === 'units' ? 'member' : content,
    answers,
    term: content === 'member' ? term : null,
  };
  const look = (given: RosterInput['answers']) => {
    setAnswers(given);
    preview.mutate({ ...input, answers: given });
  };
  /** Another list is another preview. */
  const write = (change: () => void) => {
    change();
    setAnswers([]);
    preview.reset();
    bringIn.reset();
  };
  const doneText = ({ counts, term: of }: RosterPreview) =>
    of === null
      ? t('roster.import.done', { add: counts.add, update: counts.update })
      : t('roster.import.doneTerm', {
          stay: counts.update + counts.unchanged,
          come: counts.add,
          leave: of.leavers.length,
        });
  return (
    <Page
      title={t('roster.import.title')}
      above={<Link {...urls.people(committee.id)}>{t('roster.people.title')}</Link>}
      lead={t('roster.import.lead')}
    >
      <Section>
        <Form onSubmit={() => look([])}>
          <FieldGroup label={t('roster.import.kind')} hint={t('roster.import.kindHint')}>
            <Radio.Group
              value={content}
              options={contents.map((value) => ({ value, label: t(`roster.import.kinds.${value}`) }))}
              onChange={(event) => write(() => setContent(event.target.value))}
            />
          </FieldGroup>
          {content === 'member' && <TermFields term={term} onChange={(next) => write(() => setTerm(next))} />}
          <FileField
            label={t('roster.import.file')}
            hint={t('roster.import.fileHint')}
            accept=".xlsx,.csv,.txt,.tsv"
            file={file}
            onChange={(next) => write(() => setFile(next))}
          />
          {file === null && (
            <Field label={t('roster.import.text')} hint={t('roster.import.textHint')}>
              {(control) => (
                <Input.TextArea
                  {...control}
                  autoSize={{ minRows: 6, maxRows: 14 }}
                  spellCheck={false}
                  value={text}
                  onChange={(event) => write(() => setText(event.target.value))}
                />
              )}
            </Field>
          )}
          <div>
            <Button
              type={preview.data === undefined ? 'primary' : 'default'}
              htmlType="submit"
              loading={preview.isPending}
            >
              {t('roster.import.preview')}
            </Button>
          </div>
        </Form>
      </Section>
      {preview.isError && <FailureNotice error={preview.error} />}
      {preview.data !== undefined && (
        <div ref={result} tabIndex={-1} className={styles.result}>
          {bringIn.isError && <FailureNotice error={bringIn.error} />}
          <RosterPreviewView
            preview={preview.data}
            isUnits={content === 'units'}
            answers={answers}
            isPending={bringIn.isPending || preview.isPending}
            onAnswer={look}
            onImport={() => bringIn.mutate({ ...input, fingerprint: preview.data.fingerprint })}
          />
        </div>
      )}
    </Page>
  );
}

type Term = { effectiveOn: string; successorAccountId: string | null };

function TermFields({ term, onChange }: { term: Term | null; onChange: (term: Term | null) => void }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  return (
    <>
      <Checkbox
        checked={term !== null}
        onChange={(event) =>
          onChange(event.target.checked ? { effectiveOn: committee.today, successorAccountId: null } : null)
        }
      >
        {t('roster.import.term')}
      </Checkbox>
      {term !== null && (
        <div className={styles.pair}>
          <Field label={t('roster.import.effectiveOn')}>
            {(control) => (
              <DateInput
                {...control}
                value={term.effectiveOn}
                onChange={(effectiveOn) => {
                  if (effectiveOn !== '') onChange({ ...term, effectiveOn });
                }}
              />
            )}
          </Field>
          <PersonField
            label={t('roster.import.successor')}
            nobody={t('roster.import.chooseSuccessor')}
            value={term.successorAccountId}
            error={null}
            onChange={(successorAccountId) => onChange({ ...term, successorAccountId })}
          />
        </div>
      )}
    </>
  );
}
