import { useTranslation } from 'react-i18next';
import { DateInput } from '../../components/date-input';
import { Field } from '../../components/field';
import { LightChip } from '../../components/light-chip';
import type { ProfileJudgement } from '../../lib/api';
import { useDates } from '../../lib/use-dates';
import styles from './settings.module.css';

/** The days of the duty a ladder is tried on. */
export interface TrialDays {
  readonly opensOn: string;
  readonly dueOn: string;
}

interface LadderTrialProps {
  readonly days: TrialDays;
  /** Undefined until it is judged; null while there is something to mend. */
  readonly trial: ProfileJudgement['trial'] | undefined;
  onChange(days: TrialDays): void;
}

/** What the ladder would do to one duty that nobody does: who reads what and when, and the lights it shows. */
export function LadderTrial({ days, trial, onChange }: LadderTrialProps) {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <>
      <div className={styles.trialDays}>
        <Field label={t('settings.rules.trialOpensOn')}>
          {(control) => (
            <DateInput {...control} value={days.opensOn} onChange={(opensOn) => onChange({ ...days, opensOn })} />
          )}
        </Field>
        <Field label={t('settings.rules.trialDueOn')}>
          {(control) => (
            <DateInput {...control} value={days.dueOn} onChange={(dueOn) => onChange({ ...days, dueOn })} />
          )}
        </Field>
      </div>
      <div aria-live="polite">
        {trial === null && <p className={styles.text}>{t('settings.rules.trialImpossible')}</p>}
        {trial?.isDueOnDayOff && <p className={styles.text}>{t('settings.rules.trialOnDayOff')}</p>}
        {trial !== undefined && trial !== null && trial.reminders.length === 0 && (
          <p className={styles.text}>{t('settings.rules.trialSilent')}</p>
        )}
        {trial !== undefined && trial !== null && (
          <>
            <ol className={styles.trial}>
              {trial.reminders.map(({ rung, to, form, outcome, readAt }) => (
                <li key={`${rung} ${to}`}>
                  <b>{dates.moment(readAt)}</b> {t(`settings.rules.recipients.${to}`)}
                  {t('app.colon')}
                  {outcome === 'sent' ? t(`settings.rules.formChoices.${form}`) : t(`vocabulary.outcomes.${outcome}`)}
                </li>
              ))}
            </ol>
            <ul className={styles.trialLights} aria-label={t('settings.rules.lights')}>
              {trial.lights.map(({ light, from }) => (
                <li key={from}>
                  <LightChip light={light} /> {t('settings.rules.fromDay', { date: dates.shortDay(from) })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
}
