export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** A rule of repetition while it is chosen; what the choices cannot say stays RFC 5545 text. */
export interface RuleDraft {
  readonly repeat: 'weekly' | 'monthly-day' | 'monthly-weekday' | 'text';
  /** Every week, or every second one … */
  readonly interval: string;
  readonly weekdays: readonly Weekday[];
  /** Day of the month; `-1` the last. */
  readonly day: string;
  /** Which of the month's weekdays; `-1` the last. */
  readonly nth: string;
  readonly weekday: Weekday;
  /** Only in these months; none: in all. */
  readonly months: readonly string[];
  readonly text: string;
}

export const emptyRule: RuleDraft = {
  repeat: 'monthly-day',
  interval: '1',
  weekdays: ['WE'],
  day: '25',
  nth: '2',
  weekday: 'TU',
  months: [],
  text: '',
};

const isWeekday = (text: string): text is Weekday => weekdays.some((weekday) => weekday === text);
const isWhole = (text: string | undefined, most: number) =>
  text !== undefined && /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most;

/** A rule as choices where they say all of it, else as text. `FREQ=MONTHLY;BYDAY=2TU` is the second Tuesday. */
export function ruleDraftOf(rrule: string): RuleDraft {
  const asText: RuleDraft = { ...emptyRule, repeat: 'text', text: rrule };
  const parts = new Map(
    rrule
      .replace(/^RRULE:/i, '')
      .toUpperCase()
      .split(';')
      .map((part) => part.split('=', 2) as [string, string]),
  );
  const says = (...names: string[]) => [...parts.keys()].every((name) => names.includes(name));
  const interval = parts.get('INTERVAL') ?? '1';
  const months = parts.get('BYMONTH')?.split(',') ?? [];
  if (!isWhole(interval, 52) || !months.every((month) => isWhole(month, 12))) return asText;
  const byDay = parts.get('BYDAY') ?? '';
  if (parts.get('FREQ') === 'WEEKLY' && says('FREQ', 'INTERVAL', 'BYDAY')) {
    const days = byDay.split(',');
    return days.every(isWeekday) ? { ...asText, repeat: 'weekly', interval, weekdays: days } : asText;
  }
  if (parts.get('FREQ') !== 'MONTHLY' || interval !== '1') return asText;
  const day = parts.get('BYMONTHDAY');
  if (says('FREQ', 'INTERVAL', 'BYMONTHDAY', 'BYMONTH') && (day === '-1' || isWhole(day, 31))) {
    return { ...asText, repeat: 'monthly-day', day: day ?? '', months };
  }
  const [, nth = '', weekday = ''] = /^(-1|[1-4])([A-Z]{2})$/.exec(byDay) ?? [];
  if (says('FREQ', 'INTERVAL', 'BYDAY', 'BYMONTH') && isWeekday(weekday)) {
    return { ...asText, repeat: 'monthly-weekday', nth, weekday, months };
  }
  return asText;
}

/** The rule as RFC 5545 text. */
export function rruleOf({ repeat, interval, weekdays: days, day, nth, weekday, months, text }: RuleDraft): string {
  const inMonths = months.length === 0 ? '' : `;BYMONTH=${[...months].sort((a, b) => Number(a) - Number(b)).join(',')}`;
  switch (repeat) {
    case 'weekly':
      return `FREQ=WEEKLY${interval === '1' ? '' : `;INTERVAL=${interval}`};BYDAY=${weekdays.filter((one) => days.includes(one)).join(',')}`;
    case 'monthly-day':
      return `FREQ=MONTHLY;BYMONTHDAY=${day}${inMonths}`;
    case 'monthly-weekday':
      return `FREQ=MONTHLY;BYDAY=${nth}${weekday}${inMonths}`;
    case 'text':
      return text.trim();
  }
}
