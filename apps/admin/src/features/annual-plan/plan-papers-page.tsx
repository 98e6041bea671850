import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page, Section } from '../../components/page';
import { PageQueryView } from '../../components/query-view';
import { api } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { PaperDownload } from './paper-download';
import styles from './papers.module.css';

const route = getRouteApi('/signed-in/c/$committeeId/plans/$planId/papers');
const documents = ['key-points', 'task-breakdown'] as const;

/** A plan on paper: what to download, what to print. */
export function PlanPapersPage() {
  const { t } = useTranslation();
  const { planId } = route.useParams();
  const { committee } = useHere();
  const query = useQuery(api.annualPlan.get.queryOptions({ input: { committeeId: committee.id, planId } }));
  return (
    <PageQueryView title={t('planPapers.title')} query={query}>
      {(plan) => (
        <Page
          title={t('planPapers.title')}
          above={<Link {...urls.plan(committee.id, planId)}>{plan.title}</Link>}
          lead={t('planPapers.lead')}
        >
          <Section title={t('planPapers.files')} note={t(`planPapers.standing.${plan.state}`)}>
            <ul className={styles.papers}>
              {documents.map((document) => (
                <PaperDownload
                  key={document}
                  title={t(`planPapers.documents.${document}`)}
                  text={t(`planPapers.documentTexts.${document}`)}
                  order={{ planId, document }}
                />
              ))}
            </ul>
          </Section>
        </Page>
      )}
    </PageQueryView>
  );
}
