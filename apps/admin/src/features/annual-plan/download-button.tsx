import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { client, type PlanDocument } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { saveFile } from '../../lib/save-file';
import { toast } from '../../lib/toast';
import { useFailureText } from '../../lib/use-failure-text';

/** What is downloaded of a plan: one of its documents, or one person's year. */
export type Download = { readonly planId: string } & (
  | { readonly document: PlanDocument }
  | { readonly accountId: string }
);

interface DownloadButtonProps {
  /** What the file is, for those who do not see what stands beside the button. */
  readonly name: string;
  readonly order: Download;
  /** What stands on the button, where it is more than 下载. */
  readonly label?: string;
}

/** Brings a file. What went wrong is said at once; pressing again tries again. */
export function DownloadButton({ name, order, label }: DownloadButtonProps) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const sentence = useFailureText();
  const shown = label ?? t('planPapers.download');
  const load = useMutation({
    mutationFn: () => {
      const input = { committeeId: committee.id, ...order };
      return 'document' in input ? client.planPaper.document(input) : client.planPaper.personYear(input);
    },
    onSuccess: ({ body }) => saveFile(body),
    onError: (error) => toast(sentence(failureOf(error))),
  });
  return (
    <Button loading={load.isPending} aria-label={`${shown}${t('app.colon')}${name}`} onClick={() => load.mutate()}>
      {shown}
    </Button>
  );
}
