interface Worded {
  readonly title: string;
  readonly sourceText: string | null;
}

/**
 * Of each item read, whether the plan holds it already: the same source words, for as many items as the plan has of
 * them, those of the same title first. A title may have been mended since, the words of the document are kept; blanks
 * and punctuation are not compared, as the same sentence is typed, pasted and read from a file with different ones.
 */
export function alreadyPlanned(read: readonly Worded[], planned: readonly Worded[]): boolean[] {
  const left = planned.filter(({ sourceText }) => bareWords(sourceText) !== '');
  const found = read.map(() => false);
  const take = (isMeant: (one: Worded, other: Worded) => boolean) => {
    for (const [index, one] of read.entries()) {
      const at = found[index]
        ? -1
        : left.findIndex((other) => bareWords(other.sourceText) === bareWords(one.sourceText) && isMeant(one, other));
      if (at < 0) continue;
      left.splice(at, 1);
      found[index] = true;
    }
  };
  take((one, other) => one.title === other.title);
  take(() => true);
  return found;
}

function bareWords(sourceText: string | null): string {
  return (sourceText ?? '').normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
}
