import type { Category, FigureBound, FigureKey, FindingSource, HeldPrecision } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** Something held, confirmed by a person; its id is its case's. */
export interface HeldRecord {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: HeldPrecision;
  readonly place: string | null;
  readonly people: number | null;
  readonly source: FindingSource;
}

/** A figure of a year, confirmed by a person. */
export interface FigureRecord {
  readonly id: string;
  readonly key: FigureKey | null;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly bound: FigureBound;
  readonly source: FindingSource;
}

/** Which year of which committee a batch of records is of, what it was read from, and who says so. */
export interface RecordBatch {
  readonly committeeId: string;
  readonly year: number;
  readonly sourceName: string;
  readonly confirmedBy: string;
}

type Recorded<One> = One & {
  readonly sourceName: string;
  readonly confirmedBy: string;
  readonly confirmedAt: Temporal.Instant;
};

/** What was held in a year as recorded afterwards, by its first day; what was taken back is left out. */
export function listHeld(tx: Tx, committeeId: string, year: number): Promise<Recorded<HeldRecord>[]> {
  return tx.query(
    `select h.instance_id as id, i.title, i.category, h.from_on as "from", h.to_on as "to", h.precision, h.place,
       h.people, jsonb_build_object('line', h.source_line, 'text', h.source_text) as source,
       h.source_name as "sourceName", a.name as "confirmedBy", h.confirmed_at as "confirmedAt"
     from held_record h
     join workflow_instance i on i.committee_id = h.committee_id and i.id = h.instance_id
     join account a on a.id = h.confirmed_by_account_id
     where h.committee_id = $1 and h.year = $2 and i.state <> 'withdrawn'
     order by h.from_on nulls last, i.title`,
    [committeeId, year],
  );
}

/** The figures of a year, those with a key first; what was taken back is left out. */
export function listFigures(tx: Tx, committeeId: string, year: number): Promise<Recorded<FigureRecord>[]> {
  return tx.query(
    `select f.id, f.key, f.name, f.value::float8 as value, f.unit, f.bound,
       jsonb_build_object('line', f.source_line, 'text', f.source_text) as source,
       f.source_name as "sourceName", a.name as "confirmedBy", f.confirmed_at as "confirmedAt"
     from year_figure f join account a on a.id = f.confirmed_by_account_id
     where f.committee_id = $1 and f.year = $2 and f.taken_back_at is null
     order by f.key nulls last, f.confirmed_at, f.source_line, f.name`,
    [committeeId, year],
  );
}

/** Which of the ids are on record already, taken back or not: a second click brings them again. */
export async function knownRecords(tx: Tx, committeeId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    `select instance_id as id from held_record where committee_id = $1 and instance_id = any($2::uuid[])
     union all select id from year_figure where committee_id = $1 and id = any($2::uuid[])`,
    [committeeId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

export async function insertHeld(tx: Tx, batch: RecordBatch, records: readonly HeldRecord[]): Promise<void> {
  await tx.query(
    `insert into held_record (committee_id, instance_id, year, from_on, to_on, precision, place, people, source_name,
       source_line, source_text, confirmed_by_account_id, confirmed_at)
     select $1, id, $2, from_on, to_on, precision, place, people, $3, source_line, source_text, $4, $5
     from jsonb_to_recordset($6) as r (id uuid, from_on date, to_on date, precision text, place text, people int,
       source_line int, source_text text)`,
    [
      ...batchColumns(tx, batch),
      JSON.stringify(
        records.map(({ id, from, to, precision, place, people, source }) => ({
          ...{ id, from_on: from, to_on: to, precision, place, people },
          ...{ source_line: source.line, source_text: source.text },
        })),
      ),
    ],
  );
}

export async function insertFigures(tx: Tx, batch: RecordBatch, records: readonly FigureRecord[]): Promise<void> {
  await tx.query(
    `insert into year_figure (committee_id, id, year, key, name, value, unit, bound, source_name, source_line,
       source_text, confirmed_by_account_id, confirmed_at)
     select $1, id, $2, key, name, value, unit, bound, $3, source_line, source_text, $4, $5
     from jsonb_to_recordset($6) as r (id uuid, key text, name text, value numeric, unit text, bound text,
       source_line int, source_text text)`,
    [
      ...batchColumns(tx, batch),
      JSON.stringify(
        records.map(({ source, ...one }) => ({ ...one, source_line: source.line, source_text: source.text })),
      ),
    ],
  );
}

const batchColumns = (tx: Tx, { committeeId, year, sourceName, confirmedBy }: RecordBatch) => [
  committeeId,
  year,
  sourceName,
  confirmedBy,
  tx.now,
];

/** Takes a figure back; false when there is none such of the year, or it was taken back before. */
export async function takeFigureBack(
  tx: Tx,
  figure: { readonly committeeId: string; readonly year: number; readonly id: string },
  accountId: string,
): Promise<boolean> {
  const rows = await tx.query(
    `update year_figure set taken_back_at = $4, taken_back_by_account_id = $5
     where committee_id = $1 and year = $2 and id = $3 and taken_back_at is null returning id`,
    [figure.committeeId, figure.year, figure.id, tx.now, accountId],
  );
  return rows.length > 0;
}

export async function isHeldRecord(
  tx: Tx,
  { committeeId, year, id }: { readonly committeeId: string; readonly year: number; readonly id: string },
): Promise<boolean> {
  const rows = await tx.query(
    'select from held_record where committee_id = $1 and year = $2 and instance_id = $3 for update',
    [committeeId, year, id],
  );
  return rows.length > 0;
}
