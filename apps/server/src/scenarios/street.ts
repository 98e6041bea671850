import { around, away, by, each, half, month, quarter, tenDays, within } from './cadences.js';
import { inventedName } from './invented-names.js';
import { plainItem, type Scenario, type ScenarioItem, type ScenarioPerson } from './scenario.js';

const COMMITTEE = 'street';
const MEMBERS = 20;
/** Where the county scenario's names end, so that both can stand in one installation. */
const FIRST_NAME = 400;

const groups = [
  { key: 'industry', kind: 'liaison', name: '驻地企业联络小组' },
  { key: 'institutions', kind: 'liaison', name: '驻地事业单位联络小组' },
  { key: 'community', kind: 'liaison', name: '社区联络小组' },
  { key: 'parties', kind: 'sector', name: '党派和工商联' },
] as const;

const members: ScenarioPerson[] = Array.from({ length: MEMBERS }, (_, index) => ({
  key: `street-member-${index + 1}`,
  name: inventedName(FIRST_NAME + index),
  loginName: `jiedao${index + 1}`,
  offices: [
    { committee: COMMITTEE, role: 'member', title: '委员', group: groups[index % groups.length]?.key ?? 'community' },
  ],
}));

const asPlanned = { ...plainItem, responsible: 'street-clerk', leader: 'street-leader' } as const;

/** What the third source document says the street's office wants to do in its year. */
const items = (year: number): ScenarioItem[] => [
  {
    ...asPlanned,
    title: '委员集体学习',
    category: 'study',
    workflow: 'study-session',
    cadence: each('quarter'),
    sourceText: '组织辖区内的政协委员积极参加各类报告会和集体学习活动,通过座谈会、讨论会、讲课等多种形式。',
  },
  {
    ...asPlanned,
    title: '上级会议精神报告会',
    category: 'study',
    workflow: 'study-session',
    cadence: within(month(4)),
    reportWanted: true,
    sourceText: '重点学习全国省市区“两会”政协会议精神以及上级加强政协工作的要求。',
  },
  {
    ...asPlanned,
    title: '产业结构调整提升视察',
    category: 'inspection',
    workflow: 'inspection',
    cadence: within(quarter(2)),
    sites: ['血液净化材料扩产项目', '传感器组件项目', '耐火材料新产线', '农副产品批发市场'],
    sourceText: '围绕重点工业项目转型升级,开展产业结构调整提升视察活动。',
  },
  {
    ...asPlanned,
    title: '城市化水平提升视察',
    category: 'inspection',
    workflow: 'inspection',
    cadence: within(quarter(3)),
    sites: ['青石片棚户区', '杏园片棚户区', '老旧小区改造', '东环路南延', '五福路北延', '背街小巷改造(四条)'],
    sourceText: '围绕棚户区改造、老旧小区改造、道路工程及城市管理长效机制,开展城市化水平提升视察活动。',
  },
  {
    ...asPlanned,
    title: '社会管理服务提升视察(一次)',
    category: 'inspection',
    workflow: 'inspection',
    cadence: within(half(2)),
    sites: ['社会管理服务中心', '网格化管理', '视频全覆盖工程'],
    sourceText: '围绕社会管理服务中心建设、网格化管理工作、视频全覆盖工程开展一次社会管理服务提升视察活动。',
  },
  {
    ...asPlanned,
    title: '街道协商议事',
    category: 'consultation',
    workflow: 'consultation',
    cadence: each('half-year'),
    sourceText: '进一步完善政治协商的内容、形式和程序。',
  },
  {
    ...asPlanned,
    title: '知情、联系、反馈、责任追究四环节民主监督',
    category: 'oversight',
    workflow: 'oversight',
    cadence: within(tenDays(6, 2), tenDays(11, 3)),
    group: 'community',
    sourceText: '在知情、联系、反馈、责任追究等环节上完善委员行使监督职权的保障机制。',
  },
  {
    ...asPlanned,
    title: '成立政协工作联络小组',
    category: 'institution',
    workflow: 'duty',
    cadence: by(`${year}-03-20`),
    participants: 'none',
    sourceText: '成立政协工作联络小组,广泛联络和组织驻地企、事业单位中的政协委员。',
  },
  ...groups.slice(0, 3).map(({ key, name }) => ({
    ...asPlanned,
    title: `${name}活动`,
    category: 'liaison' as const,
    workflow: 'activity' as const,
    cadence: each('half-year'),
    group: key,
    sourceText: '充分发挥他们的主动性和积极性,针对民生事业、社区建设、社会创新管理、经济发展做出贡献。',
  })),
  {
    ...asPlanned,
    title: '民主党派、工商联、无党派人士联合座谈',
    category: 'liaison',
    workflow: 'activity',
    cadence: each('half-year'),
    group: 'parties',
    sourceText: '加强与民主党派、工商联、无党派人士的联合,听取各界人士的意见和建议。',
  },
  {
    ...asPlanned,
    title: '制度化、规范化、程序化建设',
    category: 'institution',
    workflow: 'duty',
    cadence: by(`${year}-06-30`),
    participants: 'none',
    responsible: 'street-leader',
    sourceText: '切实加强政协履行职能的制度化、规范化、程序化建设。',
  },
  {
    ...asPlanned,
    title: '政协理论研讨会',
    category: 'theory',
    workflow: 'study-session',
    cadence: within(month(9)),
    reportWanted: true,
    sourceText: '重点围绕项目建设、城市化建设、棚户区改造等方面进行研讨。',
  },
  {
    ...asPlanned,
    title: '撰写理论研讨文章',
    category: 'theory',
    workflow: 'solicitation',
    cadence: by(`${year}-08-31`),
    group: 'institutions',
    sourceText: '重视理论作用,抓好政协理论研讨。',
  },
  {
    ...asPlanned,
    title: '撰写提案',
    category: 'proposal',
    workflow: 'solicitation',
    cadence: around('event:plenary-opens', { from: away.months(-2), to: away.workdays(-5) }),
    sourceText: '围绕全区和街道重点工作、民生热点问题,撰写提案、反映社情民意。',
  },
  {
    ...asPlanned,
    title: '反映社情民意',
    category: 'opinion',
    workflow: 'solicitation',
    cadence: each('half-year'),
    sourceText: '围绕全区和街道重点工作、民生热点问题,撰写提案、反映社情民意。',
  },
  {
    ...asPlanned,
    title: '向媒体投稿',
    category: 'publicity',
    workflow: 'duty',
    cadence: each('month'),
    participants: 'none',
    sourceText: '积极向媒体新闻单位投稿,反映政协工作动态。',
  },
  {
    ...asPlanned,
    title: '向上级政协请示汇报',
    category: 'liaison',
    workflow: 'duty',
    cadence: each('quarter'),
    participants: 'none',
    responsible: 'street-leader',
    sourceText: '加强与上级政协的联系。',
  },
  {
    ...asPlanned,
    title: '与其他街道、乡镇政协横向交流',
    category: 'liaison',
    workflow: 'activity',
    cadence: within(month(5), month(10)),
    group: 'community',
    sourceText: '加强与其他街道、乡镇政协的横向联系,交流工作经验和体会,取长补短。',
  },
  {
    ...asPlanned,
    title: '年度工作总结和下年工作思路',
    category: 'institution',
    workflow: 'duty',
    cadence: by(`${year}-12-20`),
    participants: 'none',
    sourceText: '对下一步工作重点进行积极谋划,明确工作思路。',
  },
];

/** The street office of the third source document: twenty members in liaison groups, and its whole plan, by hand. */
export const streetScenario: Scenario = {
  committees: [
    { key: 'district', parent: null, level: 'county', name: '澄湖区政协' },
    { key: COMMITTEE, parent: 'district', level: 'street', name: '望舒街道政协工作室', groups },
  ],
  people: [
    {
      key: 'district-administrator',
      name: inventedName(FIRST_NAME + MEMBERS),
      loginName: 'quadmin',
      offices: [{ committee: 'district', role: 'administrator', title: '系统管理员' }],
    },
    {
      key: 'street-clerk',
      name: inventedName(FIRST_NAME + MEMBERS + 1),
      loginName: 'jiedaoganshi',
      offices: [{ committee: COMMITTEE, role: 'staff', title: '政协干事' }],
    },
    {
      key: 'street-leader',
      name: inventedName(FIRST_NAME + MEMBERS + 2),
      loginName: 'jiedaozhuren',
      offices: [{ committee: COMMITTEE, role: 'leader', title: '工作室主任' }],
    },
    ...members,
  ],
  plans: [
    {
      committee: COMMITTEE,
      title: (year) => `望舒街道政协工作室${year}年工作计划`,
      anchors: (year) => [{ key: 'plenary-opens', name: '区政协全体会议', on: `${year}-12-28`, isProvisional: true }],
      items,
    },
  ],
};
