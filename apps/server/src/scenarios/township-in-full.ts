import { around, away, between, by, each, half, quarter, wholeYear, within } from './cadences.js';
import { plainItem, type Scenario, type ScenarioItem } from './scenario.js';
import { townshipScenario } from './township.js';

const asPlanned = { ...plainItem, responsible: 'clerk', leader: 'leader' } as const;

/** What a plan of the first source document says in full: study, activities, inspections, proposals, oversight, welfare. */
const items = (year: number): ScenarioItem[] => [
  {
    ...asPlanned,
    title: '委员学习',
    category: 'study',
    workflow: 'study-session',
    cadence: each('quarter'),
    reportWanted: true,
    sourceText: '按照区、乡党委统一部署,落实各项学习制度。',
  },
  {
    ...asPlanned,
    title: '委员活动(每季度至少一次)',
    category: 'activity',
    workflow: 'activity',
    cadence: each('quarter'),
    sourceText: '至少一个季度组织委员活动一次。',
  },
  {
    ...asPlanned,
    title: '全乡重点工程视察',
    category: 'inspection',
    workflow: 'inspection',
    cadence: within(quarter(2)),
    leadOffice: '乡政协工委办公室',
    cooperating: ['乡村镇建设办', '乡水利站'],
    sites: ['云岭水库除险加固', '乡中心小学新校区', '松坪公路云岭段'],
    sourceText: '组织委员对全乡重点工程等工作进行调查视察,使委员对全乡工作情况有一个细致的了解。',
  },
  {
    ...asPlanned,
    title: '社会保障情况视察调研',
    category: 'inspection',
    workflow: 'inspection',
    cadence: within(half(2)),
    reportWanted: true,
    leadOffice: '乡政协工委办公室',
    cooperating: ['乡民政办', '乡社保所'],
    sites: ['乡敬老院', '社会保障服务站'],
    sourceText: '在下半年,组织委员对××乡社会保障情况进行一次视察调研,并写好一份有质量的调研报告。',
  },
  {
    ...asPlanned,
    title: '参加上级政协组织的调研评议',
    category: 'research',
    workflow: 'activity',
    cadence: within(wholeYear),
    times: 2,
    sourceText: '积极参加区政协组织的调研评议。',
  },
  {
    ...asPlanned,
    title: '每位委员提交两份有质量的提案',
    category: 'proposal',
    workflow: 'solicitation',
    cadence: around('event:plenary-opens', { from: away.months(-3), to: away.workdays(-7) }),
    target: 2,
    sourceText: '在政协六届5次会议中,每个委员至少提交两份有质量的提案。',
  },
  {
    ...asPlanned,
    title: '反映社情民意信息',
    category: 'opinion',
    workflow: 'solicitation',
    cadence: within(wholeYear),
    sourceText: '更加关注民生,积极了解民情,反映民意。',
  },
  {
    ...asPlanned,
    title: '在建重点工程民主监督',
    category: 'oversight',
    workflow: 'oversight',
    cadence: by(`${year}-10-31`),
    sites: ['云岭水库除险加固', '松坪公路云岭段'],
    sourceText: '切实发挥政协民主监督职能,协助党委、政府做好在建各项重点工程和中心工作。',
  },
  {
    ...asPlanned,
    title: '服务招商引资和中心工作',
    category: 'enterprise',
    workflow: 'duty',
    cadence: each('half-year'),
    participants: 'none',
    sourceText: '积极参与招商引资和重点工程建设等重要工作。',
  },
  {
    ...asPlanned,
    title: '防汛期间委员值守',
    category: 'welfare',
    workflow: 'activity',
    cadence: between(`${year}-06-15`, `${year}-07-15`),
    sourceText: '深入受灾群众家中,现场帮助群众转移至安全处。',
  },
  {
    ...asPlanned,
    title: '重阳节走访慰问',
    category: 'welfare',
    workflow: 'activity',
    cadence: around('festival:double-ninth', { from: away.days(-10), to: away.days(0) }),
    participants: 'none',
    sourceText: '多做稳人心、得人心、暖人心、聚人心的好事实事。',
  },
  {
    ...asPlanned,
    title: '查找不足、研究改进措施',
    category: 'institution',
    workflow: 'duty',
    cadence: by(`${year}-12-10`),
    participants: 'none',
    responsible: 'leader',
    sourceText: '工作中存在很多不足,有些问题需要在今后实践中进一步探索。',
  },
  {
    ...asPlanned,
    title: '年度工作汇报和下年工作安排',
    category: 'institution',
    workflow: 'duty',
    cadence: by(`${year}-12-20`),
    participants: 'none',
    sourceText: '乡镇政协工作汇报及工作思路。',
  },
];

/** The township work committee of the first source document with its whole plan, entered by hand. */
export const townshipInFullScenario: Scenario = {
  ...townshipScenario,
  plans: townshipScenario.plans.map((plan) => ({
    ...plan,
    anchors: (year) => [
      // The session before which members hand in is the county's, in the last days of the year.
      { key: 'plenary-opens', name: '县政协全体会议', on: `${year}-12-21`, isProvisional: true },
    ],
    items,
  })),
};
