import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/page';
import type { PlanSummary } from '../../lib/api';
import { useHere } from '../../lib/here';
import { yearLackingPlan } from '../../lib/lacking-plan';
import { urls } from '../../lib/urls';
import styles from './home.module.css';

type Waiting = PlanSummary & { readonly state: 'draft' | 'submitted' | 'approved' };
const isWaiting = (plan: PlanSummary): plan is Waiting =>
  plan.state === 'draft' || plan.state === 'submitted' || plan.state === 'approved';

/** Plans that are not yet published, and the one that should be begun. */
export function PlanSection({ plans }: { plans: readonly PlanSummary[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const waiting = plans.filter(isWaiting);
  const lacking = yearLackingPlan(plans, committee.today);
  if (waiting.length === 0 && lacking === null) return null;
  return (
    <Section title={t('home.plans')}>
      <ul className={styles.lines}>
        {waiting.map((plan) => (
          <li key={plan.id} className={styles.line}>
            <span>{t(`home.planWaiting.${plan.state}`, { title: plan.title })}</span>
            <Button
              type={plan.state === 'submitted' ? 'default' : 'primary'}
              onClick={() => void navigate(urls.plan(committee.id, plan.id))}
            >
              {t(`home.planOpen.${plan.state}`)}
            </Button>
          </li>
        ))}
        {lacking !== null && (
          <li className={styles.line}>
            <span>{t('home.noPlan', { year: lacking })}</span>
            <Button type="primary" onClick={() => void navigate(urls.plans(committee.id))}>
              {t('home.startPlan')}
            </Button>
          </li>
        )}
      </ul>
    </Section>
  );
}
