import type { Category, LightMeaning, Role, Task } from './api';

/** Everything the task list can be narrowed by; kept in the address. */
export interface TaskSearch {
  readonly whose?: 'mine' | 'committee';
  readonly status?: Task['status'] | 'all';
  readonly light?: LightMeaning;
  readonly category?: Category;
  readonly search?: string;
  readonly page?: number;
}

/** Everything the roster can be narrowed by; kept in the address. */
export interface PeopleSearch {
  readonly search?: string;
  readonly role?: Role;
  readonly groupId?: string;
  readonly state?: 'former';
  readonly page?: number;
}

/** Everything the list of logins can be narrowed by; kept in the address. */
export interface LoginSearch {
  readonly search?: string;
  readonly state?: 'with' | 'without';
  readonly page?: number;
}

export type BoardDivision = 'committee' | 'holder' | 'category';

/** How the supervision board is divided, which part of it is listed, and what page of that; kept in the address. */
export interface BoardSearch {
  readonly below?: false;
  readonly by?: BoardDivision;
  readonly part?: string;
  readonly page?: number;
}

export type ScheduleView = 'quarter' | 'year';

/** What stretch of the schedule is shown, as what, and what it is narrowed to; kept in the address. A month is the rule. */
export interface ScheduleSearch {
  readonly view?: ScheduleView;
  /** A month of the stretch: `2026-09`. Without one, today's. */
  readonly month?: string;
  readonly category?: Category;
  readonly personId?: string;
}

/** Every address of the app, in one place. Spread into a Link or handed to `navigate`. */
export const urls = {
  signIn: (to?: string) => ({ to: '/sign-in', search: to === undefined ? {} : { to } }) as const,
  initialPassword: (to?: string) => ({ to: '/initial-password', search: to === undefined ? {} : { to } }) as const,
  setUp: () => ({ to: '/set-up' }) as const,
  start: () => ({ to: '/' }) as const,
  home: (committeeId: string) => ({ to: '/c/$committeeId/home', params: { committeeId } }) as const,
  plans: (committeeId: string) => ({ to: '/c/$committeeId/plans', params: { committeeId } }) as const,
  plan: (committeeId: string, planId: string) =>
    ({ to: '/c/$committeeId/plans/$planId', params: { committeeId, planId } }) as const,
  rehearsal: (committeeId: string, planId: string) =>
    ({ to: '/c/$committeeId/plans/$planId/rehearsal', params: { committeeId, planId }, search: {} }) as const,
  amendment: (committeeId: string, planId: string) =>
    ({ to: '/c/$committeeId/plans/$planId/amendment', params: { committeeId, planId } }) as const,
  closing: (committeeId: string, planId: string) =>
    ({ to: '/c/$committeeId/plans/$planId/closing', params: { committeeId, planId } }) as const,
  planReading: (committeeId: string, planId: string) =>
    ({ to: '/c/$committeeId/plans/$planId/reading', params: { committeeId, planId } }) as const,
  planCopy: (committeeId: string, planId: string, year: number) =>
    ({ to: '/c/$committeeId/plans/$planId/copy/$year', params: { committeeId, planId, year: String(year) } }) as const,
  papers: (committeeId: string, planId: string) =>
    ({ to: '/c/$committeeId/plans/$planId/papers', params: { committeeId, planId } }) as const,
  wallChart: (committeeId: string, planId: string) =>
    ({ to: '/c/$committeeId/plans/$planId/wall-chart', params: { committeeId, planId } }) as const,
  yearRecord: (committeeId: string, year: number) =>
    ({ to: '/c/$committeeId/years/$year', params: { committeeId, year: String(year) } }) as const,
  schedule: (committeeId: string, search: ScheduleSearch = {}) =>
    ({ to: '/c/$committeeId/schedule', params: { committeeId }, search }) as const,
  tasks: (committeeId: string, search: TaskSearch = {}) =>
    ({ to: '/c/$committeeId/tasks', params: { committeeId }, search }) as const,
  task: (committeeId: string, taskId: string) =>
    ({ to: '/c/$committeeId/tasks/$taskId', params: { committeeId, taskId } }) as const,
  supervision: (committeeId: string) =>
    ({ to: '/c/$committeeId/supervision', params: { committeeId }, search: {} }) as const,
  slips: (committeeId: string, year?: number) =>
    ({ to: '/c/$committeeId/supervision/slips', params: { committeeId }, search: { year } }) as const,
  handOver: (committeeId: string, from: string | null = null, to: string | null = null) =>
    ({
      to: '/c/$committeeId/hand-over',
      params: { committeeId },
      search: { from: from ?? undefined, to: to ?? undefined },
    }) as const,
  wordings: (committeeId: string) => ({ to: '/c/$committeeId/settings/wordings', params: { committeeId } }) as const,
  standIns: (committeeId: string) => ({ to: '/c/$committeeId/settings/stand-ins', params: { committeeId } }) as const,
  case: (committeeId: string, instanceId: string) =>
    ({ to: '/c/$committeeId/cases/$instanceId', params: { committeeId, instanceId } }) as const,
  callSheet: (committeeId: string, instanceId: string) =>
    ({ to: '/c/$committeeId/cases/$instanceId/call-sheet', params: { committeeId, instanceId } }) as const,
  reminders: (committeeId: string) =>
    ({ to: '/c/$committeeId/reminders', params: { committeeId }, search: {} }) as const,
  mails: (committeeId: string) =>
    ({ to: '/c/$committeeId/reminders/mails', params: { committeeId }, search: {} }) as const,
  mail: (committeeId: string, messageId: string) =>
    ({ to: '/c/$committeeId/reminders/mails/$messageId', params: { committeeId, messageId } }) as const,
  settings: (committeeId: string) => ({ to: '/c/$committeeId/settings', params: { committeeId } }) as const,
  rules: (committeeId: string) => ({ to: '/c/$committeeId/settings/rules', params: { committeeId } }) as const,
  rulesEditor: (committeeId: string) =>
    ({ to: '/c/$committeeId/settings/rules/edit', params: { committeeId } }) as const,
  people: (committeeId: string, search: PeopleSearch = {}) =>
    ({ to: '/c/$committeeId/settings/people', params: { committeeId }, search }) as const,
  logins: (committeeId: string, search: LoginSearch = {}) =>
    ({ to: '/c/$committeeId/settings/people/logins', params: { committeeId }, search }) as const,
  rosterImport: (committeeId: string) =>
    ({ to: '/c/$committeeId/settings/people/import', params: { committeeId } }) as const,
  units: (committeeId: string) => ({ to: '/c/$committeeId/settings/units', params: { committeeId } }) as const,
  calendar: (committeeId: string, year?: number) =>
    ({ to: '/c/$committeeId/settings/calendar', params: { committeeId }, search: { year } }) as const,
  notice: (committeeId: string, year: number) =>
    ({ to: '/c/$committeeId/settings/calendar/notice/$year', params: { committeeId, year: String(year) } }) as const,
  channels: (committeeId: string) => ({ to: '/c/$committeeId/settings/channels', params: { committeeId } }) as const,
  inbox: (committeeId: string) => ({ to: '/c/$committeeId/inbox', params: { committeeId } }) as const,
};
