import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { client, type HandOverPreview } from '../../lib/api';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { urls } from '../../lib/urls';
import { Cautions } from './hand-over-reach';

interface HandOverDialogProps {
  readonly preview: HandOverPreview;
  readonly people: { readonly fromAccountId: string; readonly toAccountId: string };
  /** The duties chosen; null: all of them. */
  readonly taskIds: string[] | null;
  onClose(): void;
}

/** The last question before a hand-over: it is prepared and carried out, and its page tells what went. */
export function HandOverDialog({ preview, people, taskIds, onClose }: HandOverDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const [note, setNote] = useState('');
  const committeeId = committee.id;
  const { fromName, toName } = preview;
  const words = useHandOverWords();
  const handOver = useMutation({
    mutationFn: async () => {
      const said = note.trim() === '' ? null : note.trim();
      const { instanceId, lockVersion } = await client.task.prepareHandOver({
        committeeId,
        ...people,
        taskIds,
        note: said,
      });
      // Should this one fail, what was prepared stands in the list and waits to be carried out.
      await client.workflow.act({ committeeId, instanceId, event: 'carry-out', lockVersion, input: {} });
      return instanceId;
    },
    onSuccess: (instanceId) => {
      toast(t('handOver.done', { from: fromName, to: toName }));
      void navigate(urls.case(committeeId, instanceId));
    },
  });
  return (
    <Dialog
      title={t('handOver.title')}
      confirmLabel={t('handOver.do')}
      isPending={handOver.isPending}
      onConfirm={() => handOver.mutate()}
      onClose={onClose}
    >
      <p>
        {t(taskIds === null ? 'handOver.confirmAll' : 'handOver.confirmSome', {
          from: fromName,
          to: toName,
          what: words(preview, taskIds === null),
        })}
      </p>
      <Cautions preview={preview} />
      <Field label={t('workflow.fields.note')} isOptional>
        {(control) => (
          <Input {...control} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      {handOver.error !== null && <FailureNotice error={handOver.error} />}
    </Dialog>
  );
}

/** How much goes over, in one line: 全部 3 项待办、负责的事项 2 件、计划中的安排 1 条. */
export function useHandOverWords(): (preview: HandOverPreview, isAll: boolean) => string {
  const { t } = useTranslation();
  return ({ tasks, cases, items, led }, isAll) =>
    [
      tasks.length > 0 && t(isAll ? 'handOver.all' : 'handOver.some', { count: tasks.length }),
      cases.length > 0 && t('handOver.cases', { count: cases.length }),
      items.length > 0 && t('handOver.items', { count: items.length }),
      led.length > 0 && t('handOver.led', { count: led.length }),
    ]
      .filter((part) => part !== false)
      .join(t('app.comma'));
}
