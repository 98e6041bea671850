import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { EmptyState } from '../../components/empty-state';
import { Section } from '../../components/page';
import { Progress } from '../../components/progress';
import { QueryView } from '../../components/query-view';
import { Tag } from '../../components/tag';
import { api, type PassedDown, type Plan } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { useWords } from '../../lib/use-words';
import { PassDownDialog } from './pass-down-dialog';

/** What became of a county's key points in its townships: answered how, and how far, from what was recorded there. */
export function PassedDownSection({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const words = useWords();
  const { committee } = useHere();
  const { isStaff } = useReach();
  const [isPassing, setIsPassing] = useState(false);
  const query = useQuery(
    api.annualPlan.passedDown.queryOptions({ input: { committeeId: committee.id, planId: plan.id } }),
  );
  const columns: Column<PassedDown>[] = [
    { key: 'committee', title: t('annualPlan.passedDown.committee'), cell: ({ committeeName }) => committeeName },
    {
      key: 'state',
      title: t('annualPlan.state'),
      width: '10rem',
      onCard: 'top',
      cell: ({ state }) => (
        <Tag tone={state === 'offered' ? 'yellow' : 'plain'}>{words.state('passed-down-item', state)}</Tag>
      ),
    },
    {
      key: 'progress',
      title: t('annualPlan.passedDown.progress'),
      width: '12rem',
      cell: ({ occurrences, done, overdue }) => (
        <>
          {occurrences === 0 ? '—' : <Progress progress={done} target={occurrences} />}
          {overdue > 0 && <> {t('annualPlan.passedDown.overdue', { count: overdue })}</>}
        </>
      ),
    },
    { key: 'reason', title: t('annualPlan.passedDown.reason'), width: '16rem', cell: ({ reason }) => reason ?? '—' },
  ];
  const pass = (
    <Button onClick={() => setIsPassing(true)} disabled={plan.items.length === 0}>
      {t('annualPlan.passedDown.pass')}
    </Button>
  );
  return (
    <Section
      title={t('annualPlan.passedDown.title')}
      note={t('annualPlan.passedDown.note')}
      flush
      actions={isStaff ? pass : undefined}
    >
      <QueryView query={query} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('annualPlan.passedDown.none')} text={t('annualPlan.passedDown.noneText')} />
          ) : (
            <DataList
              label={t('annualPlan.passedDown.title')}
              rows={rows}
              columns={columns}
              rowKey={({ instanceId }) => instanceId}
              groupOf={({ title }) => title}
            />
          )
        }
      </QueryView>
      {isPassing && <PassDownDialog plan={plan} onClose={() => setIsPassing(false)} />}
    </Section>
  );
}
