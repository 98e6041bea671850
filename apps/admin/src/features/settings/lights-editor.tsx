import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field';
import { LightChip } from '../../components/light-chip';
import type { LightBand, RuleProfile } from '../../lib/api';
import { CountInput } from './count-input';
import { FaultLines } from './fault-lines';
import { type BandDraft, bandDraftsOf, type FaultsByPlace, nextId, type RulesDraft } from './rules-draft';
import styles from './settings.module.css';

type Lights = Pick<RulesDraft, 'bands' | 'doneColour'>;

interface LightsEditorProps {
  readonly lights: Lights;
  readonly schemes: Readonly<Record<string, RuleProfile['lights']>>;
  readonly faults: FaultsByPlace;
  onChange(lights: Lights): void;
}

const colours = ['green', 'blue', 'yellow', 'orange', 'red'] as const satisfies readonly LightBand['colour'][];
const meanings = ['on-course', 'remind', 'near-due', 'warn', 'overdue', 'long-overdue'] as const;
const sides = ['opening', 'before-due', 'after-due'] as const;

/** The lights as rows: a colour, its word, and from when on; with the usual schemes to start from. */
export function LightsEditor({ lights, schemes, faults, onChange }: LightsEditorProps) {
  const { t } = useTranslation();
  const { bands, doneColour } = lights;
  const setBand = (id: number, change: Partial<BandDraft>) =>
    onChange({ doneColour, bands: bands.map((one) => (one.id === id ? { ...one, ...change } : one)) });
  const label = (what: string, row: number) => t('settings.rules.inRow', { what, row });
  return (
    <div className={styles.rungRows}>
      <div className={styles.choices}>
        {Object.entries(schemes).map(([name, scheme]) => (
          <Button key={name} onClick={() => onChange({ bands: bandDraftsOf(scheme), doneColour: scheme.doneColour })}>
            {t(`settings.rules.schemes.${name as 'green-yellow-red'}`)}
          </Button>
        ))}
      </div>
      {bands.map(({ id, colour, meaning, side, workdays }, index) => (
        <div key={id} className={styles.bandRow}>
          <LightChip light={{ colour, meaning }} />
          <Select
            aria-label={label(t('settings.rules.colour'), index + 1)}
            value={colour}
            options={colours.map((value) => ({ value, label: t(`settings.rules.colours.${value}`) }))}
            onChange={(next) => setBand(id, { colour: next })}
          />
          <Select
            aria-label={label(t('settings.rules.word'), index + 1)}
            value={meaning}
            options={meanings.map((value) => ({ value, label: t(`vocabulary.lights.${value}`) }))}
            onChange={(next) => setBand(id, { meaning: next })}
          />
          <Select
            aria-label={label(t('settings.rules.fromWhen'), index + 1)}
            value={side}
            options={sides.map((value) => ({ value, label: t(`settings.rules.bandSides.${value}`) }))}
            onChange={(next) => setBand(id, { side: next })}
          />
          {side === 'opening' ? (
            <span />
          ) : (
            <CountInput
              aria-label={label(t('settings.rules.howMany'), index + 1)}
              max={250}
              suffix={t('settings.rules.workdaysUnit')}
              value={workdays}
              onChange={(next) => setBand(id, { workdays: next })}
            />
          )}
          <Button
            aria-label={label(t('settings.rules.dropBand'), index + 1)}
            onClick={() => onChange({ doneColour, bands: bands.filter((one) => one.id !== id) })}
          >
            {t('settings.rules.dropRung')}
          </Button>
          <FaultLines faults={faults} place={`band ${id}`} />
        </div>
      ))}
      <FaultLines faults={faults} place="lights.bands" />
      <div>
        <Button
          onClick={() =>
            onChange({
              doneColour,
              bands: [
                ...bands,
                { id: nextId(), colour: 'orange', meaning: 'warn', side: 'before-due', workdays: Number.NaN },
              ],
            })
          }
        >
          {t('settings.rules.addBand')}
        </Button>
      </div>
      <div className={styles.doneColour}>
        <Field label={t('settings.rules.doneColour')}>
          {(control) => (
            <Select
              {...control}
              value={doneColour}
              options={([...colours, 'grey'] as const).map((value) => ({
                value,
                label: t(`settings.rules.colours.${value}`),
              }))}
              onChange={(next) => onChange({ bands, doneColour: next })}
            />
          )}
        </Field>
        <LightChip light={{ colour: doneColour, meaning: 'done' }} />
        <FaultLines faults={faults} place="lights.doneColour" />
      </div>
    </div>
  );
}
