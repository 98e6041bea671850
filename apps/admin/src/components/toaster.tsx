import { useSyncExternalStore } from 'react';
import { toastStore } from '../lib/toast';
import styles from './toaster.module.css';

export function Toaster() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read);
  return (
    <div className={`${styles.stack} not-printed`} role="status" aria-live="polite">
      {toasts.map(({ id, text }) => (
        <p key={id} className={styles.toast}>
          {text}
        </p>
      ))}
    </div>
  );
}
