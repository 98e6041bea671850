import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Field, Form } from '../../components/field';
import { FileInput } from '../../components/file-input';
import { Section } from '../../components/page';
import { client, type PlanReading, type PlanSource } from '../../lib/api';
import { base64Of, LARGEST_FILE } from '../../lib/file-content';
import { useHere } from '../../lib/here';
import styles from './reading.module.css';

interface ReadingSourceProps {
  readonly planId: string;
  onRead(reading: PlanReading): void;
}

/** Where a plan's own words come from: pasted, chosen, or dropped on the sheet. */
export function ReadingSource({ planId, onRead }: ReadingSourceProps) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const [text, setText] = useState('');
  const [fileError, setFileError] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);
  const read = useMutation({
    mutationFn: (source: PlanSource) => client.annualPlan.readDocument({ committeeId: committee.id, planId, source }),
    onSuccess: onRead,
    meta: { changesNothing: true },
  });
  const choose = async (file: File | undefined) => {
    if (file === undefined || read.isPending) return;
    read.reset();
    if (file.size > LARGEST_FILE) {
      setFileError(t('failure.refusal.file-too-large'));
      return;
    }
    try {
      const content = await base64Of(file);
      setFileError(null);
      read.mutate({ name: file.name, file: content });
    } catch {
      // Removed or renamed since it was chosen.
      setFileError(t('failure.refusal.file-damaged'));
    }
  };
  return (
    <Section>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the file can be chosen below. */}
      <div
        className={isOver ? `${styles.drop} ${styles.dropOver}` : styles.drop}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          void choose(event.dataTransfer.files[0]);
        }}
      >
        <Form
          onSubmit={() => {
            if (text.trim() !== '' && !read.isPending) read.mutate({ text });
          }}
        >
          <Field label={t('annualPlan.reading.file')} hint={t('annualPlan.reading.fileHint')} error={fileError}>
            {({ status: _, ...control }) => (
              <FileInput
                {...control}
                accept=".txt,.md,.docx,.xlsx"
                disabled={read.isPending}
                onChoose={(file) => void choose(file)}
              />
            )}
          </Field>
          <Field label={t('annualPlan.reading.text')} hint={t('annualPlan.reading.textHint')}>
            {(control) => (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 8, maxRows: 18 }}
                maxLength={300_000}
                spellCheck={false}
                value={text}
                onChange={(event) => {
                  setText(event.target.value);
                  read.reset();
                }}
              />
            )}
          </Field>
          {read.error !== null && <FailureNotice error={read.error} />}
          <div>
            <Button type="primary" htmlType="submit" disabled={text.trim() === ''} loading={read.isPending}>
              {t('annualPlan.reading.read')}
            </Button>
          </div>
        </Form>
      </div>
    </Section>
  );
}
