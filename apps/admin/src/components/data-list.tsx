import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsNarrow } from '../lib/use-media-query';
import styles from './data-list.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly width?: string;
  readonly align?: 'right';
  /** On a phone the first column is the card's heading, those marked `top` stand above it, others below with their titles. */
  readonly onCard?: 'top' | 'bare' | 'hidden';
  /** Dates and other short values that must stay on one line. */
  readonly isUnbroken?: boolean;
  /** A column of buttons: its title is for screen readers, and paper goes without it. */
  readonly isScreenOnly?: boolean;
  /** The same as words, for a file; a column without them is not exported. */
  text?(row: Row): string;
  cell(row: Row): ReactNode;
}

export interface Selection<Row> {
  readonly selected: ReadonlySet<string>;
  label(row: Row): string;
  /** Rows for which it answers no have nothing to tick. */
  isOffered?(row: Row): boolean;
  onChange(selected: ReadonlySet<string>): void;
}

interface DataListProps<Row> {
  /** What the table is called by screen readers. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly selection?: Selection<Row>;
  rowKey(row: Row): string;
  /** A heading row wherever it changes from one row to the next. */
  groupOf?(row: Row): string;
}

/** Rows as a table, and as a list of cards on a phone. Prints as a table. */
export function DataList<Row>(props: DataListProps<Row>) {
  const isNarrow = useIsNarrow();
  return isNarrow ? <Cards {...props} /> : <Table {...props} />;
}

function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Rows with the heading that starts before them, if any. */
function grouped<Row>(rows: readonly Row[], groupOf: ((row: Row) => string) | undefined) {
  let last: string | null = null;
  return rows.map((row) => {
    const group = groupOf?.(row) ?? null;
    const heading = group === last ? null : group;
    last = group;
    return { row, heading };
  });
}

function Table<Row>({ label, rows, columns, rowKey, selection, groupOf }: DataListProps<Row>) {
  const { t } = useTranslation();
  const offered = rows.filter((row) => selection?.isOffered?.(row) !== false).map(rowKey);
  const isAllSelected = offered.length > 0 && offered.every((key) => selection?.selected.has(key));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls inside its sheet, also by keyboard
    <div className={styles.scroll} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {selection !== undefined && (
              <th scope="col" className={`${styles.select} not-printed`}>
                <Checkbox
                  aria-label={t('supervision.selectAll')}
                  checked={isAllSelected}
                  indeterminate={selection.selected.size > 0 && !isAllSelected}
                  onChange={(event) => selection.onChange(new Set(event.target.checked ? offered : []))}
                />
              </th>
            )}
            {columns.map(({ key, title, width, align, isScreenOnly }) => (
              <th
                key={key}
                scope="col"
                style={{ width, textAlign: align }}
                className={isScreenOnly ? 'not-printed' : undefined}
              >
                {isScreenOnly ? <span className="visually-hidden">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grouped(rows, groupOf).flatMap(({ row, heading }) => [
            heading !== null && (
              <tr key={`group ${heading}`} className={styles.group}>
                <th scope="colgroup" colSpan={columns.length + (selection === undefined ? 0 : 1)}>
                  {heading}
                </th>
              </tr>
            ),
            <tr key={rowKey(row)}>
              {selection !== undefined && (
                <td className={`${styles.select} not-printed`}>
                  <Tick selection={selection} row={row} rowKey={rowKey} />
                </td>
              )}
              {columns.map(({ key, align, isScreenOnly, isUnbroken, cell }) => (
                <td
                  key={key}
                  style={{ textAlign: align, whiteSpace: isUnbroken ? 'nowrap' : undefined }}
                  className={isScreenOnly ? 'not-printed' : undefined}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>,
          ])}
        </tbody>
      </table>
    </div>
  );
}

interface TickProps<Row> {
  readonly selection: Selection<Row>;
  readonly row: Row;
  rowKey(row: Row): string;
}

function Tick<Row>({ selection, row, rowKey }: TickProps<Row>) {
  if (selection.isOffered?.(row) === false) return null;
  return (
    <Checkbox
      aria-label={selection.label(row)}
      checked={selection.selected.has(rowKey(row))}
      onChange={() => selection.onChange(toggled(selection.selected, rowKey(row)))}
    />
  );
}

function Cards<Row>({ label, rows, columns, rowKey, selection, groupOf }: DataListProps<Row>) {
  const [first, ...rest] = columns.filter(({ onCard }) => onCard !== 'top' && onCard !== 'hidden');
  const top = columns.filter(({ onCard }) => onCard === 'top');
  return (
    <ul className={styles.cards} aria-label={label}>
      {grouped(rows, groupOf).flatMap(({ row, heading }) => [
        heading !== null && (
          <li key={`group ${heading}`} className={styles.cardGroup}>
            {heading}
          </li>
        ),
        <li key={rowKey(row)} className={styles.card}>
          {top.length > 0 && (
            <div className={styles.cardTop}>
              {top.map(({ key, cell }) => (
                <span key={key}>{cell(row)}</span>
              ))}
            </div>
          )}
          <div className={styles.cardTitle}>
            <div>{first?.cell(row)}</div>
            {selection !== undefined && <Tick selection={selection} row={row} rowKey={rowKey} />}
          </div>
          <dl className={styles.cardFacts}>
            {rest.map((column) => (
              <Fact key={column.key} column={column} row={row} />
            ))}
          </dl>
        </li>,
      ])}
    </ul>
  );
}

/** One line of a card; nothing where there is nothing to say. */
function Fact<Row>({ column: { title, onCard, cell }, row }: { column: Column<Row>; row: Row }) {
  const value = cell(row);
  if (value === null || value === false) return null;
  const isBare = onCard === 'bare';
  return (
    <div className={isBare ? styles.bareFact : styles.fact}>
      <dt className={isBare ? 'visually-hidden' : undefined}>{title}</dt>
      <dd>{value}</dd>
    </div>
  );
}
