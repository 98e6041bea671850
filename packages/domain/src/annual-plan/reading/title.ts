const LONGEST = 80;
const NUMBER = '(?:[一二两三四五六七八九十\\d]{1,3})';
const REMARK =
  /\((?:责任|牵头|配合|协办|主办|承办|完成|时间|时限|分管|地点|每|拟|\d{1,2}月|[一二三四五六七八九十]{1,2}月|[上下]半年|第?[一二三四]季度|全年|年底|长期|适时)[^)]*\)/g;
const SUBJECT =
  /^(?:\d{4}年(?:度)?,?)?(?:结合(?:自身|工作|本地|各自)?实际,?)?(?:我们|政协(?=也|则|应|可)|我[县区市乡镇街道]*政协[^,]{0,6}|[县区市]政协(?:办公室)?|本委|街道联组|政协工委|联络[组处室]|工作室|我委|我室|工委)?(?:还|也|则|应该?|可以|都|同时|另外|此外|继续|将|要|拟|计划|准备|打算|分别|积极|认真|精心|切实|扎实|深入(?!实际|基层|群众|企业|一线|农村|社区)|广泛|再次|其次|首先|各(?=组织|开展|召开|举办|安排))*/;

/** A day's name left without its day (“六一”儿童节), stops, and a quotation mark whose other half is elsewhere. */
const BEFORE_AN_ACT = /^(?:“(?:三八|五一|五四|六一|七一|八一|十一)?”|[”’,、: ]+|[“‘](?=[^”’]*$))+/;

/** A short name for what is done: its clause without the words on time, the number of times and who is charged. */
export function titleOf(act: string, whole: string, timeWords: readonly string[]): string {
  const bare = bareOf(act, timeWords);
  const lead = bare.length < 5 ? whole.replace(act, '').replace(/[,、]$/, '') : topicBefore(whole, act);
  const text = bare.length < 9 && lead !== '' ? `${bareOf(lead, timeWords)},${bare}` : bare;
  return wide(text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
}

function bareOf(text: string, timeWords: readonly string[]): string {
  let bare = text.replace(REMARK, '');
  for (const words of timeWords) bare = withoutTime(bare, words);
  bare = bare
    .replace(/[,、:;。和]+$/, '')
    .replace(BEFORE_AN_ACT, '')
    .replace(/^([^"]*)"([^"]*)$/, '$1$2')
    .replace(/^(?:至少|原则上|为(?=.{2,12}日$))/, '')
    .replace(SUBJECT, '')
    .replace(new RegExp(`(?:至少|不少于|不低于|各)*${NUMBER}次(?:以上)?$`), '')
    .replace(
      new RegExp(`(?<=组织|开展|召开|举办|举行|进行|安排|搞)(?:至少|不少于|各)?(?:${NUMBER}(?:次|场|期)(?:以上)?)`),
      '',
    )
    .replace(/(?<=.{4}(?:活动|会议?|会商|行动))(?:至少|不少于)?(?:组织|开展|召开|举办|举行|进行)$/, '')
    .replace(/^[,、:;。和并]+|[,、:;。和]+$/g, '');
  return bare.trim();
}

/** 在5月中旬组织…: the preposition goes with the time. */
function withoutTime(text: string, words: string): string {
  const at = text.indexOf(words);
  if (at < 0) return text;
  const before = text.slice(0, at).replace(/[在于]$/, '');
  // 在六届5次会议中: 中 is part of the words or is left.
  return `${before}${text.slice(at + words.length).replace(/^(?:内|里)/, '')}`;
}

/** The clause before an act that says on what: 围绕…项目, 就…问题. */
function topicBefore(text: string, act: string): string {
  const before = text.slice(0, Math.max(0, text.indexOf(act)));
  return before.split(',').findLast((clause) => /^(?:围绕|就|针对|对|以|凡)/.test(clause.trim())) ?? '';
}

/** Punctuation as Chinese texts have it. */
export function wide(text: string): string {
  return text
    .replace(/(?<=\D),|,(?=\D)/g, '，')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replaceAll(';', '；');
}
