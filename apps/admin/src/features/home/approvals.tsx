import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/page';
import type { PlanSummary } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import styles from './home.module.css';

/** Plans that wait for the leader. */
export function Approvals({ plans }: { plans: readonly PlanSummary[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const waiting = plans.filter(({ state }) => state === 'submitted');
  if (waiting.length === 0) return null;
  return (
    <Section title={t('home.approvals')}>
      <ul className={styles.lines}>
        {waiting.map((plan) => (
          <li key={plan.id} className={styles.line}>
            <span>{t('home.approvalText', { title: plan.title, count: plan.itemCount })}</span>
            <Button type="primary" onClick={() => void navigate(urls.plan(committee.id, plan.id))}>
              {t('home.approve')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
