import components from 'antd/locale/zh_CN';
import { account } from './account';
import { annualPlan } from './annual-plan';
import { app } from './app';
import { attendance } from './attendance';
import { callSheet } from './call-sheet';
import { channel } from './channel';
import { delivery } from './delivery';
import { failure } from './failure';
import { handOver } from './hand-over';
import { home } from './home';
import { login } from './login';
import { planPapers } from './plan-papers';
import { reminder } from './reminder';
import { roster } from './roster';
import { schedule } from './schedule';
import { settings } from './settings';
import { supervision } from './supervision';
import { task } from './task';
import { vocabulary } from './vocabulary';
import { workCalendar } from './work-calendar';
import { workflow } from './workflow';
import { yearRecord } from './year-record';

export const messages = {
  account,
  annualPlan,
  app,
  channel,
  delivery,
  attendance,
  callSheet,
  failure,
  handOver,
  home,
  login,
  planPapers,
  reminder,
  roster,
  schedule,
  settings,
  supervision,
  task,
  vocabulary,
  workCalendar,
  workflow,
  yearRecord,
};
export { components };
