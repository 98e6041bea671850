import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { Section } from '../../components/page';
import { api, type CallSheet } from '../../lib/api';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { useDates } from '../../lib/use-dates';
import styles from './call-sheet.module.css';
import { useSheetText } from './use-sheet-text';

/** The text for the group chat: copied, pasted elsewhere, and on record once it is there. */
export function GroupText({ sheet, instanceId }: { sheet: CallSheet; instanceId: string }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { committee } = useHere();
  const text = useSheetText(sheet, 'texts') ?? '';
  const post = useMutation(
    api.callSheet.recordPosting.mutationOptions({ onSuccess: () => toast(t('callSheet.group.postedOk')) }),
  );
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast(t('callSheet.group.copied'));
    } catch {
      // Missing on plain http, which closed networks use.
      toast(t('callSheet.group.notCopied'));
    }
  };
  const { posted } = sheet;
  return (
    <div className="not-printed">
      <Section
        title={t('callSheet.group.title')}
        note={t('callSheet.group.note')}
        actions={
          <>
            <Button type="primary" onClick={() => void copy()}>
              {t('callSheet.group.copy')}
            </Button>
            <Button loading={post.isPending} onClick={() => post.mutate({ committeeId: committee.id, instanceId })}>
              {t('callSheet.group.posted')}
            </Button>
          </>
        }
      >
        <Field label={t('callSheet.group.label')}>
          {(control) => <Input.TextArea {...control} readOnly autoSize value={text} />}
        </Field>
        {posted !== null && (
          <p className={styles.soft}>
            {t('callSheet.group.last', { at: dates.moment(posted.at), name: posted.byName ?? t('app.system') })}
          </p>
        )}
        {post.error !== null && <FailureNotice error={post.error} />}
      </Section>
    </div>
  );
}
