import type { Category } from '@xushi/domain';
import type { PaperItem } from './plan-paper.js';
import { categoryWords } from './words.js';

/** The heading under which a category stands in an official plan; several may share one. */
const headingOf: Readonly<Record<Category, string>> = {
  meeting: '会议和协商',
  consultation: '会议和协商',
  study: '学习和理论研究',
  theory: '学习和理论研究',
  inspection: '视察和调研',
  research: '视察和调研',
  oversight: '民主监督',
  proposal: '提案工作',
  opinion: '社情民意信息',
  activity: '委员活动和联络',
  liaison: '委员活动和联络',
  enterprise: '服务发展和公益',
  welfare: '服务发展和公益',
  history: '文史和宣传',
  publicity: '文史和宣传',
  institution: '自身建设',
  other: '其他工作',
};

export interface Area {
  readonly heading: string;
  /** By category, in the plan's order; the only category of an area needs no heading of its own. */
  readonly groups: readonly { readonly heading: string | null; readonly items: readonly PaperItem[] }[];
}

/** A plan's items under their headings: areas and categories in the order in which the plan first names them. */
export function underHeadings(items: readonly PaperItem[]): Area[] {
  return [...Map.groupBy(items, ({ category }) => headingOf[category])].map(([heading, inArea]) => {
    const groups = [...Map.groupBy(inArea, ({ category }) => category)];
    return {
      heading,
      groups: groups.map(([category, grouped]) => ({
        heading: groups.length === 1 ? null : categoryWords[category],
        items: grouped,
      })),
    };
  });
}
