import { useTranslation } from 'react-i18next';
import styles from './field.module.css';

interface FileInputProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  /** Endings the file dialog offers: `.docx,.txt`. */
  readonly accept: string;
  readonly disabled?: boolean;
  onChoose(file: File): void;
}

/** A field to choose a file with, or to drop one on, in the app's own words: a browser's speak its own language. */
export function FileInput({ accept, disabled = false, onChoose, ...control }: FileInputProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.fileInput} data-disabled={disabled || undefined}>
      <input
        {...control}
        type="file"
        accept={accept}
        disabled={disabled}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) onChoose(file);
          // The same file, mended, can be chosen again.
          target.value = '';
        }}
      />
      <span className={styles.fileButton} aria-hidden>
        {t('app.file.choose')}
      </span>
      <span aria-hidden>{t('app.file.orDrop')}</span>
    </div>
  );
}
