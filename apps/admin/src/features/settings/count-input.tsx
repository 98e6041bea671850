import { Input } from 'antd';

interface CountInputProps {
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly status?: 'error';
  readonly suffix?: string;
  readonly min?: number;
  readonly max: number;
  /** Not a number while the field is empty. */
  readonly value: number;
  onChange(value: number): void;
}

/** A whole number, or an empty field. */
export function CountInput({ value, min = 0, onChange, ...rest }: CountInputProps) {
  return (
    <Input
      {...rest}
      type="number"
      inputMode="numeric"
      min={min}
      value={Number.isNaN(value) ? '' : String(value)}
      onChange={(event) => onChange(event.target.value.trim() === '' ? Number.NaN : Number(event.target.value))}
    />
  );
}
