import type { PlanItem } from './plan-item.js';

/** What of an item is printed on the papers of a published plan; the words it was read from are not. */
export type PrintedWords = Pick<PlanItem, 'title' | 'sites' | 'leadOffice' | 'cooperating'>;

const PLACE = '街道|社区|乡镇|[乡镇县区市省州旗村]';
const NOUN = `${PLACE}|办事处|委员|同志|公司|企业|学校|[局室年月日]`;
const PLACEHOLDER = new RegExp(
  [
    // ××乡, XX街道, 某某村, 20××年.
    `(?<![A-Za-z\\d])(?:20)?(?:[×╳xXｘＸ○◯△*＊]{1,4}|某{1,2}|[_＿]{2,})(?:${NOUN})`,
    // Two marks or more without a word behind them.
    '(?<![A-Za-z])(?:[×╳○◯△]{2,}|[xXｘＸ]{2,}|某某)(?![A-Za-z])',
    '[_＿]{2,}',
    '[（(][\\s　_＿]*[）)]',
  ].join('|'),
  'g',
);

/** The empty places that a template leaves in a text to be filled in (××乡, 某某街道, （  ）), each once, as written. */
export function placeholdersIn(text: string): string[] {
  return [...new Set(text.match(PLACEHOLDER) ?? [])];
}

/** The empty places left in what the papers would print of an item. */
export function placeholdersOf({ title, sites, leadOffice, cooperating }: PrintedWords): string[] {
  return [...new Set([title, ...sites, leadOffice ?? '', ...cooperating].flatMap(placeholdersIn))];
}

/**
 * What an empty place most likely stands for: the plan's year for ××年; for ××乡 the place of that kind in the first
 * name that has one, the committee's own before those above it. 青禾县云溪镇政协工委: ××镇 is 云溪镇, ××县 青禾县.
 * Null where nobody can know.
 */
export function meantBy(
  placeholder: string,
  { year, names }: { year: number; names: readonly string[] },
): string | null {
  if (placeholder.endsWith('年')) return `${year}年`;
  const [kind] = new RegExp(`(?:${PLACE})$`).exec(placeholder) ?? [];
  if (kind === undefined) return null;
  for (const name of names) {
    for (const [place] of name.matchAll(/[^乡镇县区市省州旗街]{1,8}?(?:街道|[乡镇县区市省州旗])/g)) {
      if (place.endsWith(kind) || (kind === '乡镇' && /[乡镇]$/.test(place))) return place;
    }
  }
  return null;
}
