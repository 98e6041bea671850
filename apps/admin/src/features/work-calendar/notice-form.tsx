import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../components/date-input';
import { Field, FieldGroup } from '../../components/field';
import styles from './calendar.module.css';
import type { NoticeDraft } from './notice-draft';

interface NoticeFormProps {
  readonly draft: NoticeDraft;
  /** Rows of holidays that cannot be sent as they are. */
  readonly faulty: ReadonlySet<number>;
  onChange(change: Partial<NoticeDraft>): void;
}

/** A notice row by row, as the paper has it: 国庆节 10月1日—7日放假, 9月26日上班. */
export function NoticeForm({ draft, faulty, onChange }: NoticeFormProps) {
  const { t } = useTranslation();
  const { holidays, worked } = draft;
  const setHoliday = (index: number, change: Partial<NoticeDraft['holidays'][number]>) =>
    onChange({ holidays: holidays.map((row, at) => (at === index ? { ...row, ...change } : row)) });
  const setWorked = (index: number, change: Partial<NoticeDraft['worked'][number]>) =>
    onChange({ worked: worked.map((row, at) => (at === index ? { ...row, ...change } : row)) });
  const label = (what: string, index: number) => t('workCalendar.inRow', { what, row: index + 1 });
  return (
    <>
      <FieldGroup label={t('workCalendar.holidays')} hint={t('workCalendar.holidaysHint')}>
        <div className={styles.rows}>
          <div className={`${styles.row} ${styles.rowHeads}`} aria-hidden="true">
            <span>{t('workCalendar.holidayName')}</span>
            <span>{t('workCalendar.firstDay')}</span>
            <span>{t('workCalendar.lastDay')}</span>
          </div>
          {holidays.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place only
            <div key={index} className={styles.row}>
              <Input
                aria-label={label(t('workCalendar.holidayName'), index)}
                maxLength={20}
                value={row.name}
                onChange={(event) => setHoliday(index, { name: event.target.value })}
              />
              <DateInput
                aria-label={label(t('workCalendar.firstDay'), index)}
                value={row.from}
                onChange={(from) => setHoliday(index, { from })}
              />
              <DateInput
                aria-label={label(t('workCalendar.lastDay'), index)}
                value={row.to}
                onChange={(to) => setHoliday(index, { to })}
              />
              <Button
                aria-label={label(t('workCalendar.dropRow'), index)}
                onClick={() => onChange({ holidays: holidays.filter((_, at) => at !== index) })}
              >
                {t('workCalendar.dropRow')}
              </Button>
              {faulty.has(index) && (
                <p className={styles.rowError} role="alert">
                  {t('workCalendar.rowFaulty')}
                </p>
              )}
            </div>
          ))}
          <div>
            <Button onClick={() => onChange({ holidays: [...holidays, { name: '', from: '', to: '' }] })}>
              {t('workCalendar.addHoliday')}
            </Button>
          </div>
        </div>
      </FieldGroup>
      <FieldGroup label={t('workCalendar.workedDays')} hint={t('workCalendar.workedDaysHint')}>
        <div className={styles.rows}>
          {worked.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place only
            <div key={index} className={`${styles.row} ${styles.rowWorked}`}>
              <Input
                aria-label={label(t('workCalendar.exchangedFor'), index)}
                maxLength={20}
                value={row.name}
                onChange={(event) => setWorked(index, { name: event.target.value })}
              />
              <DateInput
                aria-label={label(t('workCalendar.workedOn'), index)}
                value={row.on}
                onChange={(on) => setWorked(index, { on })}
              />
              <Button
                aria-label={label(t('workCalendar.dropRow'), index)}
                onClick={() => onChange({ worked: worked.filter((_, at) => at !== index) })}
              >
                {t('workCalendar.dropRow')}
              </Button>
            </div>
          ))}
          <div>
            <Button
              onClick={() =>
                onChange({ worked: [...worked, { name: worked.at(-1)?.name ?? holidays[0]?.name ?? '', on: '' }] })
              }
            >
              {t('workCalendar.addWorked')}
            </Button>
          </div>
        </div>
      </FieldGroup>
      <Field label={t('workCalendar.paperAddress')} isOptional hint={t('workCalendar.paperAddressHint')}>
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            value={draft.paper}
            onChange={(event) => onChange({ paper: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
