import type { NoticeFaultCode } from '@xushi/contract';

/** 放假安排读不懂时：哪里、写着什么、怎么改。 */
const fault: Readonly<Record<NoticeFaultCode, string>> = {
  'not-an-object': '文件内容不是一份放假安排。请使用含有 year、papers、days 三项的 JSON 文件。',
  'year-missing': '没有写明年份，或年份不是整数（现为“{{found}}”）。请在 year 处写明年份，如 2027。',
  'year-out-of-range': '年份 {{found}} 不在 2000 至 2100 年之间。请核对 year。',
  'papers-unreadable': 'papers 应是通知网址的列表（现为“{{found}}”）。请改正，没有时写 []。',
  'days-missing': '没有放假和上班日期的列表。请在 days 处逐日列出。',
  'day-unreadable': '{{at}} 不是一天的安排（现为“{{found}}”）。请写成含有 name、date、isOffDay 的一项。',
  'name-missing': '{{at}} 没有写节日名称。请写明，如“国庆节”。',
  'kind-missing': '{{at}} 没有写明放假还是上班（现为“{{found}}”）。放假写 true，上班写 false。',
  'date-unreadable': '{{at}} 的日期“{{found}}”不存在或写法不对。请写成 2027-10-01 的样子。',
  'date-outside-year': '{{at}} 的日期 {{found}} 离这一年太远。只能是当年、上年 12 月或次年 1 月的日期，请核对年份。',
  'date-contradicted': '{{at}} 的日期 {{found}} 既列为放假又列为上班。请只保留正确的一项。',
  'worked-day-not-weekend': '{{at}} 的日期 {{found}} 不是周六或周日，不需要列为调休上班。请核对日期。',
  'no-day-off': '没有列出任何放假的日子。请核对文件是否完整。',
  'statutory-day-worked': '法定节假日 {{found}} 没有列为放假。请补上。',
};

export const workCalendar = { fault };
