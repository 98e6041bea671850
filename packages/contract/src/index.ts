import { accountContract } from './account/account.js';
import { annualPlanContract } from './annual-plan/annual-plan.js';
import { planPaperContract } from './annual-plan/plan-paper.js';
import { callSheetContract } from './call-sheet/call-sheet.js';
import { channelContract } from './channel/channel.js';
import { committeeContract } from './committee/committee.js';
import { loginContract } from './login/login.js';
import { memberPageContract } from './member-page/member-page.js';
import { deliveryContract } from './reminder/delivery.js';
import { noticeWordingContract } from './reminder/notice-wording.js';
import { reminderContract } from './reminder/reminder.js';
import { rosterContract } from './roster/roster.js';
import { ruleProfileContract } from './rule-profile/rule-profile.js';
import { scheduleContract } from './schedule/schedule.js';
import { standInContract } from './stand-in/stand-in.js';
import { supervisionContract } from './supervision/supervision.js';
import { taskContract } from './task/task.js';
import { anchorContract } from './work-calendar/anchor.js';
import { workCalendarContract } from './work-calendar/work-calendar.js';
import { workflowContract } from './workflow/workflow.js';
import { yearRecordContract } from './year-record/year-record.js';

/** The whole API as data: routes, inputs, outputs, errors and the policy of each route, by business noun. */
export const contract = {
  account: accountContract,
  committee: committeeContract,
  roster: rosterContract,
  login: loginContract,
  standIn: standInContract,
  workCalendar: workCalendarContract,
  anchor: anchorContract,
  ruleProfile: ruleProfileContract,
  annualPlan: annualPlanContract,
  planPaper: planPaperContract,
  workflow: workflowContract,
  task: taskContract,
  memberPage: memberPageContract,
  callSheet: callSheetContract,
  supervision: supervisionContract,
  reminder: reminderContract,
  noticeWording: noticeWordingContract,
  delivery: deliveryContract,
  channel: channelContract,
  yearRecord: yearRecordContract,
  schedule: scheduleContract,
};
export type Contract = typeof contract;

export type { NoticeFaultCode } from '@xushi/domain';
export { type PlanFile, planFile } from './annual-plan/plan-file.js';
export { type RefusalReason, refusalErrorOf, refusalReasons, refusals, type WithStatus } from './errors.js';
export type { Policy, RouteMeta } from './route.js';
