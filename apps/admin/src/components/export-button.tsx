import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { csvOf } from '../lib/csv';
import { saveFile } from '../lib/save-file';
import type { Column } from './data-list';
import { FailureNotice } from './failure-notice';

const PAGE_SIZE = 200;

interface ExportButtonProps<Row> {
  /** The file's name without its ending. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  /** A page of what the list is narrowed to. */
  readPage(page: number, pageSize: number): Promise<{ readonly rows: readonly Row[]; readonly total: number }>;
}

/** Saves exactly what the list shows, all its pages and only its columns, as a file that Excel opens. */
export function ExportButton<Row>({ name, columns, readPage }: ExportButtonProps<Row>) {
  const { t } = useTranslation();
  const written = columns.filter(({ text }) => text !== undefined);
  const save = useMutation({
    mutationFn: async () => {
      const rows: Row[] = [];
      for (let page = 1; ; page++) {
        const read = await readPage(page, PAGE_SIZE);
        rows.push(...read.rows);
        if (read.rows.length < PAGE_SIZE) return rows;
      }
    },
    onSuccess: (rows) => {
      const lines = rows.map((row) => written.map(({ text }) => text?.(row) ?? ''));
      const csv = csvOf([written.map(({ title }) => title), ...lines]);
      saveFile(new File([csv], `${name}.csv`, { type: 'text/csv;charset=utf-8' }));
    },
  });
  return (
    <>
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        {t('app.list.export')}
      </Button>
      {save.error !== null && <FailureNotice error={save.error} />}
    </>
  );
}
