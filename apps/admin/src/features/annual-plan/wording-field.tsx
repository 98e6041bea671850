import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { client, type Reading } from '../../lib/api';
import { useHere } from '../../lib/here';
import styles from './plan.module.css';

interface WordingFieldProps {
  readonly planId: string;
  onRead(reading: Reading): void;
}

/** The document's own words on time, read into the choices below; what cannot be read says so and is chosen by hand. */
export function WordingField({ planId, onRead }: WordingFieldProps) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const [text, setText] = useState('');
  const read = useMutation({
    // Asked of the client itself: reading changes nothing, so nothing else has to be read again.
    mutationFn: () => client.annualPlan.readWording({ committeeId: committee.id, planId, text: text.trim() }),
    onSuccess: ({ reading }) => {
      if (reading !== null) onRead(reading);
    },
    meta: { changesNothing: true },
  });
  const isUnclear = read.data?.reading === null;
  return (
    <>
      <Field
        label={t('annualPlan.wording')}
        isOptional
        hint={t('annualPlan.wordingHint')}
        error={isUnclear ? t('annualPlan.wordingUnclear') : null}
      >
        {(control) => (
          <span className={styles.wording}>
            <Input
              {...control}
              maxLength={200}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                read.reset();
              }}
              // Enter reads the words instead of saving the whole item.
              onPressEnter={(event) => {
                event.preventDefault();
                if (text.trim() !== '') read.mutate();
              }}
            />
            <Button disabled={text.trim() === ''} loading={read.isPending} onClick={() => read.mutate()}>
              {t('annualPlan.readWording')}
            </Button>
          </span>
        )}
      </Field>
      {read.error !== null && <FailureNotice error={read.error} />}
    </>
  );
}
