import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { base64Of, LARGEST_FILE } from '../lib/file-content';
import { Field } from './field';
import styles from './field.module.css';
import { FileInput } from './file-input';

/** A file read into the page: its name and its bytes. */
export interface ChosenFile {
  readonly name: string;
  readonly base64: string;
}

interface FileFieldProps {
  readonly label: string;
  readonly hint: string;
  /** Endings the file dialog offers: `.docx,.txt`. */
  readonly accept: string;
  readonly file: ChosenFile | null;
  onChange(file: ChosenFile | null): void;
}

/** A file to be sent with a form, up to 4 MiB, or none. */
export function FileField({ label, hint, accept, file, onChange }: FileFieldProps) {
  const { t } = useTranslation();
  const [error, setError] = useState<string | null>(null);
  const choose = async (chosen: File) => {
    if (chosen.size > LARGEST_FILE) {
      setError(t('failure.refusal.file-too-large'));
      return;
    }
    try {
      const base64 = await base64Of(chosen);
      setError(null);
      onChange({ name: chosen.name, base64 });
    } catch {
      // Removed or renamed since it was chosen.
      setError(t('failure.refusal.file-damaged'));
    }
  };
  return (
    <Field label={label} isOptional hint={hint} error={error}>
      {({ status: _, ...control }) =>
        file === null ? (
          <FileInput {...control} accept={accept} onChoose={(chosen) => void choose(chosen)} />
        ) : (
          <div className={styles.chosenFile}>
            <span>{t('app.file.chosen', { name: file.name })}</span>
            <Button {...control} size="small" aria-label={t('app.file.drop')} onClick={() => onChange(null)}>
              {t('app.file.drop')}
            </Button>
          </div>
        )
      }
    </Field>
  );
}
