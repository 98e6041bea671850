import type { Festival } from '../calendar/festivals.js';
import type { AnchorKey, knownEvents } from './anchor.js';
import { readChineseNumber, readEnglishOrdinal, sayChineseNumber, sayEnglishOrdinal } from './cadence-words-numbers.js';
import type { Language } from './cadence-words-slots.js';

type KnownKey = `festival:${Festival}` | `event:${(typeof knownEvents)[number]}`;

/** What anchors are called: the first name is said, the others are read as well. */
const names: Readonly<Record<KnownKey, Readonly<Record<Language, readonly [string, ...string[]]>>>> = {
  'festival:new-year': { zh: ['元旦'], en: ['New Year’s Day'] },
  'festival:spring-festival': { zh: ['春节'], en: ['the Spring Festival', 'the Chinese New Year'] },
  'festival:lantern-festival': { zh: ['元宵节', '元宵'], en: ['the Lantern Festival'] },
  'festival:womens-day': { zh: ['三八妇女节', '妇女节', '三八节'], en: ['Women’s Day', 'International Women’s Day'] },
  'festival:qingming': { zh: ['清明节', '清明'], en: ['Qingming', 'the Qingming Festival'] },
  'festival:labour-day': { zh: ['劳动节', '五一劳动节', '五一'], en: ['Labour Day'] },
  'festival:youth-day': { zh: ['五四青年节', '青年节'], en: ['Youth Day'] },
  'festival:dragon-boat': { zh: ['端午节', '端午'], en: ['the Dragon Boat Festival'] },
  'festival:party-day': { zh: ['七一建党节', '建党节', '七一'], en: ['Party Day (1 July)', 'Party Day'] },
  'festival:army-day': { zh: ['八一建军节', '建军节', '八一'], en: ['Army Day (1 August)', 'Army Day'] },
  'festival:mid-autumn': { zh: ['中秋节', '中秋'], en: ['the Mid-Autumn Festival'] },
  'festival:cppcc-day': { zh: ['人民政协成立日', '人民政协成立纪念日'], en: ['the founding day of the CPPCC'] },
  'festival:national-day': { zh: ['国庆节', '国庆'], en: ['National Day'] },
  'festival:double-ninth': { zh: ['重阳节', '重阳', '九九重阳节'], en: ['the Double Ninth Festival'] },
  'festival:laba': { zh: ['腊八节', '腊八'], en: ['Laba', 'the Laba Festival'] },
  'event:plenary-opens': {
    zh: ['全会开幕', '全会召开', '政协全会开幕', '政协全会召开', '全体会议开幕', '全体会议召开', '大会开幕'],
    en: ['the opening of the plenary session', 'the plenary session opens'],
  },
  'event:plenary-closes': {
    zh: ['全会闭幕', '全会结束', '政协全会闭幕', '政协全会结束', '全体会议闭幕', '全体会议结束', '大会闭幕'],
    en: ['the close of the plenary session', 'the plenary session closes'],
  },
  'event:hand-over-meeting': { zh: ['交办会', '提案交办会', '交办会议'], en: ['the hand-over meeting'] },
};

const isKnown = (key: AnchorKey): key is KnownKey => key in names;

/**
 * What an anchor is called: 重阳节, 农历九月初九, 全会闭幕. An event of a committee's own has no name here but its short one; the
 * committee's name for it is given by the caller.
 */
export function nameOfAnchor(key: AnchorKey, language: Language): string {
  if (isKnown(key)) return names[key][language][0];
  const name = key.slice(key.indexOf(':') + 1);
  if (!key.startsWith('lunar:')) return name;
  const [month = 0, day = 0] = name.split('-').map(Number);
  return language === 'zh'
    ? `农历${zhLunarMonth(month)}${zhLunarDay(day)}`
    : `the ${sayEnglishOrdinal(day)} day of the ${sayEnglishOrdinal(month)} lunar month`;
}

/** Every name by which a known anchor is read, with its key. Lunar days are read by `readLunarDay`. */
export function knownNames(language: Language): [name: string, key: AnchorKey][] {
  return (Object.keys(names) as KnownKey[]).flatMap((key) =>
    names[key][language].map((name): [string, AnchorKey] => [name, key]),
  );
}

/** 农历九月初九, 农历腊月廿三, 农历9月9日, "the 9th day of the 9th lunar month"; null for what is none. */
export function readLunarDay(text: string, language: Language): AnchorKey | null {
  const [month, day] = language === 'zh' ? zhLunarParts(text) : enLunarParts(text);
  if (month === null || day === null || month < 1 || month > 12 || day < 1 || day > 30) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  return `lunar:${two(month)}-${two(day)}`;
}

function zhLunarMonth(month: number): string {
  return month === 1 ? '正月' : month === 12 ? '腊月' : `${sayChineseNumber(month)}月`;
}

function zhLunarDay(day: number): string {
  return day <= 10 ? `初${sayChineseNumber(day)}` : sayChineseNumber(day);
}

function zhLunarParts(text: string): [number | null, number | null] {
  const found = /^(?:农历|阴历)(.+)月(.+?)[日号]?$/.exec(text);
  if (found === null) return [null, null];
  const [, month = '', day = ''] = found;
  const named = { 正: 1, 冬: 11, 腊: 12 }[month];
  const plainDay = day.replace(/^初(?=[一二三四五六七八九十]$)/, '').replace(/^廿/, '二十');
  return [named ?? readChineseNumber(month), readChineseNumber(plainDay)];
}

function enLunarParts(text: string): [number | null, number | null] {
  const found = /^the (\w+) day of the (\w+) lunar month$/.exec(text);
  return found === null ? [null, null] : [readEnglishOrdinal(found[2] ?? ''), readEnglishOrdinal(found[1] ?? '')];
}
