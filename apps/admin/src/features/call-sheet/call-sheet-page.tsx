import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { Page, Section } from '../../components/page';
import { PageQueryView } from '../../components/query-view';
import { api, type CallSheet } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { CallRow } from './call-row';
import styles from './call-sheet.module.css';
import { GroupText } from './group-text';
import { useSheetText } from './use-sheet-text';

const route = getRouteApi('/signed-in/c/$committeeId/cases/$instanceId/call-sheet');

/** People reached where they are: a text for the group chat, and whom to call with what each call came to. */
export function CallSheetPage() {
  const { t } = useTranslation();
  const { instanceId } = route.useParams();
  const { committee } = useHere();
  const query = useQuery(api.callSheet.read.queryOptions({ input: { committeeId: committee.id, instanceId } }));
  return (
    <PageQueryView title={t('callSheet.title')} query={query}>
      {(sheet) => <Sheet sheet={sheet} instanceId={instanceId} />}
    </PageQueryView>
  );
}

function Sheet({ sheet, instanceId }: { sheet: CallSheet; instanceId: string }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const say = useSheetText(sheet, 'say');
  const toCall = sheet.people.filter(({ outcomes }) => outcomes.length > 0).length;
  return (
    <Page
      title={`${t('callSheet.title')}${t('app.colon')}${sheet.title}`}
      above={<Link {...urls.case(committee.id, instanceId)}>{t('workflow.case')}</Link>}
      lead={toCall > 0 ? t('callSheet.toCall', { count: toCall }) : t('callSheet.noneToCall')}
      actions={<Button onClick={() => window.print()}>{t('app.print')}</Button>}
    >
      {sheet.people.length === 0 ? (
        <Section>
          <EmptyState title={t('callSheet.empty')} text={t('callSheet.emptyText')} />
        </Section>
      ) : (
        <>
          {sheet.asked !== null && <GroupText sheet={sheet} instanceId={instanceId} />}
          {say !== null && (
            <Section title={t('callSheet.say.title')}>
              <p className={styles.say}>{say}</p>
            </Section>
          )}
          <Section title={t('callSheet.people')} note={t('callSheet.people_note')} flush>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('callSheet.person')}</th>
                  <th scope="col">{t('callSheet.phone')}</th>
                  <th scope="col">{t('callSheet.result')}</th>
                  <th scope="col">{t('callSheet.calls')}</th>
                </tr>
              </thead>
              <tbody>
                {sheet.people.map((person) => (
                  <CallRow key={person.taskId} person={person} instanceId={instanceId} />
                ))}
              </tbody>
            </table>
          </Section>
        </>
      )}
    </Page>
  );
}
