import { Input } from 'antd';

interface DateInputProps {
  readonly id: string;
  readonly value: string;
  readonly min?: string;
  readonly max?: string;
  readonly size?: 'large';
  readonly 'aria-describedby'?: string;
  readonly status?: 'error';
  onChange(value: string): void;
}

/** The browser's own date field: keyboard and screen reader know it, and on a phone it opens the phone's calendar. */
export function DateInput({ onChange, ...rest }: DateInputProps) {
  return <Input type="date" {...rest} onChange={(event) => onChange(event.target.value)} />;
}
