import type { NoticeFault, NoticeFaultCode } from '@xushi/domain';
import type { Bilingual } from '../wrong-usage.js';

/** A fault of a notice in words: where, what stands there, what to write. */
export function wordsOf({ code, at, found }: NoticeFault): Bilingual {
  const { english, chinese } = WORDS[code];
  const place = [at, found].filter((part) => part !== '').join(': ');
  return place === '' ? { english, chinese } : { english: `${place} – ${english}`, chinese: `${place}：${chinese}` };
}

/** Everything that can be wrong with a notice; a code without words does not compile. */
const WORDS: Readonly<Record<NoticeFaultCode, Bilingual>> = {
  'not-an-object': {
    english: 'the file holds no notice; it needs year, papers and days',
    chinese: '文件不是放假通知，须有 year、papers、days',
  },
  'year-missing': { english: 'write the year as a number, such as 2027', chinese: '请写年份，如 2027' },
  'year-out-of-range': { english: 'the year must lie from 2000 to 2100', chinese: '年份须在 2000 至 2100 之间' },
  'papers-unreadable': { english: 'write a list of addresses, or [] for none', chinese: '请写网址列表，没有则写 []' },
  'days-missing': { english: 'list the days under days', chinese: '请在 days 中逐日列出' },
  'day-unreadable': {
    english: 'write {"name", "date", "isOffDay"}',
    chinese: '请写成含有 name、date、isOffDay 的一项',
  },
  'name-missing': { english: 'name the holiday, such as 国庆节', chinese: '请写节日名称，如 国庆节' },
  'kind-missing': { english: 'write true for off, false for worked', chinese: '放假写 true，上班写 false' },
  'date-unreadable': { english: 'write the date as 2027-10-01', chinese: '日期请写成 2027-10-01' },
  'date-outside-year': {
    english: 'only days of the year, the December before and the January after belong here',
    chinese: '只能是当年、上年 12 月或次年 1 月的日期',
  },
  'date-contradicted': {
    english: 'it is listed as off and as worked; keep the right one',
    chinese: '既列为放假又列为上班，请保留正确的一项',
  },
  'worked-day-not-weekend': {
    english: 'it is no Saturday or Sunday and is worked anyway; check the date',
    chinese: '不是周六或周日，无须列为上班，请核对',
  },
  'no-day-off': {
    english: 'not one day off is listed; check that the file is whole',
    chinese: '没有任何放假日，请核对文件是否完整',
  },
  'statutory-days-only': {
    english: 'only the statutory days are listed, and no notice ever arranges those alone; wait for the notice',
    chinese: '只有法定节假日，不是完整的放假通知；请等通知公布后录入',
  },
  'statutory-day-worked': {
    english: 'this statutory day is not listed as off; add it',
    chinese: '法定节假日未列为放假，请补上',
  },
};
