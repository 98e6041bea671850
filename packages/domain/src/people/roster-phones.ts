import { type Cleaned, cellText } from './roster-values.js';

const MOBILE = /^1[3-9]\d{9}$/;
/** With its area code, and perhaps an extension: 0578-2123456-801. */
const LANDLINE = /^(0\d{2,3})-?([2-9]\d{6,7})(?:(?:-|转)(\d{1,6}))?$/u;
const LOCAL_LINE = /^[2-9]\d{6,7}(?:(?:-|转)\d{1,6})?$/u;
/** Numbers for the whole country, as 400-820-1234. */
const SERVICE_LINE = /^(400|800)-?\d{3}-?\d{4}$/u;
const BETWEEN = /[/、;,|\n\r]+|或者?|和/u;
/** What stands beside a number to say which it is. */
const LABELS = /[\p{Script=Han}a-z]+\s*[:.]?|[()[\]【】]/giu;

export type PhoneFault = 'phone-rounded' | 'phone-invalid';

/** Of two numbers the mobile one comes first: by it people are reached. Numbers of the landline keep their hyphens. */
export interface Phones {
  readonly phone: string | null;
  readonly otherPhone: string | null;
}

/**
 * The numbers in a cell: several between /, 、, ；, a line break or a blank; 86 before them; 138-1234-5678 in parts;
 * landlines. 13812345678.0 and 1.3812345678E+10 are whole numbers still; of 1.38E+10 Excel has kept three digits, which
 * is refused (`phone-rounded`).
 */
export function cleanPhones(texts: readonly string[]): Cleaned<Phones, PhoneFault> {
  const found: string[] = [];
  for (const text of texts) {
    for (const part of cellText(text).split(BETWEEN)) {
      const numbers = numbersIn(part.trim());
      if (typeof numbers === 'string') return { ok: false, code: numbers };
      found.push(...numbers);
    }
  }
  const all = [...new Set(found)];
  const phone = all.find((one) => MOBILE.test(one)) ?? all[0] ?? null;
  const others = all.filter((one) => one !== phone);
  return { ok: true, value: { phone, otherPhone: others.length === 0 ? null : others.join('、') } };
}

/** All numbers of a person as they are shown, or null where there is none. */
export function shownPhones({ phone, otherPhone }: Phones): string | null {
  return [phone, otherPhone].filter((one) => one !== null).join('、') || null;
}

/** The numbers of a person, each as it is compared: digits only. */
export function phoneKeys({ phone, otherPhone }: Phones): string[] {
  return [...(phone === null ? [] : [phone]), ...(otherPhone?.split('、') ?? [])].map((one) => one.replace(/\D/gu, ''));
}

function numbersIn(part: string): string[] | PhoneFault {
  const rounded = /^(\d)(?:\.(\d+))?e\+?(\d+)$/iu.exec(part);
  if (rounded !== null) return wholeNumber(rounded);
  const bare = part
    .replace(/^(1\d{10})\.0+$/u, '$1')
    .replace(LABELS_BUT_EXTENSION, ' ')
    .trim();
  if (bare === '') return part === '' ? [] : 'phone-invalid';
  const whole = oneNumber(bare.replace(/\s/gu, ''));
  if (whole !== null) return [whole];
  const twins = /^(1[3-9]\d{9})(1[3-9]\d{9})$/u.exec(bare.replace(/\s/gu, ''));
  if (twins !== null) return [twins[1] ?? '', twins[2] ?? ''];
  const parts = bare.split(/\s+/u).map(oneNumber);
  const numbers = parts.filter((one) => one !== null);
  return numbers.length === parts.length && parts.length > 1 ? numbers : 'phone-invalid';
}

/** Labels go, the word for an extension stays. */
const LABELS_BUT_EXTENSION = new RegExp(`(?!转)(?:${LABELS.source})`, 'giu');

function wholeNumber([, first = '', decimals = '', exponent = '']: RegExpExecArray): string[] | PhoneFault {
  const digits = `${first}${decimals}`;
  // All eleven digits are there: nothing was rounded away.
  if (Number(exponent) === 10 && digits.length === 11 && MOBILE.test(digits)) return [digits];
  return 'phone-rounded';
}

function oneNumber(text: string): string | null {
  const digits = text.replace(/^\+/u, '').replace(/[-\s]/gu, '');
  const mobile = digits.replace(/^(?:0086|86|0)(?=1[3-9]\d{9}$)/u, '');
  if (MOBILE.test(mobile)) return mobile;
  const national = text.replace(/^\+?86-?(?=[1-9]\d{1,2}-)/u, '0');
  const landline = LANDLINE.exec(national);
  if (landline !== null) {
    const [, area = '', number = '', extension] = landline;
    return [area, number, ...(extension === undefined ? [] : [extension])].join('-');
  }
  if (LOCAL_LINE.test(text) || SERVICE_LINE.test(text)) return text.replace('转', '-');
  return null;
}
