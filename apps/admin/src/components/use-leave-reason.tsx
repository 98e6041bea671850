import { Input, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, FieldGroup } from './field';

const reasons = ['away', 'ill', 'meeting', 'other'] as const;
type Reason = (typeof reasons)[number];

/**
 * The fields that ask why somebody wants leave: one of the usual reasons, with a word of explanation where it is none of
 * them. `read` answers the reason in words, or null after saying what is missing.
 */
export function useLeaveReason(): { readonly fields: ReactNode; read(): string | null } {
  const { t } = useTranslation();
  const [reason, setReason] = useState<Reason | null>(null);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState<'reason' | 'note' | null>(null);
  const read = () => {
    const said = note.trim();
    const lacking = reason === null ? 'reason' : reason === 'other' && said === '' ? 'note' : null;
    setMissing(lacking);
    if (reason === null || lacking !== null) return null;
    const usual = t(`task.leaveReasons.${reason}`);
    return reason === 'other' ? said : said === '' ? usual : `${usual}${t('app.colon')}${said}`;
  };
  const fields = (
    <>
      <FieldGroup label={t('task.leaveReason')} error={missing === 'reason' ? t('task.leaveReasonMissing') : null}>
        <Radio.Group
          value={reason}
          options={reasons.map((value) => ({ value, label: t(`task.leaveReasons.${value}`) }))}
          onChange={(event) => setReason(event.target.value as Reason)}
        />
      </FieldGroup>
      <Field
        label={t('task.note')}
        isOptional={reason !== 'other'}
        error={missing === 'note' ? t('app.fillIn', { label: t('task.note') }) : null}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={400}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </>
  );
  return { fields, read };
}
