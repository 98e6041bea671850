import { useTranslation } from 'react-i18next';
import { LightChip } from '../../components/light-chip';
import type { ProfileChange, RuleProfile, Rung } from '../../lib/api';
import { useWords } from '../../lib/use-words';
import styles from './settings.module.css';

/** What one version changes against another, a line each. */
export function RuleChanges({ changes }: { changes: readonly ProfileChange[] }) {
  const { t } = useTranslation();
  if (changes.length === 0) return <p className={styles.text}>{t('settings.rules.noChanges')}</p>;
  return (
    <ul className={styles.ruleChanges}>
      {changes.map((change) => (
        <li key={change.area === 'lights' ? 'lights' : change.area === 'ladder' ? change.key : change.name}>
          <Change change={change} />
        </li>
      ))}
    </ul>
  );
}

function Change({ change }: { change: ProfileChange }) {
  const { t } = useTranslation();
  const words = useWords();
  switch (change.area) {
    case 'ladder':
      return (
        <>
          <b>{t('settings.rules.ladderOf', { ladder: words.ladder(change.key) })}</b>
          <LadderChange was={change.was} is={change.is} />
        </>
      );
    case 'lights':
      return (
        <>
          <b>{t('settings.rules.lights')}</b>
          <span className={styles.trialLights}>
            <Lights lights={change.was} /> → <Lights lights={change.is} />
          </span>
        </>
      );
    case 'reminder': {
      const label = change.name === 'zone' ? change.name : t(`settings.rules.hours.${change.name}`);
      return <FromTo label={label} was={change.was} is={change.is} />;
    }
    case 'length':
      return (
        <FromTo
          label={t(`settings.rules.lengths.${change.name}`)}
          was={t('settings.rules.workdays', { count: change.was })}
          is={t('settings.rules.workdays', { count: change.is })}
        />
      );
  }
}

function FromTo({ label, was, is }: { label: string; was: string | number; is: string | number }) {
  return (
    <>
      <b>{label}</b> <span>{`${was} → ${is}`}</span>
    </>
  );
}

function Lights({ lights }: { lights: RuleProfile['lights'] }) {
  return (
    <>
      {lights.bands.map(({ colour, meaning }) => (
        <LightChip key={meaning} light={{ colour, meaning }} />
      ))}
    </>
  );
}

function LadderChange({ was, is }: { was: readonly Rung[] | null; is: readonly Rung[] | null }) {
  const { t } = useTranslation();
  const words = useWords();
  if (is === null) return <span> {t('settings.rules.ladderDropped')}</span>;
  const said = ({ name, to, form }: Rung) =>
    `${words.rung(name)} ${t(`settings.rules.recipients.${to}`)}${t('app.colon')}${t(`settings.rules.formChoices.${form}`)}`;
  const before = (was ?? []).map(said);
  const after = is.map(said);
  return (
    <>
      {was === null && <span> {t('settings.rules.ladderAdded')}</span>}
      <ul className={styles.rungChanges}>
        {before
          .filter((line) => !after.includes(line))
          .map((line) => (
            <li key={`- ${line}`}>
              <del>
                {t('settings.rules.dropped')} {line}
              </del>
            </li>
          ))}
        {after
          .filter((line) => !before.includes(line))
          .map((line) => (
            <li key={`+ ${line}`}>
              <ins>
                {t('settings.rules.added')} {line}
              </ins>
            </li>
          ))}
      </ul>
    </>
  );
}
