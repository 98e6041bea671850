import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type Dates } from '../../lib/dates';
import { newId } from '../../lib/identifiers';
import styles from './member-page.module.css';
import type { Press } from './use-member-page';

const days = ['today', 'yesterday', 'other'] as const;

interface HandInFormProps {
  /** The first day that counts. */
  readonly from: string;
  readonly today: string;
  readonly dates: Dates;
  readonly isBusy: boolean;
  onSend(press: Press): Promise<void>;
  onBack(): void;
}

/** Records one piece handed in: the day it was, which counts, and a note if one likes. One form records once. */
export function HandInForm({ from, today, dates, isBusy, onSend, onBack }: HandInFormProps) {
  const { t } = useTranslation();
  const [idempotencyKey] = useState(newId);
  const [chosen, setChosen] = useState<(typeof days)[number]>('today');
  const [otherDay, setOtherDay] = useState('');
  const [note, setNote] = useState('');
  const [fault, setFault] = useState<'missing' | 'outside' | null>(null);
  const yesterday = addDays(today, -1);
  const doneOn = chosen === 'today' ? today : chosen === 'yesterday' ? yesterday : otherDay;
  const offered = days.filter((day) => day !== 'yesterday' || yesterday >= from);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = doneOn === '' ? 'missing' : doneOn < from || doneOn > today ? 'outside' : null;
        setFault(wrong);
        if (wrong !== null) return;
        const said = note.trim();
        void onSend({ act: 'contribute', doneOn, note: said === '' ? null : said, idempotencyKey });
      }}
    >
      <fieldset className={styles.choices}>
        <legend>{t('memberPage.handIn.title')}</legend>
        {offered.map((day) => (
          <label key={day} className={styles.choice}>
            <input type="radio" name="day" checked={chosen === day} onChange={() => setChosen(day)} />
            {t(`memberPage.handIn.${day}`, { date: dates.shortDay(day === 'today' ? today : yesterday) })}
          </label>
        ))}
      </fieldset>
      {chosen === 'other' && (
        <label className={styles.field}>
          {t('memberPage.handIn.day')}
          <input
            type="date"
            min={from}
            max={today}
            value={otherDay}
            onChange={(event) => setOtherDay(event.target.value)}
          />
        </label>
      )}
      <label className={styles.field}>
        {t('memberPage.handIn.note')}
        <input type="text" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      {fault !== null && (
        <p role="alert">{t(`memberPage.handIn.${fault}`, { from: dates.shortDay(from), to: dates.shortDay(today) })}</p>
      )}
      <div className={styles.acts}>
        <button type="submit" className={styles.mainAct} disabled={isBusy}>
          {t(isBusy ? 'memberPage.sending' : 'memberPage.handIn.send')}
        </button>
        <button type="button" className={styles.act} onClick={onBack}>
          {t('memberPage.back')}
        </button>
      </div>
    </form>
  );
}
