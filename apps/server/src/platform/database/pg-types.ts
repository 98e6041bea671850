import pg from 'pg';

const { builtins } = pg.types;

/**
 * How values come out of PostgreSQL: a date as its ISO text (never a JS Date, which would shift days between zones), a
 * timestamptz as Temporal.Instant, a bigint (counts) as a number. Everything else as pg does it.
 */
export const pgTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === builtins.DATE) return (value) => value;
    if (oid === builtins.TIMESTAMPTZ) return (value) => Temporal.Instant.from(value);
    if (oid === builtins.INT8) return Number;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  },
};

/** What pg cannot send by itself: Temporal values go as ISO text, alone or in arrays. */
export function toParameter(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toParameter);
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString();
  return value;
}
