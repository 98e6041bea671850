import { useMutation } from '@tanstack/react-query';
import { Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../components/date-input';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field, FieldGroup } from '../../components/field';
import { PersonField } from '../../components/people-fields';
import { api, type StandIn } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { useFailureText } from '../../lib/use-failure-text';

const kinds = ['stand-in', 'delegate'] as const;
const fields = ['accountId', 'standInAccountId', 'kind', 'fromOn', 'toOn'] as const;
type Missing = 'accountId' | 'standInAccountId' | 'fromOn' | 'toOn';
const ends = ['on', 'open'] as const;

/** Lets somebody hear instead of a person, or also act in a leader's name. */
export function StandInDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useFailureText();
  const { committee } = useHere();
  const [kind, setKind] = useState<StandIn['kind']>('stand-in');
  const [accountId, setAccountId] = useState<string | null>(null);
  const [standInAccountId, setStandIn] = useState<string | null>(null);
  const [fromOn, setFromOn] = useState(committee.today);
  const [lasts, setLasts] = useState<(typeof ends)[number]>('on');
  const [toOn, setToOn] = useState('');
  const [missing, setMissing] = useState<Missing | null>(null);
  const add = useMutation(
    api.standIn.add.mutationOptions({
      onSuccess: () => {
        toast(t('settings.standIns.added'));
        onClose();
      },
    }),
  );
  const failure = add.error === null ? null : failureOf(add.error);
  const refused = failure?.kind === 'refused' ? fields.find((one) => one === failure.field) : undefined;
  const errorOf = (name: (typeof fields)[number], label: string) => {
    if (missing === name) return t('app.fillIn', { label });
    return failure !== null && refused === name ? sentence(failure) : null;
  };
  // Nobody stands in for good by mistake: that there is no last day is said, not left out.
  const lacksEnd = lasts === 'on' && toOn === '';
  const send = () => {
    setMissing(
      accountId === null
        ? 'accountId'
        : standInAccountId === null
          ? 'standInAccountId'
          : fromOn === ''
            ? 'fromOn'
            : lacksEnd
              ? 'toOn'
              : null,
    );
    if (accountId === null || standInAccountId === null || fromOn === '' || lacksEnd) return;
    add.mutate({
      committeeId: committee.id,
      accountId,
      standInAccountId,
      kind,
      fromOn,
      toOn: lasts === 'open' ? null : toOn,
    });
  };
  return (
    <Dialog
      title={t('settings.standIns.add')}
      confirmLabel={t('app.save')}
      isPending={add.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      <FieldGroup
        label={t('settings.standIns.kind')}
        hint={t(`settings.standIns.kindHints.${kind}`)}
        error={errorOf('kind', t('settings.standIns.kind'))}
      >
        <Radio.Group
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`settings.standIns.kinds.${value}`) }))}
          onChange={(event) => setKind(event.target.value as StandIn['kind'])}
        />
      </FieldGroup>
      <PersonField
        label={t('settings.standIns.absent')}
        nobody={t('handOver.choose')}
        {...(kind === 'delegate' ? { office: 'leader' as const } : {})}
        value={accountId}
        error={errorOf('accountId', t('settings.standIns.absent'))}
        onChange={setAccountId}
      />
      <PersonField
        label={t('settings.standIns.standIn')}
        nobody={t('handOver.choose')}
        value={standInAccountId}
        error={errorOf('standInAccountId', t('settings.standIns.standIn'))}
        onChange={setStandIn}
      />
      <Field label={t('settings.standIns.fromOn')} error={errorOf('fromOn', t('settings.standIns.fromOn'))}>
        {(control) => <DateInput {...control} min={committee.today} value={fromOn} onChange={setFromOn} />}
      </Field>
      <FieldGroup
        label={t('settings.standIns.lasts')}
        {...(lasts === 'open' ? { hint: t('settings.standIns.openHint') } : {})}
      >
        <Radio.Group
          value={lasts}
          options={ends.map((value) => ({ value, label: t(`settings.standIns.ends.${value}`) }))}
          onChange={(event) => setLasts(event.target.value as (typeof ends)[number])}
        />
      </FieldGroup>
      {lasts === 'on' && (
        <Field
          label={t('settings.standIns.toOn')}
          hint={t('settings.standIns.toOnHint')}
          error={errorOf('toOn', t('settings.standIns.toOn'))}
        >
          {(control) => <DateInput {...control} min={fromOn} value={toOn} onChange={setToOn} />}
        </Field>
      )}
      {failure !== null && refused === undefined && <FailureNotice error={add.error} />}
    </Dialog>
  );
}
