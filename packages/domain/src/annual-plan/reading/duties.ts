import type { ChartDuties } from './plan-reading.js';

const REMARK = /\(([^()]*(?:责任|牵头|配合|协办|承办|负责|分管|主办|完成)[^()]*)\)/g;
const NAMES = '([^,;:()。]{2,60})';
const leader = new RegExp(`(?:牵头|分管|责任)领导:?${NAMES}`);
const office = new RegExp(`(?:责任|牵头|承办|主办|负责|承担|完成)(?:单位|科室|委室|部门|处室):?${NAMES}`);
const cooperating = new RegExp(`(?:配合|协办|参加|协作)(?:单位|科室|委室|部门)?:?${NAMES}`);
const person = new RegExp(`(?:责任人|负责人|联系人|经办人):?${NAMES}`);

/** Who is charged with it, where a remark in brackets says so: (责任单位:办公室;配合单位:提案委). */
export function dutiesIn(text: string): ChartDuties | null {
  const remark = [...text.matchAll(REMARK)].map(([, inner]) => inner).join(';');
  if (remark === '') return null;
  const duties: ChartDuties = {
    leadInCharge: leader.exec(remark)?.[1] ?? null,
    leadOffice: office.exec(remark)?.[1] ?? null,
    cooperating: listed(cooperating.exec(remark)?.[1] ?? ''),
    responsible: person.exec(remark)?.[1] ?? null,
  };
  const isEmpty = duties.leadInCharge === null && duties.leadOffice === null && duties.responsible === null;
  return isEmpty && duties.cooperating.length === 0 ? null : duties;
}

/** 发改局、住建局 as a list. */
export const listed = (names: string) => names.split(/[、,;\n\s]+/).filter((one) => one !== '');
