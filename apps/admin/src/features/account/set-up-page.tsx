import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Field, FieldGroup, Form } from '../../components/field';
import { api, type Level } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useFailureText } from '../../lib/use-failure-text';
import { Door } from './door';
import { SHORTEST_PASSWORD } from './shortest-password';

const levels: readonly Level[] = ['county', 'township', 'street'];
const fields = ['committeeName', 'administratorName', 'loginName', 'password'] as const;
type FieldName = (typeof fields)[number];

/** First run: the first committee and its administrator, entered once. */
export function SetUpPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const queryClient = useQueryClient();
  const sentence = useFailureText();
  const [level, setLevel] = useState<Level>('township');
  const [values, setValues] = useState<Record<FieldName, string>>({
    committeeName: '',
    administratorName: '',
    loginName: '',
    password: '',
  });
  const [missing, setMissing] = useState<FieldName | null>(null);
  const setUp = useMutation(
    api.account.setUp.mutationOptions({
      onSuccess: (signedIn) => {
        queryClient.setQueryData(api.account.session.queryKey(), signedIn);
        return router.invalidate();
      },
    }),
  );
  const failure = setUp.error === null ? null : failureOf(setUp.error);
  const refusedField = failure?.kind === 'refused' ? failure.field : null;

  const send = () => {
    const lacking = fields.find((name) => values[name].trim() === '') ?? null;
    setMissing(lacking);
    if (lacking === null && !setUp.isPending) setUp.mutate({ ...values, level });
  };
  const input = (name: FieldName, hint?: string) => (
    <Field
      label={t(`account.${name}`)}
      hint={hint}
      error={
        missing === name
          ? t('app.fillIn', { label: t(`account.${name}`) })
          : failure !== null && refusedField === name
            ? sentence(failure)
            : null
      }
    >
      {(control) => {
        const shared = {
          ...control,
          name,
          value: values[name],
          onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
        };
        return name === 'password' ? (
          <Input.Password {...shared} autoComplete="new-password" />
        ) : (
          <Input {...shared} autoComplete={name === 'loginName' ? 'username' : 'off'} maxLength={100} />
        );
      }}
    </Field>
  );

  return (
    <Door title={t('account.setUpTitle')}>
      <Form onSubmit={send}>
        <p>{t('account.setUpText')}</p>
        {input('committeeName', t('account.committeeNameHint'))}
        <FieldGroup label={t('account.level')}>
          <Radio.Group
            value={level}
            onChange={(event) => setLevel(event.target.value)}
            options={levels.map((value) => ({ value, label: t(`vocabulary.levels.${value}`) }))}
          />
        </FieldGroup>
        {input('administratorName')}
        {input('loginName')}
        {input('password', t('account.passwordHint', { count: SHORTEST_PASSWORD }))}
        {setUp.error !== null && refusedField === null && <FailureNotice error={setUp.error} />}
        <Button type="primary" size="large" block htmlType="submit" loading={setUp.isPending}>
          {t('account.setUp')}
        </Button>
      </Form>
    </Door>
  );
}
