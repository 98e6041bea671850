import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './member-page.module.css';
import type { Press } from './use-member-page';

const reasons = ['away', 'ill', 'meeting', 'other'] as const;
type Reason = (typeof reasons)[number];

interface FormProps {
  readonly isBusy: boolean;
  onSend(press: Press): Promise<void>;
  onBack(): void;
}

/** Asks for leave with one of the usual reasons, or a few words where it is none of them. */
export function LeaveForm({ isBusy, onSend, onBack }: FormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<Reason | null>(null);
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState<'missing' | 'whichMissing' | null>(null);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const said = words.trim();
        const lacks = reason === null ? 'missing' : reason === 'other' && said === '' ? 'whichMissing' : null;
        setMissing(lacks);
        if (reason === null || lacks !== null) return;
        void onSend({ act: 'ask-leave', reason: reason === 'other' ? said : t(`memberPage.leave.reasons.${reason}`) });
      }}
    >
      <fieldset className={styles.choices}>
        <legend>{t('memberPage.leave.title')}</legend>
        <p>{t('memberPage.leave.text')}</p>
        {reasons.map((one) => (
          <label key={one} className={styles.choice}>
            <input
              type="radio"
              name="reason"
              checked={reason === one}
              onChange={() => {
                setReason(one);
                setMissing(null);
              }}
            />
            {t(`memberPage.leave.reasons.${one}`)}
          </label>
        ))}
      </fieldset>
      {reason === 'other' && (
        <label className={styles.field}>
          {t('memberPage.leave.which')}
          <textarea rows={2} maxLength={400} value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
      )}
      {missing !== null && <p role="alert">{t(`memberPage.leave.${missing}`)}</p>}
      <div className={styles.acts}>
        <button type="submit" className={styles.mainAct} disabled={isBusy}>
          {t(isBusy ? 'memberPage.sending' : 'memberPage.leave.send')}
        </button>
        <button type="button" className={styles.act} onClick={onBack}>
          {t('memberPage.back')}
        </button>
      </div>
    </form>
  );
}
