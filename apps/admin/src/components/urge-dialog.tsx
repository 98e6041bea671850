import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, type Task } from '../lib/api';
import { failureOf } from '../lib/failure';
import { toast } from '../lib/toast';
import { useDates } from '../lib/use-dates';
import { useFailureText } from '../lib/use-failure-text';
import { useWords } from '../lib/use-words';
import { Dialog } from './dialog';
import { FailureNotice } from './failure-notice';
import { Field } from './field';
import { UrgeByPhone } from './urge-by-phone';
import styles from './urge-dialog.module.css';

interface UrgeDialogProps {
  readonly tasks: readonly Task[];
  onClose(hasSent: boolean): void;
}

const isMembers = ({ holder }: Task) => holder.isMember;

/** Urges the holders of tasks, in words the reader can change; toward members in the courteous ones. */
export function UrgeDialog({ tasks, onClose }: UrgeDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const dates = useDates();
  const sentence = useFailureText();
  const isGentle = tasks.some(isMembers);
  const [text, setText] = useState(isGentle ? t('supervision.urgeDefaultMember') : t('supervision.urgeDefault'));
  const [isMissing, setIsMissing] = useState(false);
  const urge = useMutation({
    mutationFn: (byPhone: boolean) => urgeEach(tasks, text.trim(), byPhone),
    onSuccess: ({ urged, people, goesAt, error }, byPhone) => {
      if (error !== null) toast(t('supervision.partly', { urged, reason: sentence(failureOf(error)) }));
      else if (byPhone) toast(t('supervision.phone.noted', { count: urged }));
      else if (goesAt === null) toast(t('supervision.sent', { urged, people }));
      else toast(t('supervision.sentLater', { urged, people, at: dates.moment(goesAt) }));
      onClose(true);
    },
  });
  const press = (byPhone: boolean) => {
    setIsMissing(text.trim() === '');
    if (text.trim() !== '') urge.mutate(byPhone);
  };
  return (
    <Dialog
      title={t('supervision.urgeTitle', { count: tasks.length })}
      confirmLabel={t('supervision.send')}
      isPending={urge.isPending}
      onConfirm={() => press(false)}
      onClose={() => onClose(false)}
    >
      <ul className={styles.urged}>
        {tasks.map((task) => (
          <li key={task.id}>
            {task.title} · {words.holder(task.holder)}
          </li>
        ))}
      </ul>
      <Field
        label={t('supervision.urgeText')}
        hint={isGentle && !tasks.every(isMembers) ? t('supervision.urgeGentle') : undefined}
        error={isMissing ? t('app.fillIn', { label: t('supervision.urgeText') }) : null}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 3, maxRows: 8 }}
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <UrgeByPhone tasks={tasks} isGentle={isGentle} isPending={urge.isPending} onCalled={() => press(true)} />
      {urge.error !== null && <FailureNotice error={urge.error} />}
    </Dialog>
  );
}

interface Urged {
  readonly urged: number;
  readonly people: number;
  /** When the messages go, if not at once. */
  readonly goesAt: string | null;
  /** Why the rest was not sent, when a part was. */
  readonly error: unknown;
}

/** One call for each committee the tasks belong to: a county's board may show its townships' too. */
async function urgeEach(tasks: readonly Task[], text: string, byPhone: boolean): Promise<Urged> {
  let sent: Urged = { urged: 0, people: 0, goesAt: null, error: null };
  for (const committeeId of new Set(tasks.map((task) => task.committeeId))) {
    const taskIds = tasks.filter((task) => task.committeeId === committeeId).map(({ id }) => id);
    try {
      const { urged, people, goesAt } = await client.supervision.urge({ committeeId, taskIds, text, byPhone });
      sent = { ...sent, urged: sent.urged + urged, people: sent.people + people, goesAt };
    } catch (error) {
      sent = { ...sent, error };
    }
  }
  if (sent.urged === 0 && sent.error !== null) throw sent.error;
  return sent;
}
