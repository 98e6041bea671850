import type { AnchorKey } from '../recurrence/anchor.js';
import { nameOfAnchor } from '../recurrence/cadence-words-anchors.js';
import { sayChineseNumber } from '../recurrence/cadence-words-numbers.js';

/*
 * Days and stretches in Chinese, as documents and mails say them whatever the reader's screen speaks.
 */

/** 2026-01-08 → 2026年1月8日 */
export function longDay(on: string): string {
  const { year, month, day } = Temporal.PlainDate.from(on);
  return `${year}年${month}月${day}日`;
}

/** 2026-01-08 → 1月8日 */
export function shortDay(on: string): string {
  const { month, day } = Temporal.PlainDate.from(on);
  return `${month}月${day}日`;
}

/** 周一 … 周日 */
export function weekdayOf(on: string): string {
  return `周${'一二三四五六日'[Temporal.PlainDate.from(on).dayOfWeek - 1]}`;
}

/** 2026-01-08 → 1月8日(周四) */
export function dayWords(on: string): string {
  return `${shortDay(on)}(${weekdayOf(on)})`;
}

/** The named stretch of the year a key stands for: 2026-H1 → 上半年, 2026-05b → 5月中旬; null for one that hangs on a day. */
export function stretchWords(key: string): string | null {
  const [stretch = key, number] = key.split('#', 2);
  if (/^\d{4}$/.test(stretch)) return numbered('全年', number);
  const [, quarter, half, month, part] = /^\d{4}-(?:Q(\d)|H(\d)|(\d\d)([abc])?)$/.exec(stretch) ?? [];
  if (quarter !== undefined) return numbered(`${sayChineseNumber(Number(quarter))}季度`, number);
  if (half !== undefined) return numbered(half === '1' ? '上半年' : '下半年', number);
  if (month === undefined) return null;
  return numbered(`${Number(month)}月${part === undefined ? '' : `${'上中下'['abc'.indexOf(part)]}旬`}`, number);
}

/**
 * An occurrence's period: 2026-Q1 → 一季度, a second one there 一季度（第2次）; an anchor's name, the committee's own if
 * given; else the days: 3月25日至10月31日.
 */
export function periodWords(key: string, anchorName?: string): string {
  const stretch = stretchWords(key);
  if (stretch !== null) return stretch;
  const [when = '', number] = key.split('#', 2);
  return numbered(anchorName ?? hungWords(when), number);
}

function hungWords(when: string): string {
  const [, anchor] = /^\d{4}@(.+)$/.exec(when) ?? [];
  if (anchor !== undefined) return nameOfAnchor(anchor as AnchorKey, 'zh');
  const [from = '', to] = when.split('/');
  return to === undefined ? shortDay(from) : `${shortDay(from)}至${shortDay(to)}`;
}

const numbered = (period: string, number: string | undefined) =>
  number === undefined ? period : `${period}（第${number}次）`;
