import styles from './login.module.css';

/** A name, with the number that tells namesakes apart. */
export function PersonName({
  person: { name, phone },
}: {
  person: { readonly name: string; readonly phone: string | null };
}) {
  return (
    <>
      <b>{name}</b> {phone !== null && <span className={styles.phone}>{phone}</span>}
    </>
  );
}
