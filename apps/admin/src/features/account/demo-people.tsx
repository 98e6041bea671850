import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './door.module.css';

/** Login names of the demonstration data. Their password is printed where the server was started, never here. */
const people = [
  ['ganshi', 'clerk'],
  ['zhuren', 'leader'],
  ['weiyuan1', 'member'],
  ['bangongshi', 'countyClerk'],
  ['xianzhuxi', 'county'],
  ['chengban1', 'unit'],
  ['jiedaoganshi', 'street'],
  ['admin', 'administrator'],
] as const;

export function DemoPeople({ onChoose }: { onChoose: (loginName: string) => void }) {
  const { t } = useTranslation();
  return (
    <section className={styles.demo} aria-label={t('account.demoTitle')}>
      <h2>{t('account.demoTitle')}</h2>
      <p className={styles.demoHint}>{t('account.demoHint')}</p>
      <div className={styles.demoPeople}>
        {people.map(([loginName, who]) => (
          <Button key={loginName} onClick={() => onChoose(loginName)}>
            {t(`account.demoPeople.${who}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
