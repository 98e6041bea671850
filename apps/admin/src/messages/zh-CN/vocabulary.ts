import type { Category, Level, Light, Notice, Role, SentReminder, Task, TaskKind } from '../../lib/api';

const roles: Readonly<Record<Role, string>> = {
  staff: '工作人员',
  member: '委员',
  leader: '领导',
  unit: '承办单位',
  administrator: '系统管理员',
};
const levels: Readonly<Record<Level, string>> = { county: '县级', township: '乡镇', street: '街道' };
const categories: Readonly<Record<Category, string>> = {
  study: '学习',
  activity: '委员活动',
  inspection: '视察',
  research: '调研',
  consultation: '协商',
  oversight: '民主监督',
  proposal: '提案',
  opinion: '社情民意',
  liaison: '联络',
  enterprise: '联系企业',
  welfare: '公益',
  publicity: '宣传',
  history: '文史',
  theory: '理论研究',
  institution: '制度建设',
  meeting: '会议',
  other: '其他',
};
const lights: Readonly<Record<Light, string>> = {
  grey: '未开始',
  green: '正常',
  yellow: '临期',
  red: '逾期',
  blue: '已办结',
  paused: '暂停',
  cancelled: '已取消',
};
const taskKinds: Readonly<Record<TaskKind, string>> = {
  'approve-plan': '审批计划',
  'publish-plan': '发布计划',
  'hold-activity': '组织开展',
  'answer-invitation': '回复参加',
  'write-report': '撰写报告',
  contribute: '提交',
};
const taskStatuses: Readonly<Record<Task['status'], string>> = { open: '待办', done: '已办', cancelled: '已取消' };
const origins: Readonly<Record<Task['origin'], string>> = { planned: '计划内', unplanned: '临时', urging: '催办' };
const forms: Readonly<Record<Notice['form'], string>> = {
  notice: '提前告知',
  approaching: '临期提醒',
  'due-today': '当日提醒',
  'past-due': '期限已过',
  'ask-record': '询问是否漏记',
  escalation: '报告领导',
  urging: '催办',
  assigned: '新任务',
};
const outcomes: Readonly<Record<SentReminder['outcome'] | 'planned', string>> = {
  planned: '待发送',
  sent: '已发送',
  superseded: '已由后来的代替',
  skipped: '未发',
  held: '暂停期间未发',
  cancelled: '已取消',
};
const deliveries: Readonly<Record<SentReminder['recipients'][number]['delivery'], string>> = {
  waiting: '待送达',
  delivered: '已送达',
  'in-doubt': '待核实',
  failed: '未送达',
  dropped: '不再发送',
};

export const vocabulary = {
  roles,
  levels,
  categories,
  lights,
  taskKinds,
  taskStatuses,
  origins,
  forms,
  outcomes,
  deliveries,
  reasons: {
    reached: '时点已到',
    overtaken: '时点已过，由更近的一次代替',
    'plan-amended': '计划调整，期限已改',
    'calendar-changed': '放假安排调整，期限已改',
    'on-hold': '任务暂停中',
    'nobody-in-office': '当日无在任收件人',
    'task-done': '任务已办结',
    'task-cancelled': '任务已取消',
  },
  rungs: {
    daysBefore: '提前 {{count}} 天',
    workdaysBefore_other: '提前 {{count}} 个工作日',
    onTheDay: '到期当日',
    workdaysAfter_other: '到期后 {{count}} 个工作日',
  },
  anchors: {
    festival: {
      'new-year': '元旦',
      'spring-festival': '春节',
      'lantern-festival': '元宵节',
      'womens-day': '三八妇女节',
      qingming: '清明节',
      'labour-day': '劳动节',
      'youth-day': '五四青年节',
      'dragon-boat': '端午节',
      'party-day': '七一建党节',
      'army-day': '八一建军节',
      'mid-autumn': '中秋节',
      'cppcc-day': '人民政协成立日',
      'national-day': '国庆节',
      'double-ninth': '重阳节',
      laba: '腊八节',
    },
    event: { 'plenary-opens': '全会开幕', 'plenary-closes': '全会闭幕', 'hand-over-meeting': '交办会' },
  },
  periods: {
    quarter: { q1: '一季度', q2: '二季度', q3: '三季度', q4: '四季度' },
    half: { h1: '上半年', h2: '下半年' },
    year: '全年',
  },
};
