import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { client, type PlanDocument } from '../../lib/api';
import { useHere } from '../../lib/here';
import { saveFile } from '../../lib/save-file';
import styles from './papers.module.css';

interface PaperDownloadProps {
  readonly title: string;
  readonly text: string;
  readonly order: { readonly planId: string; readonly document: PlanDocument };
}

/** One document of a plan: what it is, and a press that brings it. */
export function PaperDownload({ title, text, order }: PaperDownloadProps) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const load = useMutation({
    mutationFn: () => client.planPaper.document({ committeeId: committee.id, ...order }),
    onSuccess: ({ body }) => saveFile(body),
  });
  return (
    <li className={styles.paper}>
      <div>
        <b>{title}</b>
        <p>{text}</p>
        {load.isError && <FailureNotice error={load.error} onRetry={() => load.mutate()} />}
      </div>
      <Button
        loading={load.isPending}
        aria-label={t('planPapers.downloadNamed', { name: title })}
        onClick={() => load.mutate()}
      >
        {t('planPapers.download')}
      </Button>
    </li>
  );
}
