import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { api } from '../lib/api';
import { urls } from '../lib/urls';
import { PageFailure, PageLoading, PageNotFound } from './page-states';
import { createQueryClient } from './query-client';
import {
  boardSearch,
  handOverSearch,
  loginSearch,
  mailSearch,
  peopleSearch,
  rehearsalSearch,
  scheduleSearch,
  sentSearch,
  signInSearch,
  stopMailSearch,
  taskSearch,
  yearSearch,
} from './search';

export const queryClient = createQueryClient(() => {
  if (router.state.location.pathname === '/sign-in') return;
  queryClient.setQueryData(api.account.session.queryKey(), (old) => (old ? { ...old, account: null } : old));
  void router.navigate({ ...urls.signIn(router.state.location.href), replace: true });
});

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet });

const session = (client: QueryClient) =>
  client.ensureQueryData(api.account.session.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  beforeLoad: async ({ context, search }) => {
    const { account, isFirstRun } = await session(context.queryClient);
    if (isFirstRun) throw redirect(urls.setUp());
    if (account !== null) {
      if (search.to !== undefined) throw redirect({ href: search.to } as never);
      throw redirect(urls.start());
    }
  },
  component: lazyRouteComponent(() => import('../features/account/sign-in-page'), 'SignInPage'),
});

/** Where everybody lands who signed in with a password that somebody else has seen. */
const initialPassword = createRoute({
  getParentRoute: () => root,
  path: '/initial-password',
  validateSearch: signInSearch,
  beforeLoad: async ({ context, search }) => {
    const { account } = await session(context.queryClient);
    if (account === null) throw redirect(urls.signIn(search.to));
    if (account.hasInitialPassword) return;
    if (search.to !== undefined) throw redirect({ href: search.to } as never);
    throw redirect(urls.start());
  },
  component: lazyRouteComponent(() => import('../features/account/initial-password-page'), 'InitialPasswordPage'),
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  beforeLoad: async ({ context }) => {
    const { isFirstRun } = await session(context.queryClient);
    if (!isFirstRun) throw redirect(urls.signIn());
  },
  component: lazyRouteComponent(() => import('../features/account/set-up-page'), 'SetUpPage'),
});

/** Reached from a mail by whoever is signed in as nobody. */
const stopMail = createRoute({
  getParentRoute: () => root,
  path: '/stop-mail',
  validateSearch: stopMailSearch,
  component: lazyRouteComponent(() => import('../features/account/stop-mail-page'), 'StopMailPage'),
});

/** Everything behind it needs a signed-in person; others come back here after signing in. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const { account, isFirstRun } = await session(context.queryClient);
    if (isFirstRun) throw redirect(urls.setUp());
    if (account === null) throw redirect(urls.signIn(location.href === '/' ? undefined : location.href));
    if (account.hasInitialPassword)
      throw redirect(urls.initialPassword(location.href === '/' ? undefined : location.href));
    const committees = await context.queryClient.ensureQueryData(api.committee.list.queryOptions());
    return { account, committees };
  },
});

const start = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: ({ context }) => {
    const first = context.committees.find(({ myRoles }) => myRoles.length > 0) ?? context.committees[0];
    if (first !== undefined) throw redirect(urls.home(first.id));
  },
  component: lazyRouteComponent(() => import('./no-committee-page'), 'NoCommitteePage'),
});

const committee = createRoute({
  getParentRoute: () => signedIn,
  path: '/c/$committeeId',
  component: lazyRouteComponent(() => import('./shell/shell'), 'Shell'),
});

const inCommittee = () => committee;

const committeeStart = createRoute({
  getParentRoute: inCommittee,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect(urls.home(params.committeeId));
  },
});
const home = createRoute({
  getParentRoute: inCommittee,
  path: '/home',
  component: lazyRouteComponent(() => import('../features/home/home-page'), 'HomePage'),
});
const plans = createRoute({
  getParentRoute: inCommittee,
  path: '/plans',
  component: lazyRouteComponent(() => import('../features/annual-plan/plan-list-page'), 'PlanListPage'),
});
const plan = createRoute({
  getParentRoute: inCommittee,
  path: '/plans/$planId',
  component: lazyRouteComponent(() => import('../features/annual-plan/plan-page'), 'PlanPage'),
});
const rehearsal = createRoute({
  getParentRoute: inCommittee,
  path: '/plans/$planId/rehearsal',
  validateSearch: rehearsalSearch,
  component: lazyRouteComponent(() => import('../features/annual-plan/rehearsal-page'), 'RehearsalPage'),
});
const planCopy = createRoute({
  getParentRoute: inCommittee,
  path: '/plans/$planId/copy/$year',
  component: lazyRouteComponent(() => import('../features/annual-plan/plan-copy-page'), 'PlanCopyPage'),
});
const planReading = createRoute({
  getParentRoute: inCommittee,
  path: '/plans/$planId/reading',
  component: lazyRouteComponent(() => import('../features/annual-plan/reading-page'), 'ReadingPage'),
});
const yearRecord = createRoute({
  getParentRoute: inCommittee,
  path: '/years/$year',
  component: lazyRouteComponent(() => import('../features/year-record/year-record-page'), 'YearRecordPage'),
});
const amendment = createRoute({
  getParentRoute: inCommittee,
  path: '/plans/$planId/amendment',
  component: lazyRouteComponent(() => import('../features/annual-plan/amendment-page'), 'AmendmentPage'),
});
const closing = createRoute({
  getParentRoute: inCommittee,
  path: '/plans/$planId/closing',
  component: lazyRouteComponent(() => import('../features/annual-plan/closing-page'), 'ClosingPage'),
});
const papers = createRoute({
  getParentRoute: inCommittee,
  path: '/plans/$planId/papers',
  component: lazyRouteComponent(() => import('../features/annual-plan/plan-papers-page'), 'PlanPapersPage'),
});
const wallChart = createRoute({
  getParentRoute: inCommittee,
  path: '/plans/$planId/wall-chart',
  component: lazyRouteComponent(() => import('../features/annual-plan/wall-chart-page'), 'WallChartPage'),
});
const schedule = createRoute({
  getParentRoute: inCommittee,
  path: '/schedule',
  validateSearch: scheduleSearch,
  component: lazyRouteComponent(() => import('../features/schedule/schedule-page'), 'SchedulePage'),
});
const tasks = createRoute({
  getParentRoute: inCommittee,
  path: '/tasks',
  validateSearch: taskSearch,
  component: lazyRouteComponent(() => import('../features/task/task-list-page'), 'TaskListPage'),
});
const task = createRoute({
  getParentRoute: inCommittee,
  path: '/tasks/$taskId',
  component: lazyRouteComponent(() => import('../features/task/task-page'), 'TaskPage'),
});
const supervision = createRoute({
  getParentRoute: inCommittee,
  path: '/supervision',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('../features/supervision/board-page'), 'BoardPage'),
});
const slips = createRoute({
  getParentRoute: inCommittee,
  path: '/supervision/slips',
  validateSearch: yearSearch,
  component: lazyRouteComponent(() => import('../features/supervision/slips-page'), 'SlipsPage'),
});
const handOver = createRoute({
  getParentRoute: inCommittee,
  path: '/hand-over',
  validateSearch: handOverSearch,
  component: lazyRouteComponent(() => import('../features/hand-over/hand-over-page'), 'HandOverPage'),
});
const wordings = createRoute({
  getParentRoute: inCommittee,
  path: '/settings/wordings',
  component: lazyRouteComponent(() => import('../features/reminder/wordings-page'), 'WordingsPage'),
});
const standIns = createRoute({
  getParentRoute: inCommittee,
  path: '/settings/stand-ins',
  component: lazyRouteComponent(() => import('../features/settings/stand-ins-page'), 'StandInsPage'),
});
const workflowCase = createRoute({
  getParentRoute: inCommittee,
  path: '/cases/$instanceId',
  component: lazyRouteComponent(() => import('../features/workflow/case-page'), 'CasePage'),
});
const callSheet = createRoute({
  getParentRoute: inCommittee,
  path: '/cases/$instanceId/call-sheet',
  component: lazyRouteComponent(() => import('../features/call-sheet/call-sheet-page'), 'CallSheetPage'),
});
const reminders = createRoute({
  getParentRoute: inCommittee,
  path: '/reminders',
  validateSearch: sentSearch,
  component: lazyRouteComponent(() => import('../features/reminder/sent-page'), 'SentPage'),
});
const mails = createRoute({
  getParentRoute: inCommittee,
  path: '/reminders/mails',
  validateSearch: mailSearch,
  component: lazyRouteComponent(() => import('../features/reminder/mails-page'), 'MailsPage'),
});
const mail = createRoute({
  getParentRoute: inCommittee,
  path: '/reminders/mails/$messageId',
  component: lazyRouteComponent(() => import('../features/reminder/mail-page'), 'MailPage'),
});
const settings = createRoute({
  getParentRoute: inCommittee,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/settings-page'), 'SettingsPage'),
});
const rules = createRoute({
  getParentRoute: inCommittee,
  path: '/settings/rules',
  component: lazyRouteComponent(() => import('../features/settings/rules-page'), 'RulesPage'),
});
const rulesEditor = createRoute({
  getParentRoute: inCommittee,
  path: '/settings/rules/edit',
  component: lazyRouteComponent(() => import('../features/settings/rules-editor-page'), 'RulesEditorPage'),
});
const people = createRoute({
  getParentRoute: inCommittee,
  path: '/settings/people',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('../features/roster/people-page'), 'PeoplePage'),
});
const logins = createRoute({
  getParentRoute: inCommittee,
  path: '/settings/people/logins',
  validateSearch: loginSearch,
  component: lazyRouteComponent(() => import('../features/login/logins-page'), 'LoginsPage'),
});
const rosterImport = createRoute({
  getParentRoute: inCommittee,
  path: '/settings/people/import',
  component: lazyRouteComponent(() => import('../features/roster/roster-import-page'), 'RosterImportPage'),
});
const units = createRoute({
  getParentRoute: inCommittee,
  path: '/settings/units',
  component: lazyRouteComponent(() => import('../features/roster/units-page'), 'UnitsPage'),
});
const calendar = createRoute({
  getParentRoute: inCommittee,
  path: '/settings/calendar',
  validateSearch: yearSearch,
  component: lazyRouteComponent(() => import('../features/work-calendar/calendar-page'), 'CalendarPage'),
});
const notice = createRoute({
  getParentRoute: inCommittee,
  path: '/settings/calendar/notice/$year',
  component: lazyRouteComponent(() => import('../features/work-calendar/notice-page'), 'NoticePage'),
});
const channels = createRoute({
  getParentRoute: inCommittee,
  path: '/settings/channels',
  component: lazyRouteComponent(() => import('../features/channel/channels-page'), 'ChannelsPage'),
});
const inbox = createRoute({
  getParentRoute: inCommittee,
  path: '/inbox',
  component: lazyRouteComponent(() => import('../features/reminder/inbox-page'), 'InboxPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    initialPassword,
    setUp,
    stopMail,
    signedIn.addChildren([
      start,
      committee.addChildren([
        committeeStart,
        home,
        plans,
        plan,
        rehearsal,
        planCopy,
        planReading,
        yearRecord,
        amendment,
        closing,
        papers,
        wallChart,
        schedule,
        tasks,
        task,
        supervision,
        slips,
        workflowCase,
        callSheet,
        handOver,
        wordings,
        standIns,
        reminders,
        channels,
        mails,
        mail,
        inbox,
        settings,
        rules,
        rulesEditor,
        people,
        logins,
        rosterImport,
        units,
        calendar,
        notice,
      ]),
    ]),
  ]),
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: PageFailure,
  defaultNotFoundComponent: PageNotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
