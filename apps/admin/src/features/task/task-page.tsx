import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttendanceSection } from '../../components/attendance';
import { Callout } from '../../components/callout';
import { CaseActions } from '../../components/case-actions';
import { CaseDiagram } from '../../components/case-diagram';
import { CaseHistory } from '../../components/case-history';
import { DueDate, useDueWords } from '../../components/due-date';
import { LightChip } from '../../components/light-chip';
import { Page, Section } from '../../components/page';
import { Progress } from '../../components/progress';
import { PageQueryView } from '../../components/query-view';
import { RelatedCases } from '../../components/related-cases';
import { api, type CaseView, type TaskDetail } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import { EndLinksDialog } from './end-links-dialog';
import styles from './task.module.css';
import { TaskActions } from './task-actions';
import { Contributions, Reminders, Urgings } from './task-story';

const route = getRouteApi('/signed-in/c/$committeeId/tasks/$taskId');

export function TaskPage() {
  const { t } = useTranslation();
  const { taskId } = route.useParams();
  const { committee } = useHere();
  const query = useQuery(api.task.get.queryOptions({ input: { committeeId: committee.id, taskId } }));
  return (
    <PageQueryView title={t('task.title')} query={query}>
      {(task) => <TaskView task={task} />}
    </PageQueryView>
  );
}

/** One task: how it stands, what can be done now, and everything that was done and sent about it. */
function TaskView({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const words = useWords();
  const { isStaff } = useReach();
  const isMembersOwn = task.light === null;
  return (
    <Page
      title={task.title}
      above={
        isMembersOwn ? (
          <Link className="lone-link" {...urls.home(committee.id)}>
            {t('app.nav.memberHome')}
          </Link>
        ) : (
          <Link {...urls.tasks(committee.id)}>{t('task.title')}</Link>
        )
      }
      lead={[words.taskKind(task.kind), task.occurrenceKey === null ? null : words.period(task.occurrenceKey)]
        .filter((part) => part !== null)
        .join(' · ')}
    >
      <Section>
        {task.standsIn && (
          <Callout tone="accent" role="note">
            <p>{t('task.standsIn', { name: words.holder(task.holder) })}</p>
          </Callout>
        )}
        <Standing task={task} />
        <Facts task={task} />
        <TaskActions task={task} />
        {isStaff && task.openLinks > 0 && task.status === 'open' && <OpenLinks task={task} />}
        {isStaff && isAskedOfPeople(task) && (
          <p className="not-printed">
            <Link {...urls.callSheet(committee.id, task.instanceId)}>{t('callSheet.open')}</Link>
          </p>
        )}
      </Section>
      {task.leave !== null && <Leave committeeId={task.committeeId} leave={task.leave} />}
      {!isMembersOwn && task.case !== null && task.kind !== 'answer-invitation' && (
        <AttendanceSection committeeId={task.committeeId} view={task.case} />
      )}
      <div className={styles.columns}>
        <div className={styles.stack}>
          {task.byContribution && <Contributions task={task} />}
          {!isMembersOwn && <Reminders task={task} />}
          {!isMembersOwn && task.case !== null && (
            <Section title={t('workflow.way')}>
              <CaseDiagram committeeId={task.committeeId} view={task.case} />
            </Section>
          )}
        </div>
        <div className={styles.stack}>
          {!isMembersOwn && <Urgings task={task} />}
          {!isMembersOwn && task.case !== null && <RelatedCases committeeId={task.committeeId} view={task.case} />}
          {task.case !== null && task.case.history.length > 0 && (
            <Section title={t('workflow.history')}>
              <CaseHistory view={task.case} />
            </Section>
          )}
        </div>
      </div>
    </Page>
  );
}

/** How many links in messages still open this duty, and the way to end them. */
function OpenLinks({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const [isEnding, setIsEnding] = useState(false);
  return (
    <p className="not-printed">
      {t('task.openLinks', { count: task.openLinks })}{' '}
      <Button size="small" onClick={() => setIsEnding(true)}>
        {t('task.endLinks')}
      </Button>
      {isEnding && <EndLinksDialog task={task} onClose={() => setIsEnding(false)} />}
    </p>
  );
}

/** Whether the task itself is asked of members; what it arranges has its own list of who comes. */
const isAskedOfPeople = ({ kind, status }: TaskDetail): boolean =>
  status === 'open' && (kind === 'answer-invitation' || kind === 'contribute');

/** The request for leave from an invitation: where it stands, what was said, what the reader may do about it. */
function Leave({ committeeId, leave }: { committeeId: string; leave: CaseView }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Section
      title={`${t('task.leave')}${t('app.colon')}${words.state('leave', leave.state)}`}
      actions={<CaseActions committeeId={committeeId} view={leave} />}
    >
      <CaseHistory view={leave} />
    </Section>
  );
}

function Standing({ task }: { task: TaskDetail }) {
  const dueWords = useDueWords();
  return (
    <div className={styles.standing}>
      {task.light !== null && <LightChip light={task.light} />}
      {!(task.light === null && task.status === 'done') && (
        <DueDate
          on={task.dueOn}
          reason={task.dueReason}
          occurrenceKey={task.occurrenceKey}
          by={task.status === 'open'}
          isOver={task.status !== 'open'}
        />
      )}
      <b>{dueWords(task)}</b>
      {task.byContribution && <Progress progress={task.progress} target={task.target} />}
    </div>
  );
}

function Facts({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const facts: [string, ReactNode][] = [];
  if (task.light !== null) facts.push([t('task.holder'), words.holder(task.holder)]);
  if (task.heldOn !== null) facts.push([t('workflow.fields.heldOn'), dates.day(task.heldOn)]);
  if (task.place !== null) facts.push([t('workflow.fields.place'), task.place]);
  facts.push([t('task.opensOn'), dates.day(task.opensOn)]);
  if (task.category !== null) facts.push([t('task.category'), t(`vocabulary.categories.${task.category}`)]);
  if (task.light !== null) facts.push([t('task.origin'), t(`vocabulary.origins.${task.origin}`)]);
  if (task.case !== null) {
    facts.push([t('annualPlan.state'), words.state(task.case.definition, task.case.state)]);
  }
  if (task.case?.addressee != null) {
    facts.push([
      t(task.case.definition === 'leave' ? 'task.leaveOf' : 'workflow.addressee'),
      words.addressee(task.case.addressee),
    ]);
  }
  if (task.case?.aboutTaskId != null && task.light !== null) {
    facts.push([
      t('workflow.aboutTask'),
      <Link key="about" {...urls.task(task.committeeId, task.case.aboutTaskId)}>
        {task.case.title}
      </Link>,
    ]);
  }
  if (task.recordedAt !== null && task.doneOn !== null) {
    facts.push([t('vocabulary.taskStatuses.done'), t('task.recorded', { at: dates.moment(task.recordedAt) })]);
  }
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {task.hold !== null && (
        <p className={styles.facts}>
          {task.hold.reason === null
            ? t('task.awaitsRelease')
            : t('task.held', {
                reason: task.hold.reason,
                by: task.hold.byName ?? t('app.system'),
                at: dates.moment(task.hold.since),
              })}
        </p>
      )}
      {task.confirmedNotDoneOn !== null && (
        <p className={styles.facts}>{t('task.notDoneOn', { date: dates.day(task.confirmedNotDoneOn) })}</p>
      )}
    </>
  );
}
