import dayjs from 'dayjs';
import type { Language } from './language';

/** Instants are read in the committees' zone, wherever the reader's computer thinks it is. */
const ZONE = 'Asia/Shanghai';

export interface Dates {
  /** 3月27日(周五); with the year when it is not this year's. */
  day(iso: string): string;
  /** 3月27日, for tight places. */
  shortDay(iso: string): string;
  /** 3月1日—3月31日. */
  range(from: string, to: string): string;
  /** 3月27日(周五) 09:00. */
  moment(instant: string): string;
  /** 3月, or 2027年3月 outside the reference year. */
  month(isoMonth: string): string;
}

const weekdays = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** How dates read in a language. `today` decides whether the year goes without saying. */
export function datesIn(language: Language, today: string): Dates {
  const thisYear = today.slice(0, 4);
  const plain = (iso: string) => {
    const [year = '', month = '', day = ''] = iso.split('-');
    if (language === 'zh-CN') return `${year === thisYear ? '' : `${year}年`}${Number(month)}月${Number(day)}日`;
    return `${Number(day)} ${months[Number(month) - 1]}${year === thisYear ? '' : ` ${year}`}`;
  };
  const day = (iso: string) => {
    const weekday = weekdays[language][dayjs(iso).day()];
    return language === 'zh-CN' ? `${plain(iso)}(${weekday})` : `${weekday} ${plain(iso)}`;
  };
  return {
    day,
    shortDay: plain,
    range: (from, to) =>
      from === to ? plain(from) : `${plain(from)}${language === 'zh-CN' ? '—' : ' – '}${plain(to)}`,
    moment: (instant) => {
      const { on, time } = inZone(instant);
      return `${day(on)} ${time}`;
    },
    month: (isoMonth) => {
      const [year = '', month = ''] = isoMonth.split('-');
      if (language === 'zh-CN') return `${year === thisYear ? '' : `${year}年`}${Number(month)}月`;
      return `${months[Number(month) - 1]}${year === thisYear ? '' : ` ${year}`}`;
    },
  };
}

const zoned = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function inZone(instant: string): { on: string; time: string } {
  const [on = '', time = ''] = zoned.format(new Date(instant)).split(' ');
  return { on, time };
}

/** The date of an instant in the committees' zone. */
export const dateOf = (instant: string): string => inZone(instant).on;

/** Today in the committees' zone, for pages that stand before any committee. */
export const todayInZone = (): string => inZone(new Date().toISOString()).on;

/** The Sunday that ends the week of a date. */
export const endOfWeek = (iso: string): string => {
  const date = dayjs(iso);
  return date.add((7 - date.day()) % 7, 'day').format('YYYY-MM-DD');
};

/** The weekday of a date: 0 Sunday to 6 Saturday. */
export const weekdayOf = (iso: string): number => dayjs(iso).day();

/** The date so many days later: `2026-02-28`, 1 → 2026-03-01. */
export const addDays = (iso: string, count: number): string => dayjs(iso).add(count, 'day').format('YYYY-MM-DD');

/** How many days a month has: `2026-02` → 28. */
export const daysInMonth = (isoMonth: string): number => dayjs(`${isoMonth}-01`).daysInMonth();
