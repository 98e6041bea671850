import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, Section } from '../../components/page';
import { PageQueryView } from '../../components/query-view';
import { api } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { DownloadButton } from './download-button';
import styles from './papers.module.css';
import { PersonYears } from './person-years';

const route = getRouteApi('/signed-in/c/$committeeId/plans/$planId/papers');
const documents = ['key-points', 'task-breakdown', 'workbook'] as const;

/** A plan on paper: documents to take along, the wall chart, each person's year. */
export function PlanPapersPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
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
              {documents.map((document) => {
                const title = t(`planPapers.documents.${document}`);
                return (
                  <Paper key={document} title={title} text={t(`planPapers.documentTexts.${document}`)}>
                    <DownloadButton name={title} order={{ planId, document }} />
                  </Paper>
                );
              })}
              <Paper title={t('planPapers.wallChart.title')} text={t('planPapers.wallChart.text')}>
                <Button type="primary" onClick={() => void navigate(urls.wallChart(committee.id, planId))}>
                  {t('planPapers.wallChart.open')}
                </Button>
              </Paper>
            </ul>
          </Section>
          <PersonYears planId={planId} />
        </Page>
      )}
    </PageQueryView>
  );
}

function Paper({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <li className={styles.paper}>
      <div>
        <b>{title}</b>
        <p>{text}</p>
      </div>
      {children}
    </li>
  );
}
