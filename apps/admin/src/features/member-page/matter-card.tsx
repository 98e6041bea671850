import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Matter } from '../../lib/api';
import type { Dates } from '../../lib/dates';
import { HandInForm } from './hand-in-form';
import { LeaveForm } from './leave-form';
import styles from './member-page.module.css';
import type { MatterAct, Press, Said } from './use-member-page';

interface MatterCardProps {
  readonly matter: Matter;
  readonly today: string;
  readonly dates: Dates;
  /** What the last press on this matter came to. */
  readonly said: Said | null;
  readonly isBusy: boolean;
  /** Answers whether it was noted. */
  onPress(press: Press): Promise<boolean>;
}

/** One matter: what, when, where, how it stands, and the buttons for what may be done. */
export function MatterCard({ matter, today, dates, said, isBusy, onPress }: MatterCardProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'ask-leave' | 'contribute' | 'later' | null>(null);
  const answer = useRef<HTMLParagraphElement>(null);
  const { title, heldOn, place, standsInForName } = matter;
  const send = async (press: Press) => {
    if (await onPress(press)) setOpen(null);
  };
  // The buttons pressed are gone: whoever listens to the page is told where they are.
  useEffect(() => {
    if (said !== null) answer.current?.focus();
  }, [said]);
  const form = { isBusy, onSend: send, onBack: () => setOpen(null) };
  return (
    <section className={styles.card}>
      {standsInForName !== null && <p>{t('memberPage.inPlaceOf', { name: standsInForName })}</p>}
      <h2>{title}</h2>
      {(heldOn !== null || place !== null) && (
        <dl className={styles.facts}>
          {heldOn !== null && (
            <div>
              <dt>{t('memberPage.heldOn')}</dt>
              <dd>{dates.day(heldOn)}</dd>
            </div>
          )}
          {place !== null && (
            <div>
              <dt>{t('memberPage.place')}</dt>
              <dd>{place}</dd>
            </div>
          )}
        </dl>
      )}
      <Standing matter={matter} today={today} dates={dates} />
      {said !== null && (
        <p ref={answer} tabIndex={-1} className={styles.said} role={isTrouble(said) ? 'alert' : 'status'}>
          {isAct(said) ? t(`memberPage.done.${said}`) : t(`memberPage.${said}`)}
        </p>
      )}
      {open === 'ask-leave' && <LeaveForm {...form} />}
      {open === 'contribute' && <HandInForm {...form} from={matter.opensOn} today={today} dates={dates} />}
      {open === 'later' && (
        <p role="status" className={styles.said}>
          {matter.due === 'past'
            ? t('memberPage.laterAnyTime')
            : t('memberPage.later', { date: dates.day(matter.dueOn) })}
        </p>
      )}
      {(open === null || open === 'later') && matter.acts.length > 0 && (
        <div className={styles.acts}>
          {matter.acts.map((act) => (
            <button
              key={act}
              type="button"
              className={act === 'ask-leave' ? styles.act : styles.mainAct}
              disabled={isBusy}
              onClick={() => (act === 'come' ? void send({ act }) : setOpen(act))}
            >
              {isBusy && act === 'come' ? t('memberPage.sending') : t(`memberPage.acts.${act}`)}
            </button>
          ))}
          {open === null && matter.acts.includes('come') && (
            <button type="button" className={styles.act} onClick={() => setOpen('later')}>
              {t('memberPage.acts.later')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

const isTrouble = (said: Said): boolean => said === 'refused' || said === 'unreachable';
const isAct = (said: Said): said is MatterAct => !isTrouble(said) && said !== 'already';

/** How the matter stands, in one or two sentences. */
function Standing({ matter, today, dates }: Pick<MatterCardProps, 'matter' | 'today' | 'dates'>) {
  const { t } = useTranslation();
  const { kind, standing, due, dueOn, opensOn, progress, target, doneOn, enteredByName, acts } = matter;
  const reason = matter.reason ?? '';
  if (standing !== 'asked') {
    const told = doneOn !== null && ['coming', 'on-leave', 'not-coming', 'received'].includes(standing);
    return (
      <>
        <p>{t(`memberPage.standings.${standing}`, { reason, progress })}</p>
        {told && (
          <p className={styles.soft}>
            {dates.day(doneOn)}
            {enteredByName !== null && ` · ${t('memberPage.enteredBy', { name: enteredByName })}`}
          </p>
        )}
      </>
    );
  }
  const asks = kind === 'answer-invitation' || kind === 'contribute' ? kind : 'other';
  return (
    <>
      <p className={styles.asked}>{t(`memberPage.askedOf.${asks}.${due}`, { date: dates.day(dueOn) })}</p>
      {target > 1 && <p>{t('memberPage.handedIn', { progress, target })}</p>}
      {acts.length === 0 && opensOn > today && <p>{t('memberPage.opensOn', { date: dates.day(opensOn) })}</p>}
      {acts.length === 0 && opensOn <= today && <p>{t('memberPage.withStaff')}</p>}
    </>
  );
}
