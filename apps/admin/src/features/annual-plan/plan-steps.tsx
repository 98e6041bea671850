import { useTranslation } from 'react-i18next';
import type { Plan } from '../../lib/api';
import { useWords } from '../../lib/use-words';
import styles from './plan.module.css';

const steps: readonly Plan['state'][] = ['draft', 'submitted', 'approved', 'published'];

/** Where a plan stands on its way: 草稿 → 已提交 → 已批准 → 已发布. */
export function PlanSteps({ state }: { state: Plan['state'] }) {
  const { t } = useTranslation();
  const words = useWords();
  const shown = steps.includes(state) ? steps : [...steps, state];
  const at = shown.indexOf(state);
  return (
    <ol className={styles.steps} aria-label={t('annualPlan.steps')}>
      {shown.map((step, index) => (
        <li
          key={step}
          className={index === at ? styles.stepNow : index < at ? styles.stepDone : styles.step}
          aria-current={index === at ? 'step' : undefined}
        >
          {words.state('annual-plan', step)}
        </li>
      ))}
    </ol>
  );
}
