/** Files that take longest though they are short: a year is lived, a browser walks, an office program opens papers. */
const LONG = ['/test/simulation/', '.browser.test.', '.office.test.'];

const rank = ({ path }) => {
  const found = LONG.findIndex((part) => path.includes(part));
  return found < 0 ? LONG.length : found;
};

/** Runs the long files first, so that no worker is left alone with one at the end. */
export default class LongFilesFirst {
  sort(tests) {
    return [...tests].sort((a, b) => rank(a) - rank(b));
  }

  /** Jest offers the durations for a later order; ours asks for none. */
  cacheResults() {}
}
