import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './field.module.css';

interface FieldProps {
  readonly label: string;
  readonly isOptional?: boolean;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  /** Gives the control its id and what describes it. */
  readonly children: (control: { id: string; 'aria-describedby': string | undefined; status?: 'error' }) => ReactNode;
}

/** A labelled control with its hint and its error. */
export function Field({ label, isOptional = false, hint, error, children }: FieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const hasError = error !== undefined && error !== null;
  const describedBy =
    [hint !== undefined && `${id}-hint`, hasError && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {isOptional && <span className={styles.optional}> {t('app.optional')}</span>}
      </label>
      {children({ id, 'aria-describedby': describedBy, ...(hasError ? { status: 'error' as const } : {}) })}
      {hasError && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
      {hint !== undefined && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
    </div>
  );
}

interface FieldGroupProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly children: ReactNode;
}

/** A group of radio buttons or check boxes under one name, with its hint and its error. */
export function FieldGroup({ label, hint, error = null, children }: FieldGroupProps) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{label}</legend>
      {children}
      {error !== null && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      {hint !== undefined && <div className={styles.hint}>{hint}</div>}
    </fieldset>
  );
}

export function Form({ onSubmit, id, children }: { onSubmit: () => void; id?: string; children: ReactNode }) {
  return (
    <form
      id={id}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
