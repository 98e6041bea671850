import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../components/tag';
import { api, type LeftOut, type Plan, type ReadItem, type Span } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { useFailureText } from '../../lib/use-failure-text';
import { useWords } from '../../lib/use-words';
import { cadenceDraftOf, cadenceOf } from './cadence-draft';
import { countOf, type ItemDraft } from './item-draft';
import { ItemFields } from './item-fields';
import { isOpen, type ReadEntry } from './read-entries';
import styles from './reading.module.css';

interface ReadEntryRowProps {
  readonly plan: Plan;
  readonly entry: ReadEntry;
  readonly read: ReadItem | LeftOut;
  /** A template's empty places that it would still print: ××乡. */
  readonly places: readonly string[];
  readonly isCurrent: boolean;
  readonly isEdited: boolean;
  /** The refusal of a field, where the last act was refused because of it. */
  faultOf(field: string): string | null;
  readonly hasFault: boolean;
  onFocus(): void;
  onTick(isTicked: boolean): void;
  onEdit(isEdited: boolean): void;
  onChange(change: Partial<ItemDraft>): void;
  onRestore(): void;
}

/** One item found: what it would be in the plan, what is still open, and its fields when it is opened. */
export function ReadEntryRow(props: ReadEntryRowProps) {
  const { t } = useTranslation();
  const {
    plan,
    entry,
    read,
    places,
    isCurrent,
    isEdited,
    hasFault,
    faultOf,
    onFocus,
    onTick,
    onEdit,
    onChange,
    onRestore,
  } = props;
  const { draft, isTaken, isTicked } = entry;
  const open = isOpen(entry);
  const look = isTaken ? styles.taken : !isTicked ? styles.unticked : open ? styles.open : '';
  return (
    <li
      className={`${styles.entry} ${look} ${isCurrent ? styles.current : ''}`}
      data-entry={entry.key}
      onFocus={onFocus}
    >
      <div className={styles.entryHead}>
        <Checkbox
          checked={isTicked}
          disabled={isTaken}
          aria-label={`${t('annualPlan.reading.take')}${t('app.colon')}${draft.title}`}
          onChange={(event) => onTick(event.target.checked)}
        />
        <button
          type="button"
          data-title
          className={styles.title}
          aria-expanded={isEdited}
          disabled={isTaken}
          onClick={() => onEdit(!isEdited)}
        >
          {draft.title || t('annualPlan.reading.untitled')}
        </button>
        {isTaken && <Tag tone="accent">{t('annualPlan.reading.taken')}</Tag>}
        {!isTaken && isTicked && open && <Tag tone="yellow">{t('annualPlan.reading.open')}</Tag>}
        {hasFault && <Tag tone="red">{t('annualPlan.reading.faulty')}</Tag>}
      </div>
      {!isTaken && isTicked && places.length > 0 && (
        <div className={styles.facts}>
          <span>
            <Tag tone="yellow">{t('annualPlan.placeholders', { places: places.join(t('app.comma')) })}</Tag>
          </span>
        </div>
      )}
      <EntryFacts entry={entry} read={read} planId={plan.id} />
      <blockquote className={styles.quote}>{draft.sourceText}</blockquote>
      {!isTaken && isTicked && open && !isEdited && (
        <OpenCadence
          year={plan.year}
          words={read.timeWords}
          onChoose={(cadence) => onChange({ cadence })}
          onEdit={() => onEdit(true)}
        />
      )}
      {isEdited && !isTaken && (
        <div className={styles.editor} data-editor>
          <ItemFields plan={plan} isNew draft={draft} onChange={onChange} errorOf={faultOf} />
          <div className={styles.choices}>
            <Button type="primary" onClick={() => onEdit(false)}>
              {t('annualPlan.reading.done')}
            </Button>
            <Button onClick={onRestore}>{t('annualPlan.reading.restore')}</Button>
          </div>
        </div>
      )}
    </li>
  );
}

/** What an item says besides its name: when, what kind, how much, who. */
function EntryFacts({ entry, read, planId }: { entry: ReadEntry; read: ReadItem | LeftOut; planId: string }) {
  const { t } = useTranslation();
  const { draft } = entry;
  const people = usePeopleNames();
  const { written, target } = read;
  const facts = [
    t(`vocabulary.categories.${draft.category}`),
    draft.workflow === 'solicitation'
      ? t('annualPlan.targetEachText', { count: countOf(draft.target) })
      : t(`annualPlan.workflows.${draft.workflow}`),
    ...(target !== null && draft.workflow !== 'solicitation'
      ? [t(`annualPlan.reading.targets.${target.per}`, { count: target.count, unit: target.unit })]
      : []),
    t(`annualPlan.participantsOf.${draft.participants}`),
    ...(draft.reportWanted ? [t('annualPlan.reportWanted')] : []),
    ...(draft.sites.length > 0 ? [`${t('annualPlan.sites')}${t('app.colon')}${draft.sites.join(t('app.comma'))}`] : []),
  ];
  const duties = [
    [t('annualPlan.leader'), written?.leadInCharge ?? null, people(draft.leaderAccountId)],
    [t('annualPlan.responsible'), written?.responsible ?? null, people(draft.responsibleAccountId)],
  ] as const;
  const offices = [
    [t('annualPlan.leadOffice'), draft.leadOffice],
    [t('annualPlan.cooperating'), draft.cooperating.join(t('app.comma'))],
  ].filter(([, names]) => names !== '');
  const isNamed = offices.length > 0 || duties.some(([, words, person]) => words !== null || person !== null);
  return (
    <div className={styles.facts}>
      {!isOpen(entry) && (
        <span className={styles.when}>
          <EntryTime entry={entry} planId={planId} />
        </span>
      )}
      <span>{facts.join(' · ')}</span>
      {isNamed && (
        <ul className={styles.duties}>
          {duties.map(
            ([label, words, person]) =>
              (words !== null || person !== null) && (
                <li key={label}>
                  {label}
                  {t('app.colon')}
                  {words ?? ''}
                  {person === null ? ` (${t('annualPlan.reading.nobody')})` : person !== words && ` → ${person}`}
                </li>
              ),
          )}
          {offices.map(([label, names]) => (
            <li key={label}>
              {label}
              {t('app.colon')}
              {names}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** When, in words: as the server said it of what was read, or says it of what the clerk chose. */
function EntryTime({ entry, planId }: { entry: ReadEntry; planId: string }) {
  const words = useWords();
  const sentence = useFailureText();
  const { committee } = useHere();
  const { draft } = entry;
  const query = useQuery({
    ...api.annualPlan.understandCadence.queryOptions({
      input: { committeeId: committee.id, planId, cadence: cadenceOf(draft.cadence), times: countOf(draft.times) },
    }),
    enabled: entry.words === null,
  });
  if (entry.words !== null) return words.cadence(entry.words);
  if (query.isError) return sentence(failureOf(query.error));
  return query.data === undefined ? '…' : words.cadence(query.data.words);
}

const answers: readonly Span[] = [{ unit: 'year' }, { unit: 'half-year', number: 1 }, { unit: 'half-year', number: 2 }];

interface OpenCadenceProps {
  readonly year: number;
  /** What the document says instead of a time. */
  readonly words: string | null;
  onChoose(cadence: ItemDraft['cadence']): void;
  onEdit(): void;
}

/** The question an open item asks, with the answers plans mostly give. */
function OpenCadence({ year, words, onChoose, onEdit }: OpenCadenceProps) {
  const { t } = useTranslation();
  const said = useWords();
  return (
    <div className={styles.question}>
      <p>{words === null ? t('annualPlan.reading.asked') : t('annualPlan.reading.askedOf', { words })}</p>
      <div className={styles.choices}>
        {answers.map((span) => (
          <Button
            key={said.span(span)}
            size="small"
            onClick={() => onChoose(cadenceDraftOf({ kind: 'within', spans: [span] }, year))}
          >
            {said.span(span)}
          </Button>
        ))}
        {(['quarter', 'month'] as const).map((unit) => (
          <Button key={unit} size="small" onClick={() => onChoose(cadenceDraftOf({ kind: 'each', unit }, year))}>
            {t(`annualPlan.each.${unit}`)}
          </Button>
        ))}
        <Button size="small" type="text" onClick={onEdit}>
          {t('annualPlan.reading.otherTime')}
        </Button>
      </div>
    </div>
  );
}

/** Names of the committee's people by account. */
function usePeopleNames(): (accountId: string | null) => string | null {
  const { committee } = useHere();
  const people = useQuery(api.committee.people.queryOptions({ input: { committeeId: committee.id } }));
  return (accountId) => people.data?.find((one) => one.accountId === accountId)?.name ?? null;
}
