import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Field, Form } from '../../components/field';
import { Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, type ChannelSettings } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { useFailureText } from '../../lib/use-failure-text';
import styles from './channel.module.css';

/** What a committee decides about its messages outside the app. */
export function CommitteeSettings() {
  const { t } = useTranslation();
  const { committee } = useHere();
  const query = useQuery(api.channel.settings.queryOptions({ input: { committeeId: committee.id } }));
  return (
    <Section title={t('channel.committee.title')}>
      <QueryView query={query} rows={2}>
        {(settings) => <SettingsForm settings={settings} />}
      </QueryView>
    </Section>
  );
}

function SettingsForm({ settings }: { settings: ChannelSettings }) {
  const { t } = useTranslation();
  const sentence = useFailureText();
  const { committee } = useHere();
  const [officePhone, setOfficePhone] = useState(settings.officePhone);
  const [sendsMail, setSendsMail] = useState(settings.sendsMail);
  const save = useMutation(
    api.channel.saveSettings.mutationOptions({
      onSuccess: (saved) => {
        setOfficePhone(saved.officePhone);
        toast(t('channel.mine.saved'));
      },
    }),
  );
  const failure = save.error === null ? null : failureOf(save.error);
  const isOfPhone = failure?.kind === 'refused' && failure.field === 'officePhone';
  return (
    <Form onSubmit={() => save.mutate({ committeeId: committee.id, officePhone, sendsMail })}>
      <div className={styles.fields}>
        <Field
          label={t('channel.committee.officePhone')}
          isOptional
          hint={t('channel.committee.officePhoneHint')}
          error={isOfPhone && failure !== null ? sentence(failure) : null}
        >
          {(control) => (
            <Input
              {...control}
              type="tel"
              maxLength={100}
              value={officePhone}
              onChange={(event) => setOfficePhone(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Checkbox checked={sendsMail} onChange={(event) => setSendsMail(event.target.checked)}>
        {t('channel.committee.sendsMail')}
      </Checkbox>
      {save.error !== null && !isOfPhone && <FailureNotice error={save.error} />}
      <div>
        <Button htmlType="submit" loading={save.isPending}>
          {t('app.save')}
        </Button>
      </div>
    </Form>
  );
}
