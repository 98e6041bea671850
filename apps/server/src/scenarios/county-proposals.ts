import { around, away, between, by, each, month, quarter, within } from './cadences.js';
import { plainItem, type ScenarioItem } from './scenario.js';

const asPlanned = {
  ...plainItem,
  category: 'proposal',
  workflow: 'duty',
  participants: 'none',
  responsible: 'proposals-clerk',
  leader: 'vice-proposals',
} as const;

/** Who leads a group of visits to departments. 主席直接督办率达到30%以上, 总督办率达到90%以上: so everybody visits. */
const supervisors = [
  ['chair', '主席'],
  ['vice-economy', '副主席(经济)'],
  ['vice-agriculture', '副主席(农业)'],
  ['vice-society', '副主席(社会)'],
  ['vice-proposals', '副主席(提案)'],
] as const;

/** A proposal's year from the call to the feedback, as far as a plan can hold it: 七届三次会议以来的提案工作. */
export const proposalItems = (year: number): ScenarioItem[] => [
  {
    ...asPlanned,
    title: '下发提案征集提纲',
    cadence: around('event:plenary-opens', { to: away.days(-25) }),
    sourceText: '提前下发提案征集提纲。',
  },
  {
    ...asPlanned,
    title: '召开提案征集工作会议',
    workflow: 'activity',
    cadence: around('event:plenary-opens', { to: away.days(-18) }),
    participants: 'members',
    group: 'standing',
    sourceText: '专门召开提案征集工作会议。',
  },
  {
    ...asPlanned,
    title: '主席、副主席深入委员征集提案',
    cadence: around('event:plenary-opens', { to: away.workdays(-3) }),
    responsible: 'chair',
    leader: 'chair',
    sourceText: '主席、副主席亲自深入到委员中征集提案和鼓励委员多写提案。',
  },
  {
    ...asPlanned,
    title: '委员提交提案',
    workflow: 'solicitation',
    cadence: around('event:plenary-opens', { from: away.months(-1), to: away.days(2) }),
    participants: 'members',
    sourceText: '共收到委员提案83件;提交和附议提案的委员128人,占委员总数的75%。',
  },
  {
    ...asPlanned,
    title: '提案审查立案',
    cadence: around('event:plenary-closes', { to: away.workdays(10) }),
    sourceText: '按照《提案工作条例》的规定共立案81件。',
  },
  {
    ...asPlanned,
    title: '提案交办会',
    cadence: around('event:hand-over-meeting', { to: away.days(0) }),
    leader: 'vice-proposals',
    sourceText: '把好提案交办关,做到承办单位准确,交办事项清楚,办理要求具体。',
  },
  {
    ...asPlanned,
    title: '承办单位办复提案',
    workflow: 'solicitation',
    cadence: between(`${year}-03-25`, `${year}-10-31`),
    participants: 'units',
    sourceText: '到10月底,全部提案已经办理完毕。',
  },
  ...supervisors.map(([key, title]) => ({
    ...asPlanned,
    title: `${title}走访承办单位督办提案`,
    cadence: within(quarter(2), quarter(3)),
    times: 2,
    responsible: key,
    leader: 'chair',
    sourceText: '县政协正副主席先后到20多个政府部门亲自督办提案。',
  })),
  {
    ...asPlanned,
    title: '重点提案办理协商',
    category: 'consultation',
    workflow: 'consultation',
    cadence: within(month(6)),
    participants: 'members',
    group: 'standing',
    sourceText: '把好提案督办关。',
  },
  {
    ...asPlanned,
    title: '对暂难办理的提案作出解释说明',
    cadence: by(`${year}-11-15`),
    sourceText: '对因条件或政策限制暂时难于办理的提案,认真做好解释和说明,力求提案人的理解与支持。',
  },
  {
    ...asPlanned,
    title: '征询提案人意见',
    cadence: by(`${year}-11-30`),
    sourceText: '提案的办结率、见面率及回复率均为100%,满意率也在95%以上。',
  },
  {
    ...asPlanned,
    title: '社情民意信息员每月一条信息',
    category: 'opinion',
    workflow: 'solicitation',
    cadence: each('month'),
    participants: 'members',
    group: 'informants',
    responsible: 'society-clerk',
    leader: 'vice-society',
    sourceText: '及时制发上报信息,为党和政府调整和制订政策提供了依据。',
  },
];
