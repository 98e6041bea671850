import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { ClosedBy, ClosingFigures } from './closing-figures';
import { NotDoneRuns, OwedRuns } from './closing-runs';

/** How a closed plan ended: the year in figures, what was not done and why, what is still owed. */
export function ClosedSummary({ planId }: { planId: string }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const query = useQuery(api.annualPlan.closing.queryOptions({ input: { committeeId: committee.id, planId } }));
  return (
    <QueryView query={query} rows={4}>
      {(closing) => (
        <>
          <Section
            title={t('annualPlan.closing.result')}
            note={<ClosedBy closing={closing} />}
            actions={<Link {...urls.closing(committee.id, planId)}>{t('annualPlan.closing.see')}</Link>}
          >
            <ClosingFigures closing={closing} />
          </Section>
          <NotDoneRuns closing={closing} />
          <OwedRuns closing={closing} />
        </>
      )}
    </QueryView>
  );
}
