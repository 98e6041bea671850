import { useMutation } from '@tanstack/react-query';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../components/conflict-notice';
import { DateInput } from '../../components/date-input';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field, FieldGroup } from '../../components/field';
import { type Anchor, api } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { useFailureText } from '../../lib/use-failure-text';
import { useTrial } from '../../lib/use-trial';
import { useWords } from '../../lib/use-words';
import { Ripple } from './change-view';

const standings = ['settled', 'provisional', 'open'] as const;
type Standing = (typeof standings)[number];

interface AnchorDialogProps {
  readonly year: number;
  /** Null: an event the committee adds. */
  readonly anchor: Anchor | null;
  onClose(): void;
}

/** The day of an event: settled, provisional or not known yet. Shows what would move before anything does. */
export function AnchorDialog({ year, anchor, onClose }: AnchorDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const sentence = useFailureText();
  const { committee } = useHere();
  const [name, setName] = useState(anchor === null ? '' : words.anchor(`event:${anchor.key}`, anchor.name));
  const [standing, setStanding] = useState<Standing>(
    anchor !== null && anchor.on !== null && anchor.isProvisional ? 'provisional' : 'settled',
  );
  const [on, setOn] = useState(anchor?.on ?? '');
  const [lockVersion, setLockVersion] = useState(anchor?.lockVersion ?? null);
  const [isDateMissing, setIsDateMissing] = useState(false);
  const input = {
    committeeId: committee.id,
    year,
    key: anchor?.key ?? keyOf(name),
    name: name.trim(),
    on: standing === 'open' || on === '' ? null : on,
    isProvisional: standing === 'provisional',
    lockVersion,
  };
  const trial = useTrial(input, (tried) => api.anchor.save.queryOptions({ input: { ...tried, isTrial: true } }));
  const save = useMutation(
    api.anchor.save.mutationOptions({
      onSuccess: (done) => {
        toast(t('workCalendar.eventSaved', { name: input.name, count: done.moves.length }));
        onClose();
      },
    }),
  );
  const error = save.error ?? trial.error;
  const failure = error === null ? null : failureOf(error);
  const field = failure?.kind === 'refused' ? failure.field : null;
  const errorOf = (...names: string[]) =>
    failure !== null && field !== null && names.includes(field) ? sentence(failure) : null;
  const { answer } = trial;
  return (
    <Dialog
      title={anchor === null ? t('workCalendar.addEvent') : input.name}
      confirmLabel={t(answer !== undefined ? 'workCalendar.confirmEvent' : 'workCalendar.tryChange')}
      isPending={save.isPending || trial.isTrying}
      isBlocked={failure?.kind === 'conflict'}
      isWide={answer !== undefined && answer.moves.length > 0}
      onConfirm={() => {
        const isMissing = standing !== 'open' && on === '';
        setIsDateMissing(isMissing);
        if (isMissing) return;
        save.reset();
        if (answer !== undefined) save.mutate({ ...input, isTrial: false });
        else trial.tryIt();
      }}
      onClose={onClose}
    >
      {anchor?.isFromAbove === true && <p>{t('workCalendar.fromAboveText')}</p>}
      {anchor === null && (
        <Field
          label={t('workCalendar.eventName')}
          hint={t('workCalendar.eventNameHint')}
          error={errorOf('name', 'key')}
        >
          {(control) => (
            <Input {...control} maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
      )}
      <FieldGroup label={t('workCalendar.eventState')}>
        <Radio.Group
          value={standing}
          options={standings.map((value) => ({ value, label: t(`vocabulary.anchorStates.${value}`) }))}
          onChange={(event) => setStanding(event.target.value)}
        />
      </FieldGroup>
      {standing !== 'open' && (
        <Field
          label={t('workCalendar.eventOn')}
          error={isDateMissing && on === '' ? t('annualPlan.dateMissing') : errorOf('on')}
        >
          {(control) => <DateInput {...control} value={on} onChange={setOn} />}
        </Field>
      )}
      {failure?.kind === 'conflict' && (
        <ConflictNotice
          onReload={onClose}
          onKeep={() => {
            setLockVersion(failure.currentLockVersion);
            save.reset();
          }}
        />
      )}
      {error !== null && failure?.kind !== 'conflict' && field === null && <FailureNotice error={error} />}
      {answer !== undefined && <Ripple moves={answer.moves} />}
    </Dialog>
  );
}

/** An event is known by the name it is first entered under: letters and digits, anything else as a hyphen. */
const keyOf = (name: string) =>
  name
    .trim()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
