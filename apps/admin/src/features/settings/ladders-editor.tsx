import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../components/tag';
import type { Role, RuleProfile, Rung, TaskKind } from '../../lib/api';
import { useWords } from '../../lib/use-words';
import { CountInput } from './count-input';
import { FaultLines } from './fault-lines';
import {
  countFaults,
  type FaultsByPlace,
  type LadderDraft,
  nextId,
  type RungDraft,
  rungDraftsOf,
  unitOf,
} from './rules-draft';
import styles from './settings.module.css';

interface LaddersEditorProps {
  readonly ladders: readonly LadderDraft[];
  readonly chosen: LadderDraft;
  readonly faults: FaultsByPlace;
  /** The product's own ladders, to go back to. */
  readonly start: RuleProfile['ladders'];
  onChoose(key: string): void;
  onChange(ladders: readonly LadderDraft[]): void;
}

/** The ladders by their names, and the rungs of the one chosen. */
export function LaddersEditor({ ladders, chosen, faults, start, onChoose, onChange }: LaddersEditorProps) {
  const { t } = useTranslation();
  const words = useWords();
  const setRungs = (rungs: readonly RungDraft[]) =>
    onChange(ladders.map((one) => (one.key === chosen.key ? { ...one, rungs } : one)));
  const own = start[chosen.key];
  const named: readonly string[] = Object.keys(t('settings.rules.names', { returnObjects: true }));
  return (
    <div className={styles.editor}>
      <div>
        <ul className={styles.ladderNames} aria-label={t('settings.rules.ladders')}>
          {ladders.map((ladder) => {
            const count = countFaults(ladder, faults);
            return (
              <li key={ladder.key}>
                <button
                  type="button"
                  className={styles.ladderName}
                  aria-pressed={ladder.key === chosen.key}
                  onClick={() => onChoose(ladder.key)}
                >
                  <span>{words.ladder(ladder.key)}</span>
                  {count > 0 && <Tag tone="red">{t('settings.rules.faultCount', { count })}</Tag>}
                </button>
              </li>
            );
          })}
        </ul>
        <AddLadder
          ladders={ladders}
          onAdd={(ladder) => {
            onChange([...ladders, ladder]);
            onChoose(ladder.key);
          }}
        />
      </div>
      <div className={styles.rungRows}>
        <div className={styles.ladderHead}>
          <h3>{words.ladder(chosen.key)}</h3>
          <span className={styles.choices}>
            {own !== undefined && (
              <Button size="small" onClick={() => setRungs(rungDraftsOf(own))}>
                {t('settings.rules.backToDefault')}
              </Button>
            )}
            {!named.includes(chosen.key) && (
              <Button
                size="small"
                onClick={() => {
                  onChange(ladders.filter(({ key }) => key !== chosen.key));
                  onChoose(ladders[0]?.key ?? '');
                }}
              >
                {t('settings.rules.dropLadder')}
              </Button>
            )}
          </span>
        </div>
        {chosen.rungs.map((rung, index) => (
          <RungRow
            key={rung.id}
            rung={rung}
            row={index + 1}
            faults={faults}
            onChange={(change) =>
              setRungs(chosen.rungs.map((one) => (one.id === rung.id ? { ...one, ...change } : one)))
            }
            onDrop={() => setRungs(chosen.rungs.filter(({ id }) => id !== rung.id))}
          />
        ))}
        <FaultLines faults={faults} place={`ladder ${chosen.key}`} />
        <div>
          <Button
            onClick={() =>
              setRungs([...chosen.rungs, { id: nextId(), days: Number.NaN, to: 'holder', form: 'approaching' }])
            }
          >
            {t('settings.rules.addRung')}
          </Button>
        </div>
      </div>
    </div>
  );
}

const sides = ['before', 'on', 'after'] as const;
const sideOf = (days: number): (typeof sides)[number] => (days === 0 ? 'on' : days > 0 ? 'after' : 'before');

interface RungRowProps {
  readonly rung: RungDraft;
  readonly row: number;
  readonly faults: FaultsByPlace;
  onChange(change: Partial<RungDraft>): void;
  onDrop(): void;
}

/** One rung: when, to whom, saying what. */
function RungRow({ rung, row, faults, onChange, onDrop }: RungRowProps) {
  const { t } = useTranslation();
  // Which side an empty field stands on is remembered until it has a number.
  const [side, setSide] = useState(sideOf(rung.days));
  const recipients = t('settings.rules.recipients', { returnObjects: true });
  const forms = t('settings.rules.formChoices', { returnObjects: true });
  const label = (what: string) => t('settings.rules.inRow', { what, row });
  const faultId = `rung-${rung.id}-faults`;
  const described = faults.has(`rung ${rung.id}`) ? { 'aria-describedby': faultId, status: 'error' as const } : {};
  const count = Math.abs(rung.days);
  return (
    <div className={styles.rungRow}>
      <Select
        aria-label={label(t('settings.rules.when'))}
        {...described}
        value={side}
        options={sides.map((value) => ({ value, label: t(`settings.rules.sides.${value}`) }))}
        onChange={(next) => {
          setSide(next);
          const days = Number.isNaN(count) || count === 0 ? Number.NaN : count;
          onChange({ days: next === 'on' ? 0 : next === 'before' ? -days : days });
        }}
      />
      {side === 'on' ? (
        <span />
      ) : (
        <CountInput
          aria-label={label(t('settings.rules.howMany'))}
          {...described}
          min={1}
          max={365}
          suffix={t(`settings.rules.units.${unitOf(rung.days)}`)}
          value={count}
          onChange={(days) => onChange({ days: side === 'before' ? -days : days })}
        />
      )}
      <Select
        aria-label={label(t('settings.rules.toWhom'))}
        {...described}
        value={rung.to}
        options={optionsOf<Rung['to']>(recipients)}
        onChange={(to) => onChange({ to })}
      />
      <Select
        aria-label={label(t('settings.rules.saying'))}
        {...described}
        value={rung.form}
        options={optionsOf<Rung['form']>(forms)}
        onChange={(form) => onChange({ form })}
      />
      <Button aria-label={label(t('settings.rules.dropRung'))} onClick={onDrop}>
        {t('settings.rules.dropRung')}
      </Button>
      <FaultLines id={faultId} faults={faults} place={`rung ${rung.id}`} />
    </div>
  );
}

const optionsOf = <Value extends string>(words: Readonly<Record<Value, string>>) =>
  (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));

/** A ladder of its own for a kind of duty, for those who owe it as one thing, or for both. */
function AddLadder({ ladders, onAdd }: { ladders: readonly LadderDraft[]; onAdd: (ladder: LadderDraft) => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const [name, setName] = useState<string | null>(null);
  const [owner, setOwner] = useState<Role | ''>('');
  const [from, setFrom] = useState('duty');
  const names = Object.entries(t('settings.rules.names', { returnObjects: true }));
  const kinds = Object.entries(t('vocabulary.taskKinds', { returnObjects: true })) as [TaskKind, string][];
  const owners: readonly Role[] = ['staff', 'member', 'leader', 'unit'];
  const key = name === null ? null : owner === '' ? name : `${name}/${owner}`;
  const isThere = ladders.some((one) => one.key === key);
  return (
    <details className={styles.addLadder}>
      <summary>{t('settings.rules.addLadder')}</summary>
      <div className={styles.addFields}>
        <p className={styles.text}>{t('settings.rules.addLadderText')}</p>
        <Select
          aria-label={t('settings.rules.forWhat')}
          placeholder={t('settings.rules.forWhat')}
          showSearch={{ optionFilterProp: 'label' }}
          value={name}
          options={[
            { label: t('settings.rules.byLadder'), options: names.map(([value, label]) => ({ value, label })) },
            { label: t('settings.rules.byKind'), options: kinds.map(([value, label]) => ({ value, label })) },
          ]}
          onChange={setName}
        />
        <Select<Role | ''>
          aria-label={t('settings.rules.forWhom')}
          value={owner}
          options={[
            { value: '', label: t('settings.rules.everybody') },
            ...owners.map((value) => ({ value, label: t(`vocabulary.roles.${value}`) })),
          ]}
          onChange={setOwner}
        />
        <Select
          aria-label={t('settings.rules.copiedFrom')}
          value={from}
          options={ladders.map((one) => ({
            value: one.key,
            label: t('settings.rules.likeLadder', { ladder: words.ladder(one.key) }),
          }))}
          onChange={setFrom}
        />
        {isThere && <p className={styles.text}>{t('settings.rules.ladderThere')}</p>}
        <div>
          <Button
            disabled={key === null || isThere}
            onClick={() => {
              if (key === null) return;
              const rungs = ladders.find((one) => one.key === from)?.rungs ?? [];
              onAdd({ key, rungs: rungs.map((rung) => ({ ...rung, id: nextId() })) });
              setName(null);
              setOwner('');
            }}
          >
            {t('settings.rules.add')}
          </Button>
        </div>
      </div>
    </details>
  );
}
