import { Checkbox } from 'antd';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { Section } from '../../components/page';
import type { Plan } from '../../lib/api';
import { cadenceDraftOf } from './cadence-draft';
import { PlaceQuestions } from './place-questions';
import {
  addLeftOut,
  answerWaiting,
  changeEntry,
  isWaiting,
  leftKey,
  placesIn,
  type ReadDesk,
  readOf,
  restore,
  tick,
} from './read-entries';
import { ReadEntryRow } from './read-entry';
import styles from './reading.module.css';
import { ReadingKeys } from './reading-keys';
import { SourceText } from './source-text';
import { TakeBar } from './take-bar';
import { useTakeEntries } from './use-take-entries';

interface ReadingDeskProps {
  readonly plan: Plan;
  readonly desk: ReadDesk;
  onChange(desk: ReadDesk | null): void;
  onDone(): void;
}

/** The source on one side, what was found in it on the other; both move together. */
export function ReadingDesk({ plan, desk, onChange, onDone }: ReadingDeskProps) {
  const { t } = useTranslation();
  const { reading, entries } = desk;
  const pane = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState<string | null>(entries[0]?.key ?? null);
  const [edited, setEdited] = useState<string | null>(null);
  const take = useTakeEntries({ plan, desk, onChange, onDone, onFault: setEdited });
  const focus = (key: string | undefined) => {
    if (key !== undefined) list.current?.querySelector<HTMLElement>(`[data-entry="${key}"] [data-title]`)?.focus();
  };
  useFollowInSource(pane, current);
  // The keys work from the first moment on.
  useEffect(() => list.current?.querySelector<HTMLElement>('[data-title]')?.focus(), []);

  const at = entries.findIndex(({ key }) => key === current);
  const go = (steps: number) => focus(entries[Math.min(Math.max(at + steps, 0), entries.length - 1)]?.key);
  const keys: Record<string, () => void> = {
    j: () => go(1),
    ArrowDown: () => go(1),
    k: () => go(-1),
    ArrowUp: () => go(-1),
    o: () => focus([...entries.slice(at + 1), ...entries.slice(0, at + 1)].find(isWaiting)?.key),
    l: () => focusLeftOut(pane.current, current),
    ' ': () => {
      const entry = entries[at];
      if (entry !== undefined) onChange(tick(desk, [entry.key], !entry.isTicked));
    },
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    if (target.closest('[data-editor]') !== null) {
      if (event.key !== 'Escape') return;
      setEdited(null);
      focus(current ?? undefined);
      return;
    }
    // Space keeps its meaning on every other control.
    const act = event.key === ' ' && target.dataset.title === undefined ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const add = (leftOut: number) => {
    onChange(addLeftOut(desk, leftOut, plan.year));
    setEdited(leftKey(leftOut));
    setCurrent(leftKey(leftOut));
  };
  const tickable = entries.filter(({ isTaken }) => !isTaken);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for what buttons within do, too.
    <div className={styles.desk} onKeyDown={onKeyDown}>
      <Section title={t('annualPlan.reading.source')} note={t('annualPlan.reading.sourceNote')} flush>
        <SourceText
          reading={reading}
          keys={new Set(entries.map(({ key }) => key))}
          current={current}
          pane={pane}
          onPick={focus}
          onAdd={add}
        />
      </Section>
      <Section
        title={t('annualPlan.reading.found', { count: entries.length })}
        note={<ReadingKeys />}
        flush
        actions={
          tickable.length > 0 && (
            <Checkbox
              checked={tickable.every(({ isTicked }) => isTicked)}
              indeterminate={tickable.some(({ isTicked }) => isTicked) && !tickable.every(({ isTicked }) => isTicked)}
              onChange={(event) =>
                onChange(
                  tick(
                    desk,
                    tickable.map(({ key }) => key),
                    event.target.checked,
                  ),
                )
              }
            >
              {t('annualPlan.reading.all')}
            </Checkbox>
          )
        }
      >
        <PlaceQuestions desk={desk} year={plan.year} onChange={onChange} onPick={focus} />
        {entries.length === 0 ? (
          <EmptyState title={t('annualPlan.reading.none')} text={t('annualPlan.reading.noneText')} />
        ) : (
          <ul ref={list} className={styles.entries}>
            {entries.map((entry) => {
              const read = readOf(reading, entry.key);
              const faults = take.faults.get(entry.key);
              return (
                read !== undefined && (
                  <ReadEntryRow
                    key={entry.key}
                    plan={plan}
                    entry={entry}
                    read={read}
                    places={placesIn(desk, entry)}
                    isCurrent={entry.key === current}
                    isEdited={entry.key === edited}
                    hasFault={faults !== undefined}
                    faultOf={(field) => {
                      const reason = faults?.get(field);
                      return reason === undefined ? null : t(`failure.refusal.${reason}`);
                    }}
                    onFocus={() => setCurrent(entry.key)}
                    onTick={(isTicked) => onChange(tick(desk, [entry.key], isTicked))}
                    onEdit={(isEdited) => {
                      setEdited(isEdited ? entry.key : null);
                      if (!isEdited) focus(entry.key);
                    }}
                    onChange={(change) => {
                      onChange(changeEntry(desk, entry.key, change));
                      // An answered question goes away, and the focus with it.
                      if (entry.key !== edited) focus(entry.key);
                    }}
                    onRestore={() => onChange(restore(desk, entry.key, plan.year))}
                  />
                )
              );
            })}
          </ul>
        )}
        {take.notice}
        <TakeBar
          desk={desk}
          isPending={take.isPending}
          onTake={take.run}
          onWholeYear={() => {
            const wholeYear = cadenceDraftOf({ kind: 'within', spans: [{ unit: 'year' }] }, plan.year);
            onChange(answerWaiting(desk, wholeYear));
          }}
          onPick={focus}
        />
      </Section>
    </div>
  );
}

/** The source shows the words of the item that has the focus; a page without a pane of its own does not jump about. */
function useFollowInSource(pane: RefObject<HTMLDivElement | null>, current: string | null): void {
  useEffect(() => {
    const box = pane.current;
    const words = current === null ? null : box?.querySelector<HTMLElement>(`[data-source~="${current}"]`);
    if (box == null || words == null || box.scrollHeight <= box.clientHeight) return;
    const top = words.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    box.scrollTo({ top: top - box.clientHeight / 3 });
  }, [pane, current]);
}

/** The next passage left out behind the item that has the focus, or behind the one that was looked at last. */
function focusLeftOut(pane: HTMLElement | null, current: string | null): void {
  const passages = [...(pane?.querySelectorAll<HTMLElement>('[data-left-out]') ?? [])];
  const from = passages.includes(document.activeElement as HTMLElement)
    ? document.activeElement
    : (pane?.querySelector(`[data-source~="${current}"]`) ?? null);
  const isBehind = (one: Element) =>
    from === null || (from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  (passages.find(isBehind) ?? passages[0])?.focus();
}
