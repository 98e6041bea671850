import type { Category, LightMeaning, OutsideMessage, Role, SentReminder, Task } from '../lib/api';
import type {
  BoardDivision,
  BoardSearch,
  LoginSearch,
  PeopleSearch,
  ScheduleSearch,
  ScheduleView,
  TaskSearch,
} from '../lib/urls';

/** What stands after the question mark is typed by people too: anything unknown is dropped, never an error. */
type Raw = Record<string, unknown>;

const oneOf =
  <Value extends string>(values: Readonly<Record<Value, true>>) =>
  (raw: unknown): Value | undefined =>
    typeof raw === 'string' && Object.hasOwn(values, raw) ? (raw as Value) : undefined;

const light = oneOf<LightMeaning>({
  'not-started': true,
  'on-course': true,
  remind: true,
  'near-due': true,
  warn: true,
  overdue: true,
  'long-overdue': true,
  paused: true,
  done: true,
  cancelled: true,
});
const status = oneOf<Task['status'] | 'all'>({ open: true, done: true, cancelled: true, all: true });
const category = oneOf<Category>({
  study: true,
  activity: true,
  inspection: true,
  research: true,
  consultation: true,
  oversight: true,
  proposal: true,
  opinion: true,
  liaison: true,
  enterprise: true,
  welfare: true,
  publicity: true,
  history: true,
  theory: true,
  institution: true,
  meeting: true,
  other: true,
});
const outcome = oneOf<SentReminder['outcome']>({
  sent: true,
  superseded: true,
  skipped: true,
  held: true,
  cancelled: true,
});
const outsideState = oneOf<OutsideMessage['state']>({
  waiting: true,
  retrying: true,
  'in-doubt': true,
  sent: true,
  failed: true,
  dropped: true,
  outbox: true,
});
const whose = oneOf<'mine' | 'committee'>({ mine: true, committee: true });
const view = oneOf<'days' | 'people' | 'dates'>({ days: true, people: true, dates: true });

const text = (raw: unknown) =>
  (typeof raw === 'string' || typeof raw === 'number') && raw !== '' ? String(raw).slice(0, 100) : undefined;
const page = (raw: unknown) => (Number.isInteger(Number(raw)) && Number(raw) > 1 ? Number(raw) : undefined);
const month = (raw: unknown) => (typeof raw === 'string' && /^\d{4}-\d{2}$/.test(raw) ? raw : undefined);

/** A month of the years that the calendar knows. */
const calendarMonth = (raw: unknown) =>
  typeof raw === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(raw) ? raw : undefined;

/** A path of this app; `//host` and `/\\host` would lead elsewhere. */
const ownPath = (raw: unknown) =>
  typeof raw === 'string' && raw.length <= 2000 && /^\/(?![/\\])/.test(raw) ? raw : undefined;

export const signInSearch = (raw: Raw): { to?: string } => ({ to: ownPath(raw.to) });
export const taskSearch = (raw: Raw): TaskSearch => ({
  whose: whose(raw.whose),
  status: status(raw.status),
  light: light(raw.light),
  category: category(raw.category),
  search: text(raw.search),
  page: page(raw.page),
});
export const rehearsalSearch = (raw: Raw): { month?: string; view?: 'days' | 'people' | 'dates' } => ({
  month: month(raw.month),
  view: view(raw.view),
});
const division = oneOf<BoardDivision>({ committee: true, holder: true, category: true });
export const boardSearch = (raw: Raw): BoardSearch => {
  const by = division(raw.by);
  const ofList = page(raw.page);
  return {
    ...(raw.below === false ? { below: false } : {}),
    ...(by === undefined ? {} : { by }),
    // A part of nothing is no part. A kind of work that is not named is a part, too.
    ...(by !== undefined && typeof raw.part === 'string' ? { part: raw.part } : {}),
    ...(ofList === undefined ? {} : { page: ofList }),
  };
};
export const yearSearch = (raw: Raw): { year?: number } => {
  const year = Number(raw.year);
  return Number.isInteger(year) && year >= 2004 && year <= 2100 ? { year } : {};
};
const role = oneOf<Role>({ staff: true, member: true, leader: true, unit: true, administrator: true });
export const peopleSearch = (raw: Raw): PeopleSearch => ({
  search: text(raw.search),
  role: role(raw.role),
  groupId: text(raw.groupId),
  state: raw.state === 'former' ? 'former' : undefined,
  page: page(raw.page),
});
export const loginSearch = (raw: Raw): LoginSearch => ({
  search: text(raw.search),
  state: raw.state === 'with' || raw.state === 'without' ? raw.state : undefined,
  page: page(raw.page),
});
const identifier = (raw: unknown) => (typeof raw === 'string' && /^[0-9a-f-]{36}$/.test(raw) ? raw : undefined);
const scheduleView = oneOf<ScheduleView>({ quarter: true, year: true });
export const scheduleSearch = (raw: Raw): ScheduleSearch => ({
  view: scheduleView(raw.view),
  month: calendarMonth(raw.month),
  category: category(raw.category),
  personId: identifier(raw.personId),
});
export const handOverSearch = (raw: Raw): { from?: string; to?: string } => ({
  from: identifier(raw.from),
  to: identifier(raw.to),
});
export const stopMailSearch = (raw: Raw): { of?: string } => ({
  of: typeof raw.of === 'string' ? raw.of.slice(0, 200) : undefined,
});
export const mailSearch = (raw: Raw): { state?: OutsideMessage['state']; page?: number } => ({
  state: outsideState(raw.state),
  page: page(raw.page),
});
export const sentSearch = (raw: Raw): { outcome?: SentReminder['outcome']; page?: number } => ({
  outcome: outcome(raw.outcome),
  page: page(raw.page),
});
