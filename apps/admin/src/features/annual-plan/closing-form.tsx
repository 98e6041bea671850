import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { Section } from '../../components/page';
import { api, type PlanClosing, type PlanClosingResult } from '../../lib/api';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { useWords } from '../../lib/use-words';
import styles from './closing.module.css';
import { UndoneRuns } from './undone-runs';

/** The way to close: a reason for each run that was not done, then one question that says what closing does. */
export function ClosingForm({ planId, closing }: { planId: string; closing: PlanClosing }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [isAsked, setIsAsked] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const [note, setNote] = useState('');
  const { undone, lockVersion, mayClose } = closing;
  const lacking = undone.filter(({ instanceId }) => (reasons[instanceId] ?? '').trim() === '');
  const close = useMutation(
    api.annualPlan.close.mutationOptions({
      onSuccess: ({ isClosed, notDone }) => {
        setIsAsked(false);
        if (isClosed) toast(t('annualPlan.closing.closedOk', { count: notDone }));
      },
    }),
  );
  const ask = () => {
    setIsChecked(true);
    close.reset();
    if (lacking.length === 0) setIsAsked(true);
  };
  return (
    <>
      {undone.length > 0 && (
        <UndoneRuns runs={undone} reasons={reasons} mayClose={mayClose} isChecked={isChecked} onChange={setReasons} />
      )}
      {mayClose && (
        <div className="not-printed">
          <Section>
            <div className={styles.closeBar}>
              {close.data?.isClosed === false && <ClosingFaults faults={close.data.faults} />}
              <p role="status">
                {undone.length === 0
                  ? t('annualPlan.closing.nothingUndone')
                  : lacking.length === 0
                    ? t('annualPlan.closing.lackingNone')
                    : t('annualPlan.closing.lacking', { count: lacking.length })}
              </p>
              <Button type="primary" onClick={ask}>
                {t('annualPlan.closing.close')}
              </Button>
            </div>
          </Section>
        </div>
      )}
      {isAsked && (
        <Dialog
          title={t('annualPlan.closing.close')}
          confirmLabel={t('annualPlan.closing.confirm')}
          isPending={close.isPending}
          onConfirm={() =>
            close.mutate({
              committeeId: committee.id,
              planId,
              lockVersion,
              note,
              undone: undone.map((one) => ({
                instanceId: one.instanceId,
                lockVersion: one.lockVersion,
                reason: reasons[one.instanceId] ?? '',
              })),
            })
          }
          onClose={() => setIsAsked(false)}
        >
          <p>{t('annualPlan.closing.consequence', { notDone: undone.length, owed: closing.owed.length })}</p>
          <Field label={t('annualPlan.closing.note')} isOptional hint={t('annualPlan.closing.noteHint')}>
            {(control) => (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 2, maxRows: 6 }}
                maxLength={2000}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
          {close.error !== null && <FailureNotice error={close.error} onReload={() => setIsAsked(false)} />}
        </Dialog>
      )}
    </>
  );
}

function ClosingFaults({ faults }: { faults: PlanClosingResult['faults'] }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Callout tone="yellow" role="alert">
      <p>{t('annualPlan.closing.notClosed')}</p>
      <ul className={styles.faults}>
        {faults.map(({ instanceId, title, key, why }) => (
          <li key={instanceId}>{t(`annualPlan.closing.faults.${why}`, { title, period: words.period(key) })}</li>
        ))}
      </ul>
    </Callout>
  );
}
