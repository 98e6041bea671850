import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { Page, Section } from '../../components/page';
import type { LoginSlip } from '../../lib/api';
import { useHere } from '../../lib/here';
import { saveFile } from '../../lib/save-file';
import { toast } from '../../lib/toast';
import { useDates } from '../../lib/use-dates';
import styles from './login.module.css';
import { PersonName } from './person-name';

/** 登录信息条: address, login name and initial password of each, to be printed, copied or kept as a file. Shown once. */
export function SlipsPage({ slips, onDone }: { slips: readonly LoginSlip[]; onDone: () => void }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { committee } = useHere();
  const address = window.location.origin;
  const factsOf = ({ loginName, initialPassword, lapsesAt }: LoginSlip) => [
    { term: t('login.slip.address'), value: address },
    { term: t('login.slip.loginName'), value: loginName },
    { term: t('login.slip.initialPassword'), value: initialPassword },
    { term: t('login.slip.lapsesAt'), value: dates.moment(lapsesAt) },
  ];
  const textOf = (slip: LoginSlip) =>
    [
      slip.phone === null ? slip.name : `${slip.name} ${slip.phone}`,
      ...factsOf(slip).map(({ term, value }) => `${term}${t('app.colon')}${value}`),
    ].join('\n');
  const text = slips.map(textOf).join('\n\n');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast(t('login.slip.copied'));
    } catch {
      // Missing on plain http, which closed networks use.
      toast(t('login.slip.notCopied'));
    }
  };
  return (
    <Page
      title={t('login.slip.title', { count: slips.length })}
      isHeaderPrinted={false}
      actions={
        <>
          <Button onClick={() => void copy()}>{t('login.slip.copy')}</Button>
          <Button
            onClick={() => saveFile(new File([`\ufeff${text}\n`], t('login.slip.fileName'), { type: 'text/plain' }))}
          >
            {t('login.slip.save')}
          </Button>
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
          <Button type="primary" onClick={onDone}>
            {t('login.slip.done')}
          </Button>
        </>
      }
    >
      <div className="not-printed">
        <Callout tone="accent" role="note">
          <p>{t('login.slip.once')}</p>
        </Callout>
      </div>
      <Section>
        <ul className={styles.slips}>
          {slips.map((slip) => (
            <li key={slip.accountId} className={styles.slip}>
              <p className={styles.slipName}>
                <PersonName person={slip} />
              </p>
              <p className={styles.slipCommittee}>{`${committee.name} · ${t('app.name')}`}</p>
              <dl className={styles.slipFacts}>
                {factsOf(slip).map(({ term, value }) => (
                  <div key={term}>
                    <dt>{term}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
              <p className={styles.slipHint}>{t('login.slip.hint')}</p>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
