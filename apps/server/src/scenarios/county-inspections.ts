import { around, away, each, half, month, quarter, within } from './cadences.js';
import { plainItem, type ScenarioItem } from './scenario.js';

const asPlanned = {
  ...plainItem,
  category: 'inspection',
  workflow: 'inspection',
  responsible: 'economy-clerk',
  leader: 'vice-economy',
} as const;

const rural = { ...asPlanned, group: 'agriculture', leader: 'vice-agriculture' } as const;
const social = { ...asPlanned, responsible: 'society-clerk', leader: 'vice-society' } as const;

/** What the county looks at in its year: firms and banks, villages, clinics, food, the courts; and what it consults on. */
export const inspectionItems = (): ScenarioItem[] => [
  {
    ...asPlanned,
    title: '工业园区视察',
    cadence: within(month(3)),
    group: 'economy',
    sites: ['青岚工业园'],
    sourceText: '组织委员通过视察调研,提出了园区规划、引进项目、资产移交、资产管理的建议。',
  },
  {
    ...asPlanned,
    title: '常委视察骨干企业',
    category: 'enterprise',
    cadence: within(quarter(2)),
    group: 'standing',
    sites: ['骨干企业(8家)'],
    sourceText: '组织部分政协常委深入到8家骨干企业视察和调研。',
  },
  {
    ...asPlanned,
    title: '金融部门视察',
    category: 'enterprise',
    cadence: within(quarter(3)),
    group: 'commerce',
    sites: ['县信用联社', '县农业银行'],
    sourceText: '组织企业界部分委员到金融部门视察和调研。',
  },
  {
    ...asPlanned,
    title: '委员和机关干部联系企业',
    category: 'enterprise',
    workflow: 'duty',
    cadence: each('quarter'),
    participants: 'none',
    sourceText: '建立政协委员和政协机关干部联系企业制度。',
  },
  {
    ...rural,
    title: '新农村建设试点村调研',
    category: 'research',
    cadence: within(month(4)),
    sites: ['试点村(3个)'],
    sourceText: '适时组织力量到试点村调研。',
  },
  {
    ...rural,
    title: '通村公路管护视察',
    cadence: within(month(9)),
    sourceText: '在实地视察和调研后提出,加强通村公路管护。',
  },
  {
    ...social,
    title: '新型农村合作医疗视察',
    cadence: around('event:medical-scheme', { from: away.months(2), to: away.months(3) }),
    group: 'health',
    sourceText: '在新型农村合作医疗制度推行只有3个月之际,即对此进行了视察调研。',
  },
  {
    ...rural,
    title: '农技推广服务体系调研',
    category: 'research',
    cadence: within(month(6)),
    reportWanted: true,
    sourceText: '先后组织委员深入到农技主管部门、服务组织及农户走访调研。',
  },
  {
    ...social,
    title: '食品市场和农贸市场视察',
    cadence: around('festival:mid-autumn', { from: away.days(-20), to: away.days(-5) }),
    group: 'science',
    sites: ['城关农贸市场', '食品批发市场'],
    sourceText: '及时组织委员对食品市场和农贸市场进行视察。',
  },
  {
    ...social,
    title: '政法系统视察',
    cadence: within(month(11)),
    group: 'law',
    sourceText: '组织委员对政法系统各单位进行视察,通过听取情况通报,实地了解工作情况。',
  },
  {
    ...asPlanned,
    title: '经济社会发展重大事项专题协商',
    category: 'consultation',
    workflow: 'consultation',
    cadence: each('half-year'),
    group: 'standing',
    responsible: 'office-head',
    leader: 'chair',
    sourceText: '凡属地方经济和社会发展的重大事项,都应在政协进行协商。',
  },
  {
    ...social,
    title: '部门行政行为民主监督',
    category: 'oversight',
    workflow: 'oversight',
    cadence: within(half(1), half(2)),
    group: 'law',
    sourceText: '通过调查、视察、听取情况通报等形式,对党委、政府及其部门的日常行政行为进行监督。',
  },
  {
    ...social,
    title: '矛盾隐患研判预警',
    category: 'opinion',
    workflow: 'duty',
    cadence: each('quarter'),
    participants: 'none',
    sourceText: '准确及时地掌握社会不稳定因素的信息和动态,为化解矛盾争取时间和主动。',
  },
];
