import { plainItem, type Scenario, type ScenarioItem, type ScenarioPerson } from './scenario.js';

/** Invented names: common surnames with given names that belong to nobody in the source documents. */
const MEMBERS = [
  '陈小满',
  '刘谷雨',
  '赵清和',
  '孙白露',
  '周望舒',
  '吴立夏',
  '郑向晚',
  '冯知秋',
  '褚行舟',
  '卫长风',
  '蒋听泉',
  '沈霜降',
];

const members: ScenarioPerson[] = MEMBERS.map((name, index) => ({
  key: `member-${index + 1}`,
  name,
  loginName: `weiyuan${index + 1}`,
  offices: [{ committee: 'township', role: 'member', title: '委员' }],
}));

/**
 * The township work committee of the first source document, under its county: activities at least once a quarter, an
 * inspection with one report in the second half-year, two proposals of each member. Entered by hand.
 */
export const townshipScenario: Scenario = {
  committees: [
    { key: 'county', parent: null, level: 'county', name: '清溪县政协' },
    { key: 'township', parent: 'county', level: 'township', name: '云岭乡政协工委' },
    { key: 'sibling', parent: 'county', level: 'township', name: '松坪镇政协工委' },
  ],
  people: [
    {
      key: 'administrator',
      name: '何定安',
      loginName: 'admin',
      offices: [{ committee: 'county', role: 'administrator', title: '系统管理员' }],
    },
    {
      key: 'county-leader',
      name: '顾远山',
      loginName: 'xianzhuxi',
      offices: [{ committee: 'county', role: 'leader', title: '县政协副主席' }],
    },
    {
      key: 'clerk',
      name: '林晓雨',
      loginName: 'ganshi',
      offices: [{ committee: 'township', role: 'staff', title: '政协干事' }],
    },
    {
      key: 'leader',
      name: '许建章',
      loginName: 'zhuren',
      offices: [{ committee: 'township', role: 'leader', title: '工委主任' }],
    },
    {
      key: 'sibling-clerk',
      name: '罗春禾',
      loginName: 'songping',
      offices: [{ committee: 'sibling', role: 'staff', title: '政协干事' }],
    },
    ...members,
  ],
  plans: [
    {
      committee: 'township',
      title: (year) => `云岭乡政协工委${year}年工作计划`,
      items: (year): ScenarioItem[] => [
        {
          ...plainItem,
          title: '委员活动(每季度至少一次)',
          category: 'activity',
          workflow: 'activity',
          cadence: { kind: 'each', unit: 'quarter' },
          sourceText: '落实各项学习制度,至少一个季度组织委员活动一次。',
        },
        {
          ...plainItem,
          title: '社会保障情况视察调研',
          category: 'inspection',
          workflow: 'activity',
          cadence: { kind: 'within', spans: [{ unit: 'half-year', number: 2 }] },
          reportWanted: true,
          sourceText: '在下半年,组织委员对××乡社会保障情况进行一次视察调研,并写好一份有质量的调研报告。',
        },
        {
          ...plainItem,
          title: '每位委员提交两份有质量的提案',
          category: 'proposal',
          workflow: 'solicitation',
          cadence: { kind: 'between', from: `${year}-09-01`, to: `${year}-12-10` },
          target: 2,
          sourceText: '在政协六届5次会议中,每个委员至少提交两份有质量的提案。',
        },
      ],
    },
  ],
};
