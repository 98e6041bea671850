import { Fragment, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeftOut, PlanReading } from '../../lib/api';
import { itemKey, leftKey } from './read-entries';
import styles from './reading.module.css';

type Block = PlanReading['blocks'][number];
type Part = Block['parts'][number];

interface SourceTextProps {
  readonly reading: PlanReading;
  /** Entries there are: items found, and passages the clerk has made one of. */
  readonly keys: ReadonlySet<string>;
  readonly current: string | null;
  readonly pane: RefObject<HTMLDivElement | null>;
  onPick(key: string): void;
  onAdd(leftOut: number): void;
}

/** The document as it came: the words of each item marked, what was left out dimmed, with its reason. */
export function SourceText(props: SourceTextProps) {
  const { t } = useTranslation();
  const { reading, pane } = props;
  // A stretch of lines with the same reason says it once.
  let told: LeftOut['why'] | null = null;
  const whyOf = (part: Part): ReactNode => {
    const why = part.leftOut === null ? null : (reading.leftOut[part.leftOut]?.why ?? null);
    if (why === null && part.items.length === 0) return null;
    const isNew = why !== told;
    told = why;
    return isNew && why !== null && <span className={styles.why}>{t(`annualPlan.reading.why.${why}`)}</span>;
  };
  const partsOf = (block: Block): ReactNode[] =>
    block.parts.map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the source does not change.
      <Fragment key={index}>
        <SourcePart {...props} part={part} />
        {whyOf(part)}
      </Fragment>
    ));
  return (
    <div
      ref={pane}
      className={styles.sourcePane}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is reached by the keyboard.
      tabIndex={0}
    >
      {tablesOf(reading.blocks).map((stretch) =>
        stretch.table === null ? (
          stretch.blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the source does not change.
            <p key={index} className={block.level === null ? styles.line : styles.headline}>
              {partsOf(block)}
            </p>
          ))
        ) : (
          <div key={`table-${stretch.at}`} className={styles.tableBox}>
            <table className={styles.table}>
              <tbody>
                {stretch.blocks.map((block, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the source does not change.
                  <tr key={index}>
                    {cellsOf(block).map(({ part, span }, cell) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: the source does not change.
                      <td key={cell} colSpan={span}>
                        <SourcePart {...props} part={part} isBare={cell > 0} />
                        {cell === 0 && whyOf(part)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ),
      )}
    </div>
  );
}

interface SourcePartProps extends SourceTextProps {
  readonly part: Part;
  /** A cell after the first: what its row may become is said there. */
  readonly isBare?: boolean;
}

function SourcePart({ reading, keys, current, part, isBare = false, onPick, onAdd }: SourcePartProps) {
  const { t } = useTranslation();
  const { text, items, leftOut } = part;
  const own = [...items.map(itemKey), ...(leftOut === null ? [] : [leftKey(leftOut)])];
  const [key] = own.includes(current ?? '') ? [current ?? ''] : own.filter((one) => keys.has(one));
  if (key !== undefined && keys.has(key)) {
    return (
      <a
        href={`#${key}`}
        tabIndex={-1}
        data-source={own.join(' ')}
        className={key === current ? `${styles.mark} ${styles.markNow}` : styles.mark}
        onClick={(event) => {
          event.preventDefault();
          onPick(key);
        }}
      >
        {text}
      </a>
    );
  }
  if (leftOut === null) return text;
  return (
    <>
      {text}
      {!isBare && (
        <button
          type="button"
          data-left-out={leftOut}
          className={styles.add}
          title={t('annualPlan.reading.add')}
          aria-label={`${t('annualPlan.reading.add')}${t('app.colon')}${reading.leftOut[leftOut]?.draft.title ?? text}`}
          onClick={() => onAdd(leftOut)}
        >
          +
        </button>
      )}
    </>
  );
}

interface Stretch {
  /** Null: lines between tables. */
  readonly table: number | null;
  readonly at: number;
  readonly blocks: Block[];
}

/** A row's cells; what stands in several neighbours was one merged cell. */
function cellsOf({ parts }: Block): { part: Part; span: number }[] {
  const cells: { part: Part; span: number }[] = [];
  for (const part of parts) {
    const last = cells.at(-1);
    if (last !== undefined && part.text.length > 1 && part.text === last.part.text) last.span += 1;
    else cells.push({ part, span: 1 });
  }
  return cells;
}

function tablesOf(blocks: readonly Block[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [at, block] of blocks.entries()) {
    const last = stretches.at(-1);
    if (last !== undefined && last.table === block.table) last.blocks.push(block);
    else stretches.push({ table: block.table, at, blocks: [block] });
  }
  return stretches;
}
