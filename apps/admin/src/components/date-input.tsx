import { Input } from 'antd';
import { useDates } from '../lib/use-dates';
import styles from './field.module.css';

interface DateInputProps {
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly value: string;
  readonly min?: string;
  readonly max?: string;
  readonly size?: 'large';
  readonly 'aria-describedby'?: string;
  readonly status?: 'error';
  onChange(value: string): void;
}

/**
 * The browser's own date field: keyboard and screen reader know it, and on a phone it opens the phone's calendar. It
 * writes dates as the computer's language does, so the date is read back beside it as this app writes it.
 */
export function DateInput({ onChange, value, ...rest }: DateInputProps) {
  const dates = useDates();
  return (
    <div className={styles.date}>
      <Input type="date" {...rest} value={value} onChange={(event) => onChange(event.target.value)} />
      <span className={styles.reading}>{value === '' ? '' : dates.day(value)}</span>
    </div>
  );
}
