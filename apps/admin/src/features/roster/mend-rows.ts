import type { RosterFate, RosterFault, RosterField } from '../../lib/api';

/** Headings by which an import knows each field, whatever the language of the screen. */
const HEADINGS: Readonly<Partial<Record<RosterField, string>>> = {
  unit: '单位',
  name: '姓名',
  gender: '性别',
  sector: '界别',
  group: '小组',
  committeeGroup: '专委会',
  phone: '手机',
  otherPhone: '办公电话',
  email: '邮箱',
  employer: '工作单位',
  post: '职务',
  title: '政协职务',
  role: '身份',
  note: '备注',
};

/** The faulty rows as a table that can be mended and sent again: what is wrong first, then the cells as they came. */
export function mendRows(
  rows: readonly RosterFate[],
  problem: string,
  faultText: (fault: RosterFault) => string,
): string[][] {
  const faulty = rows.filter(({ fate }) => fate === 'faulty');
  const isUnits = faulty.some(({ raw }) => raw.unit !== undefined);
  const fields = (Object.keys(HEADINGS) as RosterField[]).filter(
    (field) => field === (isUnits ? 'unit' : 'name') || faulty.some(({ raw }) => raw[field] !== undefined),
  );
  const headings = fields.map((field) => (isUnits && field === 'name' ? '联系人' : (HEADINGS[field] ?? field)));
  return [
    [problem, ...headings],
    ...faulty.map(({ faults, raw }) => [faults.map(faultText).join(' '), ...fields.map((field) => raw[field] ?? '')]),
  ];
}
