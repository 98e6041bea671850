import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, type Board, type PlanSummary, type Task } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { Approvals } from './approvals';
import { LateSection, MOST_LATE_SHOWN } from './late-section';
import { LeftBehindSection } from './left-behind';
import { MatterList } from './matter-list';
import { MyOverdue, MyWeek } from './my-week';
import { NearSection } from './near-section';
import { PlanSection } from './plan-section';
import { openQuestions, Questions } from './questions';
import { staffAnswer } from './staff-answer';
import { StandingInSections } from './standing-in';

/** A clerk is asked about what is late; whoever has this much late reads the board. */
const MOST_ASKED = 200;

/** Staff: what must I do this week? Leaders: what is late, who holds it, what waits for me? Both, for who is both. */
export function WorkHome() {
  const { t } = useTranslation();
  const { committee, account } = useHere();
  const input = { committeeId: committee.id };
  const mine = useQuery(api.task.mine.queryOptions({ input: { status: 'open' } }));
  const { hasBelow, isStaff, isLeader } = useReach();
  // A county's leader answers for its townships as well; its clerk is asked about the county's own matters only.
  const below = hasBelow && (isLeader || !isStaff) ? 'true' : 'false';
  const board = useQuery(
    api.supervision.board.queryOptions({
      input: { ...input, below, pageSize: isStaff ? MOST_ASKED : MOST_LATE_SHOWN },
    }),
  );
  const plans = useQuery(api.annualPlan.list.queryOptions({ input }));
  const answer = useAnswer(mine.data, board.data, plans.data);
  return (
    <Page
      title={answer ?? t('app.loading')}
      shortTitle={t('home.title')}
      above={t('home.hello', { name: account.name })}
    >
      <QueryView query={plans} rows={2}>
        {(loadedPlans) => (
          <QueryView query={board}>
            {(loadedBoard) => (
              <QueryView query={mine}>
                {(tasks) => <Sections tasks={tasks} board={loadedBoard} plans={loadedPlans} />}
              </QueryView>
            )}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}

interface Loaded {
  readonly tasks: readonly Task[];
  readonly board: Board;
  readonly plans: readonly PlanSummary[];
}

function Sections({ tasks, board, plans }: Loaded) {
  const { t } = useTranslation();
  const { isStaff, isLeader } = useReach();
  const { committee } = useHere();
  const matters = tasks.filter(({ light, opensOn }) => light === null && opensOn <= committee.today);
  const duties = tasks.filter(({ light }) => light !== null);
  const leads = isLeader || !isStaff;
  // What the clerk is asked about stands there once, not again under "past the date".
  const asked = new Set(openQuestions(board.late, committee.id).map(({ id }) => id));
  const own = duties.filter(({ id }) => !asked.has(id));
  return (
    <>
      {isLeader && <Approvals plans={plans} />}
      {leads && <LateSection board={board} />}
      {leads && <NearSection />}
      {isStaff && <Questions late={board.late} />}
      {isStaff && <LeftBehindSection />}
      {isStaff && <MyOverdue tasks={own} />}
      <StandingInSections />
      {isStaff && <PlanSection plans={plans} />}
      {isStaff && <MyWeek tasks={own} />}
      {matters.length > 0 && (
        <Section title={t('home.memberTitle')}>
          <MatterList matters={matters} heading="h3" />
        </Section>
      )}
    </>
  );
}

/** The page's heading: the answer itself. */
function useAnswer(
  tasks: readonly Task[] | undefined,
  board: Board | undefined,
  plans: readonly PlanSummary[] | undefined,
): string | null {
  const { t } = useTranslation();
  const { committee } = useHere();
  const { isStaff, isLeader } = useReach();
  if (tasks === undefined || board === undefined || plans === undefined) return null;
  if (isLeader || !isStaff) {
    const approvals = isLeader ? plans.filter(({ state }) => state === 'submitted').length : 0;
    const late = board.lateCount;
    const parts = [
      approvals > 0 ? t('home.leaderApprovals', { count: approvals }) : null,
      late > 0 ? t('home.leaderLate', { count: late }) : t('home.leaderNothing'),
    ];
    return parts.filter((part) => part !== null).join(t('home.and'));
  }
  const { late, week, questions } = staffAnswer(tasks, openQuestions(board.late, committee.id), committee.today);
  const parts = [
    late > 0 ? t('home.staffLate', { count: late }) : null,
    week > 0 ? t('home.staffWeek', { count: week }) : null,
    questions > 0 ? t('home.staffQuestions', { count: questions }) : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? t('home.staffNothing') : parts.join(t('home.and'));
}
