import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RosterFate, RosterFault, RosterInput } from '../../lib/api';
import styles from './roster.module.css';

/** What is wrong with a row and what to do, in a sentence. */
export function useFaultText(): (fault: RosterFault) => string {
  const { t } = useTranslation();
  return ({ code, field, heading, value }) =>
    t(`roster.faults.${code}`, {
      heading: heading || (field === null ? '' : t(`roster.fields.${field}`)),
      value: value ?? '',
    });
}

interface RowResultProps {
  readonly row: RosterFate;
  readonly answer: NonNullable<RosterInput['answers']>[number] | undefined;
  onAnswer(accountId: string | null): void;
}

/** What becomes of a row: why it is left out, what it changes, or what is wrong and who might be meant. */
export function RowResult({ row, answer, onAnswer }: RowResultProps) {
  const { t } = useTranslation();
  const faultText = useFaultText();
  if (row.why !== null) return t(`roster.leftOut.${row.why}`);
  if (row.fate !== 'faulty') {
    return (
      <>
        {t(`roster.fates.${row.fate}`)}
        {row.fate === 'add' && row.isKnown && <span className={styles.hint}> {t('roster.import.known')}</span>}
        {row.changes.length > 0 && (
          <ul className={styles.changes}>
            {row.changes.map(({ field, from, to }) => (
              <li key={field}>
                {t('roster.import.change', {
                  field: t(`roster.fields.${field}`),
                  from: genderWord(field, from) ?? t('roster.import.empty'),
                  to: genderWord(field, to) ?? '',
                })}
              </li>
            ))}
          </ul>
        )}
        {answer !== undefined && (
          <p className={styles.hint}>
            {t('roster.import.answered', {
              answer:
                answer.accountId === null
                  ? t('roster.import.isNew')
                  : t('roster.import.isThis', { name: row.name ?? '' }),
            })}
          </p>
        )}
      </>
    );
  }
  function genderWord(field: string, value: string | null): string | null {
    return field === 'gender' && (value === 'male' || value === 'female') ? t(`roster.person.genders.${value}`) : value;
  }
  return (
    <>
      {row.faults.map((fault) => (
        <div key={`${fault.code} ${fault.field ?? ''}`}>
          <p>{faultText(fault)}</p>
          <Candidates fault={fault} onAnswer={onAnswer} />
        </div>
      ))}
    </>
  );
}

/** Faults that a word from the clerk settles. */
const ASKED: readonly RosterFault['code'][] = ['same-name', 'phone-of-another', 'ambiguous'];

function Candidates({ fault, onAnswer }: { fault: RosterFault; onAnswer: (accountId: string | null) => void }) {
  const { t } = useTranslation();
  if (fault.candidates.length === 0) return null;
  const isAsked = ASKED.includes(fault.code);
  return (
    <ul className={styles.candidates}>
      {fault.candidates.map(({ accountId, sheet, row, name, phone, employer }) => (
        <li key={accountId ?? `${row} ${sheet}`}>
          <span>
            {[
              row === null
                ? null
                : sheet === ''
                  ? t('roster.import.rowOf', { row })
                  : t('roster.import.rowOfSheet', { sheet, row }),
              name,
              phone,
              employer,
            ]
              .filter((one) => one !== null && one !== '')
              .join(' · ')}
          </span>
          {isAsked && accountId !== null && (
            <Button size="small" onClick={() => onAnswer(accountId)}>
              {t('roster.import.isThis', { name })}
            </Button>
          )}
        </li>
      ))}
      {isAsked && (
        <li>
          <Button size="small" onClick={() => onAnswer(null)}>
            {t('roster.import.isNew')}
          </Button>
        </li>
      )}
    </ul>
  );
}
