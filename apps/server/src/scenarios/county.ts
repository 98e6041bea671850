import { around, away, by, each, half, month, monthlyOn, tenDays, within } from './cadences.js';
import { inspectionItems } from './county-inspections.js';
import { COUNTY, countyCommittees, countyPeople, sectors } from './county-people.js';
import { proposalItems } from './county-proposals.js';
import { plainItem, type Scenario, type ScenarioItem } from './scenario.js';

const asPlanned = { ...plainItem, responsible: 'office-clerk', leader: 'chair' } as const;

/** Meetings, study, members' days, welfare, history and the year's report. */
const commonItems = (year: number): ScenarioItem[] => [
  {
    ...asPlanned,
    title: '全体委员会议',
    category: 'meeting',
    workflow: 'activity',
    cadence: around('event:plenary-opens', { from: away.days(0), to: away.days(0), shift: 'none' }),
    responsible: 'office-head',
    sourceText: '县政协七届三次会议。',
  },
  {
    ...asPlanned,
    title: '常务委员会会议',
    category: 'meeting',
    workflow: 'activity',
    cadence: each('quarter'),
    group: 'standing',
    sourceText: '政协召开的会议,党委、人大、政府负责同志应到会听取意见。',
  },
  {
    ...asPlanned,
    title: '主席会议',
    category: 'meeting',
    workflow: 'duty',
    cadence: monthlyOn(15),
    participants: 'none',
    sourceText: null,
  },
  {
    ...asPlanned,
    title: '常委集体学习',
    category: 'study',
    workflow: 'study-session',
    cadence: each('quarter'),
    group: 'standing',
    reportWanted: true,
    sourceText: '按照中央全会要求,始终坚持围绕中心、服务大局积极履行职能。',
  },
  ...sectors.slice(0, 4).map(({ key, name }) => ({
    ...asPlanned,
    title: `${name}委员活动日`,
    category: 'activity' as const,
    workflow: 'activity' as const,
    cadence: each('half-year'),
    group: key,
    leader: 'vice-society',
    sourceText: '为委员提供知情悉政的机会。',
  })),
  {
    ...asPlanned,
    title: '春节走访慰问困难群众',
    category: 'welfare',
    workflow: 'duty',
    cadence: around('festival:spring-festival', { from: away.days(-20), to: away.days(-3) }),
    participants: 'none',
    leader: 'vice-agriculture',
    sourceText: '积极做好扶贫帮困工作,为贫困户送粮食、衣物及生产启动资金。',
  },
  {
    ...asPlanned,
    title: '结对帮扶村项目建设',
    category: 'welfare',
    workflow: 'duty',
    cadence: within(half(1), half(2)),
    participants: 'none',
    leader: 'vice-agriculture',
    sourceText: '帮助筹划通村公路建设并为其多方筹措建设资金。',
  },
  {
    ...asPlanned,
    title: '援建中心小学文化墙',
    category: 'welfare',
    workflow: 'activity',
    cadence: within(tenDays(5, 3)),
    group: 'education',
    leader: 'vice-society',
    sites: ['河湾中心小学'],
    sourceText: '筹集资金为中心小学建设长达70余米的文化墙。',
  },
  {
    ...asPlanned,
    title: '走访台属侨眷代表',
    category: 'liaison',
    workflow: 'duty',
    cadence: around('festival:mid-autumn', { from: away.days(-15), to: away.days(-1) }),
    participants: 'none',
    leader: 'vice-society',
    sourceText: '组织机关工作人员走访全县台属侨眷代表。',
  },
  {
    ...asPlanned,
    title: '文史专辑征稿',
    category: 'history',
    workflow: 'solicitation',
    cadence: by(`${year}-06-30`),
    target: 6,
    group: 'history',
    responsible: 'history-clerk',
    leader: 'vice-society',
    sourceText: '全书选编各类史料74篇,共21万多字。',
  },
  {
    ...asPlanned,
    title: '文史专辑编辑定稿',
    category: 'history',
    workflow: 'duty',
    cadence: by(`${year}-09-30`),
    participants: 'none',
    responsible: 'history-clerk',
    leader: 'vice-society',
    sourceText: '经过近一年多的努力。',
  },
  {
    ...asPlanned,
    title: '文史专辑出版发行',
    category: 'history',
    workflow: 'duty',
    cadence: by(`${year}-12-15`),
    participants: 'none',
    responsible: 'history-clerk',
    leader: 'vice-society',
    sourceText: '文史专辑已顺利出版发行。',
  },
  {
    ...asPlanned,
    title: '政协在和谐社会建设中作用的课题调研',
    category: 'research',
    workflow: 'inspection',
    cadence: within(month(10)),
    group: 'standing',
    responsible: 'office-head',
    sourceText: '从办公室和专委会抽调力量,进行总结和研讨,形成成果报告。',
  },
  {
    ...asPlanned,
    title: '修订提案、信息等工作制度',
    category: 'institution',
    workflow: 'duty',
    cadence: by(`${year}-06-30`),
    participants: 'none',
    responsible: 'office-head',
    sourceText: '对政策制订依据和程序进行监督,并通过协商建言使之趋于完备。',
  },
  {
    ...asPlanned,
    title: '年度工作总结和下年工作思路建议',
    category: 'institution',
    workflow: 'duty',
    cadence: by(`${year}-12-20`),
    participants: 'none',
    responsible: 'office-head',
    sourceText: '建议县政协在新的一年里,重点从以下几个方面促进和谐社会建设。',
  },
];

/** All that the second source document says its county wants to do in a year, and has done. */
export const countyItems = (year: number): ScenarioItem[] => [
  ...commonItems(year),
  ...proposalItems(year),
  ...inspectionItems(),
];

/** The county committee of the second source document with its whole plan, entered by hand. */
export const countyScenario: Scenario = {
  committees: countyCommittees,
  people: countyPeople,
  plans: [
    {
      committee: COUNTY,
      title: (year) => `青岚县政协${year}年工作要点`,
      anchors: (year) => [
        { key: 'plenary-opens', name: '县政协全体会议开幕', on: `${year}-02-24`, isProvisional: false },
        { key: 'plenary-closes', name: '县政协全体会议闭幕', on: `${year}-02-27`, isProvisional: false },
        { key: 'hand-over-meeting', name: '提案交办会', on: `${year}-03-24`, isProvisional: true },
        { key: 'medical-scheme', name: '新型农村合作医疗扩面启动', on: `${year}-04-01`, isProvisional: false },
      ],
      items: countyItems,
    },
  ],
};
