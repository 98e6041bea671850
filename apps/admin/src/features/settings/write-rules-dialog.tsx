import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../components/conflict-notice';
import { DateInput } from '../../components/date-input';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { api, type ProfileChange, type RuleProfile } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { useDates } from '../../lib/use-dates';
import { useFailureText } from '../../lib/use-failure-text';
import { RuleChanges } from './rule-changes';

interface WriteRulesDialogProps {
  readonly profile: RuleProfile;
  readonly basedOnVersion: number;
  readonly changes: readonly ProfileChange[];
  readonly openCases: number;
  /** Somebody else wrote a version meanwhile: go on upon that one, with what is written here. */
  onKeep(currentVersion: number): void;
  /** … or begin again from that one. */
  onReload(): void;
  onWritten(): void;
  onClose(): void;
}

/** From which day on, what changes, and what becomes of what is under way: then the version is written. */
export function WriteRulesDialog(props: WriteRulesDialogProps) {
  const { profile, basedOnVersion, changes, openCases, onKeep, onReload, onWritten, onClose } = props;
  const { t } = useTranslation();
  const dates = useDates();
  const sentence = useFailureText();
  const { committee } = useHere();
  const [validFrom, setValidFrom] = useState(committee.today);
  const write = useMutation(
    api.ruleProfile.write.mutationOptions({
      onSuccess: (written) => {
        toast(t('settings.rules.written', { number: written.version, date: dates.day(written.validFrom) }));
        onWritten();
      },
    }),
  );
  const failure = write.error === null ? null : failureOf(write.error);
  const dateError = failure?.kind === 'refused' && failure.field === 'validFrom' ? sentence(failure) : null;
  return (
    <Dialog
      title={t('settings.rules.write')}
      confirmLabel={t('settings.rules.write')}
      isPending={write.isPending}
      isBlocked={failure?.kind === 'conflict' || validFrom === '' || changes.length === 0}
      isWide
      onConfirm={() => write.mutate({ committeeId: committee.id, validFrom, basedOnVersion, profile })}
      onClose={onClose}
    >
      <p>{t('settings.rules.writeText')}</p>
      <p>{t('settings.rules.casesKeep', { count: openCases })}</p>
      <Field label={t('settings.rules.validFrom')} error={dateError}>
        {(control) => <DateInput {...control} min={committee.today} value={validFrom} onChange={setValidFrom} />}
      </Field>
      <section aria-label={t('settings.rules.whatChanges')}>
        <h3>{t('settings.rules.whatChanges')}</h3>
        <RuleChanges changes={changes} />
      </section>
      {failure?.kind === 'conflict' && (
        <>
          <ConflictNotice
            onReload={onReload}
            onKeep={() => {
              onKeep(failure.currentLockVersion);
              write.reset();
            }}
          />
          <p>{t('settings.rules.conflictText')}</p>
        </>
      )}
      {failure !== null && failure.kind !== 'conflict' && dateError === null && <FailureNotice error={write.error} />}
    </Dialog>
  );
}
