import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../components/conflict-notice';
import { DateInput } from '../../components/date-input';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { api, type RuleProfile } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { useDates } from '../../lib/use-dates';
import { useFailureText } from '../../lib/use-failure-text';
import styles from './settings.module.css';

type LengthName = keyof RuleProfile & `${string}Workdays`;

interface LengthsDialogProps {
  readonly profile: RuleProfile;
  readonly basedOnVersion: number;
  readonly lengths: readonly (readonly [LengthName, string])[];
  onClose(): void;
}

/** Writes a new version with other lengths; what is under way keeps the version it began with. */
export function LengthsDialog({ profile, basedOnVersion, lengths, onClose }: LengthsDialogProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const sentence = useFailureText();
  const { committee } = useHere();
  const [validFrom, setValidFrom] = useState(committee.today);
  const [basedOn, setBasedOn] = useState(basedOnVersion);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(lengths.map(([name]) => [name, String(profile[name])])),
  );
  const write = useMutation(
    api.ruleProfile.write.mutationOptions({
      onSuccess: (written) => {
        toast(t('settings.rules.written', { number: written.version, date: dates.day(written.validFrom) }));
        onClose();
      },
    }),
  );
  const failure = write.error === null ? null : failureOf(write.error);
  const refused = failure?.kind === 'refused' ? failure : null;
  const errorOf = (name: string) => (refused?.field === name ? sentence(refused) : null);
  const isNamed =
    refused !== null && (refused.field === 'validFrom' || lengths.some(([name]) => name === refused.field));
  return (
    <Dialog
      title={t('settings.rules.changeLengths')}
      confirmLabel={t('settings.rules.write')}
      isPending={write.isPending}
      isBlocked={failure?.kind === 'conflict' || validFrom === ''}
      isWide
      onConfirm={() =>
        write.mutate({
          committeeId: committee.id,
          validFrom,
          basedOnVersion: basedOn,
          // An empty field is no length: −1 is refused by name.
          profile: {
            ...profile,
            ...Object.fromEntries(lengths.map(([name]) => [name, values[name]?.trim() ? Number(values[name]) : -1])),
          },
        })
      }
      onClose={onClose}
    >
      <p>{t('settings.rules.writeText')}</p>
      <Field label={t('settings.rules.validFrom')} error={errorOf('validFrom')}>
        {(control) => <DateInput {...control} min={committee.today} value={validFrom} onChange={setValidFrom} />}
      </Field>
      <div className={styles.lengthFields}>
        {lengths.map(([name, label]) => (
          <Field key={name} label={label} error={errorOf(name)}>
            {(control) => (
              <Input
                {...control}
                type="number"
                inputMode="numeric"
                min={0}
                max={250}
                suffix={t('settings.rules.workdaysUnit')}
                value={values[name] ?? ''}
                onChange={(event) => setValues({ ...values, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {failure?.kind === 'conflict' && (
        <ConflictNotice
          onReload={onClose}
          onKeep={() => {
            setBasedOn(failure.currentLockVersion);
            write.reset();
          }}
        />
      )}
      {failure !== null && failure.kind !== 'conflict' && !isNamed && <FailureNotice error={write.error} />}
    </Dialog>
  );
}
