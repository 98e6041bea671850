/** What a column of a roster (花名册) can say. `serial` is known only so that it is not reported as unused. */
export const rosterFields = [
  'name',
  'gender',
  'phone',
  'otherPhone',
  'email',
  'sector',
  'group',
  'committeeGroup',
  'employer',
  'post',
  'title',
  'role',
  'unit',
  'note',
  'serial',
] as const;
export type RosterField = (typeof rosterFields)[number];

/** People with their offices, or handling units (承办单位) with whoever speaks for them. */
export const rosterKinds = ['people', 'units'] as const;
export type RosterKind = (typeof rosterKinds)[number];

/** The headings under which committees keep each field, without blanks, brackets and marks, as `plainHeading` leaves them. */
const headings: Readonly<Record<RosterKind, Readonly<Partial<Record<RosterField, readonly string[]>>>>> = {
  people: {
    name: ['姓名', '委员姓名', '名字', '委员', '人员姓名', '委员名单', 'name'],
    gender: ['性别', 'gender', 'sex'],
    phone: [
      '手机',
      '手机号',
      '手机号码',
      '联系电话',
      '电话',
      '电话号码',
      '联系方式',
      '移动电话',
      '本人手机',
      'phone',
      'mobile',
    ],
    otherPhone: [
      '办公电话',
      '座机',
      '固定电话',
      '固话',
      '办公室电话',
      '备用电话',
      '其他电话',
      '宅电',
      '电话2',
      '手机2',
    ],
    email: ['邮箱', '电子邮箱', '电子邮件', '邮箱地址', '邮件地址', '邮件', 'email', 'e-mail', 'mail'],
    sector: ['界别', '所属界别', '所在界别', '界别名称', '委员界别', 'sector'],
    group: [
      '小组',
      '联络组',
      '活动组',
      '委员小组',
      '所属小组',
      '所在小组',
      '组别',
      '分组',
      '活动小组',
      '联络小组',
      '委员活动组',
      '界别小组',
      '所属联络组',
      'group',
    ],
    committeeGroup: ['专委会', '所属专委会', '专门委员会', '所在专委会'],
    employer: [
      '单位及职务',
      '工作单位及职务',
      '工作单位',
      '单位',
      '所在单位',
      '单位职务',
      '工作单位和职务',
      '单位和职务',
      '现工作单位及职务',
      '所在单位及职务',
      'employer',
    ],
    post: ['职务', '现任职务', '职务职称', '职务或职称', '行政职务', '单位职位', '职位'],
    title: ['政协职务', '委员会职务', '政协内职务', '本会职务', 'title'],
    role: ['身份', '角色', '人员类别', '人员身份', 'role'],
    note: ['备注', '说明', '附注', 'note', 'remarks'],
    serial: ['序号', '编号', '号', '序', 'no', '委员证号'],
  },
  units: {
    unit: ['单位', '单位名称', '承办单位', '承办单位名称', '部门', '部门名称', '责任单位', 'unit'],
    name: ['联系人', '联络员', '经办人', '姓名', '提案联络员', '承办人', '联系人姓名', 'contact'],
    email: ['邮箱', '电子邮箱', '电子邮件', '联系人邮箱', '邮箱地址', 'email', 'e-mail'],
    phone: ['联系电话', '电话', '手机', '手机号', '手机号码', '联系方式', '联系人电话', '电话号码', 'phone'],
    otherPhone: ['办公电话', '座机', '固定电话', '单位电话', '固话'],
    post: ['职务', '联系人职务', '经办人职务'],
    note: ['备注', '说明', 'note'],
    serial: ['序号', '编号', '号', '序', 'no'],
  },
};

/** Without this a row is no heading: whom or what a line is about. */
const named: Readonly<Record<RosterKind, RosterField>> = { people: 'name', units: 'unit' };
/** Fields of which several columns are read together; of the others a second column is a fault or left unread. */
const joinable: readonly RosterField[] = ['phone', 'otherPhone', 'employer', 'post', 'note', 'serial'];

export interface RosterColumn {
  /** From 0. */
  readonly index: number;
  readonly heading: string;
  /** Null for a column that a roster does not hold. */
  readonly field: RosterField | null;
}

/** A heading without blanks, what stands in brackets, and marks: `手机号码（必填）*` is 手机号码. */
function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/gu, '')
    .replace(/[\s*:.、,/]/gu, '')
    .toLowerCase();
}

const fieldOf: Readonly<Record<RosterKind, ReadonlyMap<string, RosterField>>> = {
  people: byHeading('people'),
  units: byHeading('units'),
};

function byHeading(kind: RosterKind): ReadonlyMap<string, RosterField> {
  return new Map(rosterFields.flatMap((field) => (headings[kind][field] ?? []).map((heading) => [heading, field])));
}

/** The field a heading stands for; null for one that a roster does not hold. */
export function fieldOfHeading(kind: RosterKind, heading: string): RosterField | null {
  return fieldOf[kind].get(plainHeading(heading)) ?? null;
}

/** Whether a row, once the columns are known, is the heading again: on each printed page, say. */
export function isHeadingAgain(kind: RosterKind, columns: readonly RosterColumn[], cells: readonly string[]): boolean {
  const column = columns.find(({ field }) => field === named[kind]);
  return fieldOfHeading(kind, cells[column?.index ?? -1] ?? '') === named[kind];
}

/** The columns of a heading row; null where the row is none: it names whom a line is about, and one thing more. */
export function columnsOf(kind: RosterKind, cells: readonly string[]): readonly RosterColumn[] | null {
  const columns = cells.map((heading, index) => ({
    index,
    heading: heading.trim(),
    field: fieldOfHeading(kind, heading),
  }));
  const known = new Set(columns.flatMap(({ field }) => field ?? []));
  const isAlone = new Set(cells.filter((cell) => cell.trim() !== '')).size === 1;
  return known.has(named[kind]) && (known.size >= 2 || isAlone)
    ? columns.filter(({ heading }) => heading !== '')
    : null;
}

/** The heading of a field that stands twice although a line can have it only once: two tables beside each other. */
export function headingTwice(columns: readonly RosterColumn[]): string | null {
  const seen = new Set<RosterField>();
  for (const { field, heading } of columns) {
    if (field === null || joinable.includes(field)) continue;
    if (seen.has(field)) return heading;
    seen.add(field);
  }
  return null;
}
