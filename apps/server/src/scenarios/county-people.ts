import { inventedName } from './invented-names.js';
import type { ScenarioCommittee, ScenarioPerson } from './scenario.js';

export const COUNTY = 'county';

/** Sectors (界别) with the members spread over them, and the bodies that part of the members serve in besides. */
export const sectors = [
  { key: 'economy', name: '经济界' },
  { key: 'agriculture', name: '农业界' },
  { key: 'health', name: '医药卫生界' },
  { key: 'education', name: '教育界' },
  { key: 'science', name: '科技界' },
  { key: 'commerce', name: '工商联界' },
  { key: 'law', name: '社会和法制界' },
  { key: 'overseas', name: '台属侨眷界' },
] as const;

const groups = [
  ...sectors.map((sector) => ({ ...sector, kind: 'sector' as const })),
  { key: 'standing', kind: 'special-committee', name: '常务委员会' },
  { key: 'history', kind: 'special-committee', name: '文史资料委员会' },
  { key: 'informants', kind: 'liaison', name: '社情民意信息员' },
] as const;

/** Departments that proposals are handed over to. */
const units = [
  '交通局',
  '财政局',
  '环境保护局',
  '农业局',
  '教育局',
  '卫生局',
  '水利局',
  '林业局',
  '建设局',
  '国土资源局',
  '民政局',
  '劳动和社会保障局',
  '发展和改革局',
  '经济商务局',
  '文化体育局',
  '公安局',
  '司法局',
  '工商局',
  '食品药品监督局',
  '科技局',
  '旅游局',
].map((name, index) => ({ key: `unit-${index + 1}`, name: `县${name}` }));

/** The county's committee alone, with its sectors, bodies and the departments it deals with. */
export const countyCommittee: ScenarioCommittee = {
  key: COUNTY,
  parent: null,
  level: 'county',
  name: '青岚县政协',
  groups,
  units,
};

export const countyCommittees: readonly ScenarioCommittee[] = [
  countyCommittee,
  { key: 'fenglin', parent: COUNTY, level: 'township', name: '枫林坡乡政协工委' },
  { key: 'liuye', parent: COUNTY, level: 'township', name: '柳叶滩镇政协工委' },
  { key: 'beichen', parent: COUNTY, level: 'street', name: '北辰街道政协工作室' },
];

interface MembersOfCounty {
  readonly members: number;
  /** Members of the Standing Committee: the first so many. */
  readonly standing: number;
  /** Members of the committee for historical accounts: so many after the standing ones. */
  readonly historians: number;
  /** Taken from the end, so that few people carry all of it. */
  readonly informants: number;
}

const membersOf = ({ members, standing, historians, informants }: MembersOfCounty, firstName: number) =>
  Array.from({ length: members }, (_, index): ScenarioPerson => {
    const office = (title: string, group: string) => ({ committee: COUNTY, role: 'member' as const, title, group });
    return {
      key: `county-member-${index + 1}`,
      name: inventedName(firstName + index),
      loginName: `wy${String(index + 1).padStart(3, '0')}`,
      offices: [
        office('委员', sectors[index % sectors.length]?.key ?? 'economy'),
        ...(index < standing ? [office('常委', 'standing')] : []),
        ...(index >= members - informants ? [office('信息员', 'informants')] : []),
        ...(index >= standing && index < standing + historians ? [office('文史委委员', 'history')] : []),
      ],
    };
  });

const officers = (
  role: 'leader' | 'staff',
  firstName: number,
  ...list: readonly (readonly [key: string, loginName: string, title: string])[]
): ScenarioPerson[] =>
  list.map(([key, loginName, title], index) => ({
    key,
    name: inventedName(firstName + index),
    loginName,
    offices: [{ committee: COUNTY, role, title }],
  }));

/** Each below-county committee with its clerk and leader; their own plans are not part of this scenario. */
const below: ScenarioPerson[] = countyCommittees.slice(1).flatMap(({ key, level }, index) => [
  {
    key: `${key}-clerk`,
    name: inventedName(280 + index * 2),
    loginName: `${key}gs`,
    offices: [{ committee: key, role: 'staff' as const, title: '政协干事' }],
  },
  {
    key: `${key}-leader`,
    name: inventedName(281 + index * 2),
    loginName: `${key}zr`,
    offices: [{ committee: key, role: 'leader' as const, title: level === 'street' ? '工作室主任' : '工委主任' }],
  },
]);

/**
 * Its five leaders, six of the staff, members, and one person for each department. All invented, with names from
 * `firstName` on; 300 numbers are kept for them.
 */
export function peopleOfCounty({ firstName, ...members }: MembersOfCounty & { firstName: number }): ScenarioPerson[] {
  return [
    ...officers(
      'leader',
      firstName + 200,
      ['chair', 'zhuxi', '主席'],
      ['vice-economy', 'fuzhuxi1', '副主席'],
      ['vice-agriculture', 'fuzhuxi2', '副主席'],
      ['vice-society', 'fuzhuxi3', '副主席'],
      ['vice-proposals', 'fuzhuxi4', '副主席'],
    ),
    ...officers(
      'staff',
      firstName + 220,
      ['office-clerk', 'bangongshi', '办公室干事'],
      ['office-head', 'mishuzhang', '秘书长'],
      ['proposals-clerk', 'tianwei', '提案委干事'],
      ['economy-clerk', 'jingjiwei', '经济委干事'],
      ['society-clerk', 'shefawei', '社会和法制委干事'],
      ['history-clerk', 'wenshiwei', '文史委干事'],
    ),
    ...membersOf(members, firstName),
    ...units.map(({ key, name }, index) => ({
      key: `${key}-contact`,
      name: inventedName(firstName + 250 + index),
      loginName: `chengban${index + 1}`,
      offices: [{ committee: COUNTY, role: 'unit' as const, title: `${name}联络员`, unit: key }],
    })),
  ];
}

/** 171 members, their leaders, staff and departments, and the clerks and leaders below. */
export const countyPeople: readonly ScenarioPerson[] = [
  {
    key: 'administrator',
    name: inventedName(240),
    loginName: 'xianadmin',
    offices: [{ committee: COUNTY, role: 'administrator', title: '系统管理员' }],
  },
  ...peopleOfCounty({ members: 171, standing: 31, historians: 12, informants: 15, firstName: 0 }),
  ...below,
];
