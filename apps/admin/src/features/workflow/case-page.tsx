import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AttendanceSection } from '../../components/attendance';
import { CaseActions } from '../../components/case-actions';
import { CaseDiagram } from '../../components/case-diagram';
import { CaseHistory } from '../../components/case-history';
import { Page, Section } from '../../components/page';
import { PageQueryView } from '../../components/query-view';
import { RelatedCases } from '../../components/related-cases';
import { api, type CaseView } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useWords } from '../../lib/use-words';

const route = getRouteApi('/signed-in/c/$committeeId/cases/$instanceId');

/** A case that has no page of its own kind: a slip, an urging, a request for leave, a hand-over. */
export function CasePage() {
  const { t } = useTranslation();
  const { instanceId } = route.useParams();
  const { committee } = useHere();
  const query = useQuery(api.workflow.get.queryOptions({ input: { committeeId: committee.id, instanceId } }));
  return (
    <PageQueryView title={t('workflow.case')} query={query}>
      {(view) => <View view={view} />}
    </PageQueryView>
  );
}

function View({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const words = useWords();
  const { committee } = useHere();
  return (
    <Page
      title={`${words.definition(view.definition)}${t('app.colon')}${view.title}`}
      above={<Above view={view} />}
      lead={[words.state(view.definition, view.state), words.addressee(view.addressee)]
        .filter((part) => part !== null)
        .join(' · ')}
      actions={<CaseActions committeeId={committee.id} view={view} />}
    >
      <AttendanceSection committeeId={committee.id} view={view} />
      <Section title={t('workflow.history')}>
        <CaseHistory view={view} />
      </Section>
      <RelatedCases committeeId={committee.id} view={view} />
      <Section title={t('workflow.way')}>
        <CaseDiagram committeeId={committee.id} view={view} />
      </Section>
    </Page>
  );
}

/** Where the case hangs: on the task it is about, or among those of its kind. */
function Above({ view: { definition, aboutTaskId } }: { view: CaseView }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  return (
    <>
      {definition === 'supervision-slip' && <Link {...urls.slips(committee.id)}>{t('supervision.slips')}</Link>}
      {definition === 'supervision-slip' && ' · '}
      {aboutTaskId === null ? (
        <Link {...urls.tasks(committee.id)}>{t('task.title')}</Link>
      ) : (
        <Link {...urls.task(committee.id, aboutTaskId)}>{t('workflow.aboutTask')}</Link>
      )}
    </>
  );
}
