import { useMutation, useQuery } from '@tanstack/react-query';
import { gapNames, judgeWording, LONGEST_WORDING } from '@xushi/contract/words';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../components/conflict-notice';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { PersonField } from '../../components/people-fields';
import { api, type NoticeWording } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { useSettled } from '../../lib/use-settled';
import styles from './reminder.module.css';

const SHOWN_AFTER_MS = 300;

/** Puts one kind of reminder into the committee's own words, with how somebody would read it. */
export function WordingDialog({ wording, onClose }: { wording: NoticeWording; onClose: () => void }) {
  const { t } = useTranslation();
  const { committee, account } = useHere();
  const { family, form, builtIn } = wording;
  const [text, setText] = useState(wording.own ?? builtIn);
  const [version, setVersion] = useState(wording.version);
  const [readerId, setReaderId] = useState<string | null>(account.id);
  const key = { committeeId: committee.id, family, form };
  const save = useMutation(
    api.noticeWording.save.mutationOptions({
      onSuccess: () => {
        toast(t('reminder.wording.saved'));
        onClose();
      },
    }),
  );
  const failure = save.error === null ? null : failureOf(save.error);
  const said = useFault(judgeWording({ family, form }, text));
  return (
    <Dialog
      title={t('reminder.wording.editTitle', {
        family: t(`reminder.wording.families.${family}`),
        form: t(`vocabulary.forms.${form}`),
      })}
      confirmLabel={t('app.save')}
      isPending={save.isPending}
      isBlocked={said !== null || failure?.kind === 'conflict'}
      onConfirm={() => said === null && save.mutate({ ...key, text, version })}
      onClose={onClose}
    >
      <Field
        label={t('reminder.wording.text')}
        error={said}
        hint={`${t('reminder.wording.builtIn')}${t('app.colon')}${builtIn}`}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            lang="zh-CN"
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={LONGEST_WORDING}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className={styles.gaps}>
        <span>{t('reminder.wording.gaps')}</span>
        {Object.values(gapNames).map((name) => (
          <Button key={name} size="small" onClick={() => setText(`${text}{{${name}}}`)}>
            {`{{${name}}}`}
          </Button>
        ))}
        {text !== builtIn && (
          <Button size="small" onClick={() => setText(builtIn)}>
            {t('reminder.wording.restore')}
          </Button>
        )}
      </div>
      <PersonField
        label={t('reminder.wording.preview')}
        nobody={t('reminder.wording.nobody')}
        value={readerId}
        error={null}
        onChange={setReaderId}
      />
      {said === null && readerId !== null && <Preview wording={{ ...key, text, accountId: readerId }} />}
      {failure?.kind === 'conflict' && (
        <ConflictNotice
          onReload={onClose}
          onKeep={() => {
            setVersion(failure.currentLockVersion);
            save.reset();
          }}
        />
      )}
      {failure !== null && failure.kind !== 'conflict' && <FailureNotice error={save.error} />}
    </Dialog>
  );
}

/** What is wrong with a wording, by name. */
function useFault(verdict: ReturnType<typeof judgeWording>): string | null {
  const { t } = useTranslation();
  if (verdict === null) return null;
  const { fault, what } = verdict;
  if (fault === 'wording-gap-missing') return t('reminder.wording.gapMissing', { gap: `{{${what}}}` });
  if (fault === 'wording-gap-unknown') return t('reminder.wording.gapUnknown', { gap: what });
  if (fault === 'wording-pressing') return t('reminder.wording.pressing', { word: what });
  return t(`failure.refusal.${fault}`);
}

interface PreviewProps {
  readonly wording: {
    readonly committeeId: string;
    readonly family: NoticeWording['family'];
    readonly form: NoticeWording['form'];
    readonly text: string;
    readonly accountId: string;
  };
}

/** The mail as the chosen person would read it. */
function Preview({ wording }: PreviewProps) {
  const { t } = useTranslation();
  const asked = useSettled(wording, SHOWN_AFTER_MS);
  const preview = useQuery(api.noticeWording.preview.queryOptions({ input: asked, placeholderData: (shown) => shown }));
  if (preview.isError) return <FailureNotice error={preview.error} onRetry={() => void preview.refetch()} />;
  if (preview.data === undefined) return null;
  if (preview.data === null) return <p>{t('reminder.wording.previewNone')}</p>;
  const { isOwn, subject, text } = preview.data;
  return (
    <figure className={styles.preview}>
      <figcaption>{t(isOwn ? 'reminder.wording.previewOwn' : 'reminder.wording.previewOther')}</figcaption>
      <p lang="zh-CN">
        <b>{subject}</b>
      </p>
      <p lang="zh-CN" className={styles.mailText}>
        {text}
      </p>
    </figure>
  );
}
