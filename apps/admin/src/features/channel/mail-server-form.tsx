import { useMutation } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field, Form } from '../../components/field';
import { api, type MailServerInput, type MailTrial, type StoredMailServer } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { useFailureText } from '../../lib/use-failure-text';
import styles from './channel.module.css';

const USUAL_PORTS = { tls: 465, starttls: 587, none: 25 } as const;
const empty: MailServerInput = {
  host: '',
  port: USUAL_PORTS.tls,
  security: 'tls',
  userName: '',
  password: null,
  senderName: '',
  senderAddress: '',
  publicAddress: '',
};

/** The installation's mail server: written, tried before or after it is saved, removed. */
export function MailServerForm({ stored }: { stored: StoredMailServer | null }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const [server, setServer] = useState<MailServerInput>(
    stored === null ? empty : { ...withoutMark(stored), password: null },
  );
  const [sendTo, setSendTo] = useState('');
  const [isRemoving, setIsRemoving] = useState(false);
  const save = useMutation(
    api.channel.saveMailServer.mutationOptions({ onSuccess: () => toast(t('channel.mine.saved')) }),
  );
  const trial = useMutation(api.channel.tryMailServer.mutationOptions({ meta: { changesNothing: true } }));
  const change = (part: Partial<MailServerInput>) => {
    trial.reset();
    setServer({ ...server, ...part });
  };
  const error = save.error ?? trial.error;
  const attempt = (to: string | null) => {
    save.reset();
    trial.mutate({ committeeId: committee.id, server, sendTo: to });
  };
  return (
    <Form
      onSubmit={() => {
        trial.reset();
        save.mutate({ committeeId: committee.id, server });
      }}
    >
      {stored === null && (
        <Callout tone="plain" role="note">
          {t('channel.server.none')}
        </Callout>
      )}
      <ServerFields server={server} error={error} hasPassword={stored?.hasPassword === true} onChange={change} />
      <div className={styles.acts}>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('app.save')}
        </Button>
        <Button loading={trial.isPending} onClick={() => attempt(null)}>
          {t('channel.server.test')}
        </Button>
        {stored !== null && (
          <Button danger onClick={() => setIsRemoving(true)}>
            {t('channel.server.remove')}
          </Button>
        )}
      </div>
      <div className={styles.acts}>
        <Field label={t('channel.server.sendTo')}>
          {(control) => (
            <Input {...control} type="email" value={sendTo} onChange={(event) => setSendTo(event.target.value)} />
          )}
        </Field>
        <Button disabled={sendTo.trim() === ''} loading={trial.isPending} onClick={() => attempt(sendTo.trim())}>
          {t('channel.server.sendTrial')}
        </Button>
      </div>
      {trial.data !== undefined && <TrialResult trial={trial.data} isMail={trial.variables?.sendTo != null} />}
      {error !== null && <FailureNotice error={error} />}
      {isRemoving && <RemoveDialog onClose={() => setIsRemoving(false)} />}
    </Form>
  );
}

function withoutMark({ hasPassword: _, ...server }: StoredMailServer): Omit<MailServerInput, 'password'> {
  return server;
}

interface ServerFieldsProps {
  readonly server: MailServerInput;
  readonly error: unknown;
  readonly hasPassword: boolean;
  onChange(part: Partial<MailServerInput>): void;
}

function ServerFields({ server, error, hasPassword, onChange }: ServerFieldsProps) {
  const { t } = useTranslation();
  const sentence = useFailureText();
  const failure = error === null ? null : failureOf(error);
  const errorOf = (field: keyof MailServerInput) =>
    failure?.kind === 'refused' && failure.field === field ? sentence(failure) : null;
  const text = (field: 'host' | 'userName' | 'senderName' | 'senderAddress' | 'publicAddress', hint?: string) => (
    <Field label={t(`channel.server.${field}`)} hint={hint} error={errorOf(field)}>
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          maxLength={200}
          value={server[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className={styles.fields}>
      {text('host')}
      <Field label={t('channel.server.security')}>
        {(control) => (
          <Select
            {...control}
            value={server.security}
            options={(['tls', 'starttls', 'none'] as const).map((value) => ({
              value,
              label: t(`channel.server.securities.${value}`),
            }))}
            onChange={(security) => onChange({ security, port: USUAL_PORTS[security] })}
          />
        )}
      </Field>
      <Field label={t('channel.server.port')} error={errorOf('port')}>
        {(control) => (
          <InputNumber
            {...control}
            min={1}
            max={65_535}
            value={server.port}
            onChange={(port) => onChange({ port: port ?? 0 })}
          />
        )}
      </Field>
      {text('userName', t('channel.server.userNameHint'))}
      <Field
        label={t('channel.server.password')}
        {...(hasPassword ? { hint: t('channel.server.passwordKept') } : {})}
        error={errorOf('password')}
      >
        {(control) => (
          <Input.Password
            {...control}
            autoComplete="new-password"
            maxLength={500}
            value={server.password ?? ''}
            onChange={(event) => onChange({ password: event.target.value === '' ? null : event.target.value })}
          />
        )}
      </Field>
      {text('senderName')}
      {text('senderAddress')}
      {text('publicAddress', t('channel.server.publicAddressHint'))}
    </div>
  );
}

/** How a trial went, with what the server itself said. */
function TrialResult({ trial, isMail }: { trial: MailTrial; isMail: boolean }) {
  const { t } = useTranslation();
  const result =
    trial.trouble !== null
      ? t(`channel.server.troubles.${trial.trouble}`)
      : t(isMail ? 'channel.server.trialSent' : 'channel.server.tested');
  return (
    <div className={styles.trial} role="status">
      <Callout tone={trial.ok ? 'accent' : 'red'}>
        <p>{result}</p>
        {trial.said !== '' && <p className={styles.said}>{t('channel.server.said', { said: trial.said })}</p>}
      </Callout>
    </div>
  );
}

function RemoveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const remove = useMutation(
    api.channel.removeMailServer.mutationOptions({
      onSuccess: () => {
        toast(t('channel.server.removed'));
        onClose();
      },
    }),
  );
  return (
    <Dialog
      title={t('channel.server.remove')}
      confirmLabel={t('channel.server.remove')}
      isDanger
      isPending={remove.isPending}
      onConfirm={() => remove.mutate({ committeeId: committee.id })}
      onClose={onClose}
    >
      <p>{t('channel.server.removeText')}</p>
      {remove.error !== null && <FailureNotice error={remove.error} />}
    </Dialog>
  );
}
