/** What a paragraph begins with: 一、 (二) 3. ① 四是; the rank is 0 for the highest. */
export interface Marker {
  readonly rank: number;
  /** Characters it takes. */
  readonly length: number;
}

const CHINESE = '[一二三四五六七八九十]{1,3}';
const markers: readonly (readonly [rank: number, pattern: RegExp])[] = [
  [0, new RegExp(`^(?:第${CHINESE}(?:部分|章|篇)[、:,]?|篇${CHINESE}[、:,])`)],
  [1, new RegExp(`^${CHINESE}(?:、(?!第?[一二三四]季度|${CHINESE}月)|[.,](?!\\d)) ?`)],
  [2, new RegExp(`^\\(${CHINESE}\\)[、.,]?`)],
  [3, /^(?:\d{1,2}[、.)](?!\d)[、.]? ?)/],
  [4, /^(?:\(\d{1,2}\)[、.,]?|[①-⑳][、.,]?)/u],
  [
    5,
    new RegExp(
      `^(?:${CHINESE}(?:是要(?!求)|是(?!否)|要(?!求|点|素)|则)[,:]?|第${CHINESE}[,、:](?!第?[一二三四]季度)|首先|其次|再次|最后)[,:]?`,
    ),
  ],
  [6, /^[●•·◆■□▪★☆➢\-*][、.,]?(?!\d)/u],
];

/** Below every marker: text without one. */
export const UNMARKED = 9;

/** The marker a text begins with; null when it has none. 三月, 一季度 and 第一季度 are none. */
export function markerOf(text: string): Marker | null {
  for (const [rank, pattern] of markers) {
    const found = pattern.exec(text);
    if (found !== null && found[0] !== '') return { rank, length: found[0].length };
  }
  return null;
}

const POINTS = [
  // 一是…二是…: also where the stop before it was forgotten, as long as there is a first and a second.
  new RegExp(`(?<![统唯])(${CHINESE})(?=是(?!否))`, 'g'),
  new RegExp(`(?<=[。;:,])(${CHINESE})(?=要(?!求|点|素))`, 'g'),
] as const;

/** Where the points of a paragraph begin that stand in one line: 一是…二是…, (1)…(2)…, ①…②…, 1.…2.…. */
export function pointStarts(text: string): number[] {
  const starts = new Set<number>();
  for (const pattern of POINTS) {
    const found = [...text.matchAll(pattern)];
    const names = found.map(([, name]) => name);
    if (names.includes('一') && names.includes('二')) for (const { index } of found) starts.add(index);
  }
  for (const { index } of text.matchAll(/[①-⑳]/gu)) starts.add(index);
  for (const { index } of text.matchAll(
    /(?<=[。;:,、)\p{Script=Han}])\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)(?=\p{Script=Han})/gu,
  ))
    starts.add(index);
  for (const at of numberedStarts(text)) starts.add(at);
  starts.delete(0);
  return [...starts].sort((a, b) => a - b);
}

/** 1.…2.…3.…: numbers count as points only when they follow each other. */
function numberedStarts(text: string): number[] {
  const found = [...text.matchAll(/(?<![\d.第])(\d{1,2})[、.](?=[\p{Script=Han}“"《])/gu)];
  const starts: number[] = [];
  let next = found[0]?.index === 0 ? Number(found[0][1]) : 1;
  for (const { index, 1: number } of found) {
    if (Number(number) !== next) continue;
    starts.push(index);
    next += 1;
  }
  return starts.length > 1 || found[0]?.index === 0 || /[。;:]\d/.test(text) ? starts : [];
}
