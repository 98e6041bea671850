interface NamedPerson {
  readonly accountId: string;
  readonly name: string;
  readonly titles: readonly string[];
}

const bare = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');
const SHORTEST_NAME = 2;
const SHORTEST_TITLE = 2;

/**
 * The one person whom a plan's cell means: by a name that stands in it (办公室主任李某某), else by a title that is all
 * of it (工委主任), else by one that ends with it (主任 for 工委主任, but no 副主任). Null where nobody fits, and where more
 * than one does: 张某、李某 is for the clerk to say.
 */
export function writtenPerson(text: string | null, people: readonly NamedPerson[]): string | null {
  const written = bare(text ?? '');
  if (written === '') return null;
  const named = people.filter(({ name }) => bare(name).length >= SHORTEST_NAME && written.includes(bare(name)));
  // A name that is the beginning of another is not meant beside it.
  const meant = named.filter((one) => !named.some((other) => isPartOf(bare(one.name), bare(other.name), written)));
  const titled = (isMeant: (title: string) => boolean) => people.filter(({ titles }) => titles.map(bare).some(isMeant));
  const [found = []] = [
    meant,
    titled((title) => title === written),
    written.length < SHORTEST_TITLE
      ? []
      : titled((title) => title.endsWith(written) && !title.endsWith(`副${written}`)),
  ].filter(({ length }) => length > 0);
  const ids = new Set(found.map(({ accountId }) => accountId));
  const [only] = ids;
  return ids.size === 1 && only !== undefined ? only : null;
}

/** Whether a name stands in a text only as a part of a longer one. */
function isPartOf(name: string, longer: string, text: string): boolean {
  return longer !== name && longer.includes(name) && !text.replaceAll(longer, '').includes(name);
}
