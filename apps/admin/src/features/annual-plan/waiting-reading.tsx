import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useWaitingReading } from './kept-reading';

/** Items read from a document that wait for a time: they are not in the plan, and not forgotten. */
export function WaitingReading({ planId }: { planId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const waiting = useWaitingReading(planId);
  if (waiting === 0) return null;
  return (
    <Callout tone="yellow" role="note">
      <p>{t('annualPlan.reading.waiting', { count: waiting })}</p>
      <Button onClick={() => void navigate(urls.planReading(committee.id, planId))}>
        {t('annualPlan.reading.goOn')}
      </Button>
    </Callout>
  );
}
