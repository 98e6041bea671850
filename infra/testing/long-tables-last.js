/** Tests that go through long tables: any way through every workflow, any wording, any day of many years. */
const LONG_TABLES = ['decide', 'cadence-words', 'rule', 'diff-years', 'festivals', 'official-years'];

const isLong = ({ path }) => LONG_TABLES.some((name) => path.endsWith(`/${name}.test.ts`));

/**
 * Runs the long tables last. A mutation run stops at the first file that fails, and a changed rule mostly fails in the
 * short file beside it.
 */
export default class LongTablesLast {
  sort(tests) {
    return [...tests].sort((a, b) => Number(isLong(a)) - Number(isLong(b)));
  }

  /** Jest offers the durations for a later order; ours asks for none. */
  cacheResults() {}
}
