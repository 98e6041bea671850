const ZH_DIGITS = '零一二三四五六七八九';

/** 25, 二十五, 两, 一百二十, and digit by digit 二〇二六. Null for what is no number, such as 一两 or 五六. */
export function readChineseNumber(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  if (text === '两') return 2;
  const digits = text.replaceAll('〇', '零');
  if (/^[一二三四五六七八九][零一二三四五六七八九]{3}$/.test(digits)) {
    return Number([...digits].map((digit) => ZH_DIGITS.indexOf(digit)).join(''));
  }
  const found =
    /^(?:([一二三四五六七八九两])百)?(?:零(?=[一二三四五六七八九]$)|([一二三四五六七八九]?)(十))?([一二三四五六七八九])?$/.exec(
      digits,
    );
  if (found === null || digits === '') return null;
  const [, hundreds, tens, ten, ones] = found;
  const hasZero = digits.includes('零');
  if (hasZero !== (hundreds !== undefined && ten === undefined && ones !== undefined)) return null;
  const of = (digit: string | undefined) => (digit === '两' ? 2 : digit ? ZH_DIGITS.indexOf(digit) : 0);
  return of(hundreds) * 100 + (ten === undefined ? 0 : Math.max(of(tens), 1) * 10) + of(ones);
}

/** 1 to 99 in Chinese: 3 is 三, 12 is 十二, 31 is 三十一. */
export function sayChineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const digit = (one: number) => ZH_DIGITS[one] ?? '';
  return `${tens > 1 ? digit(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digit(ones) : ''}`;
}

const EN_NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const EN_ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** `3` or `three`; words go up to twelve. */
export function readEnglishNumber(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const place = EN_NUMBERS.indexOf(text);
  return place < 0 ? null : place + 1;
}

/** `three`; from thirteen on in figures. */
export function sayEnglishNumber(value: number): string {
  return EN_NUMBERS[value - 1] ?? String(value);
}

/** `3rd` or `third`; words go up to twelfth. */
export function readEnglishOrdinal(text: string): number | null {
  const figures = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(text);
  if (figures !== null) return sayEnglishOrdinal(Number(figures[1])) === text ? Number(figures[1]) : null;
  const place = EN_ORDINALS.indexOf(text);
  return place < 0 ? null : place + 1;
}

/** `3rd`, `11th`, `22nd`. */
export function sayEnglishOrdinal(value: number): string {
  const isTeen = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${(isTeen ? undefined : ['th', 'st', 'nd', 'rd'][value % 10]) ?? 'th'}`;
}

/** `third`; from the thirteenth on in figures. */
export function sayEnglishOrdinalWord(value: number): string {
  return EN_ORDINALS[value - 1] ?? sayEnglishOrdinal(value);
}

/** What numbers may look like, as sources of regular expressions. */
export const numberPatterns = {
  zh: '(?:\\d{1,4}|[〇零一二三四五六七八九十百两]+)',
  en: `(?:\\d{1,4}|${EN_NUMBERS.toReversed().join('|')})`,
  enOrdinal: `(?:\\d{1,3}(?:st|nd|rd|th)|${EN_ORDINALS.toReversed().join('|')})`,
} as const;
