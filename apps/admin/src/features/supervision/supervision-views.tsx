import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';

/** The two faces of supervision: what is late, and the slips issued about it. */
export function SupervisionViews({ view }: { view: 'board' | 'slips' }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  return (
    <Segmented<'board' | 'slips'>
      aria-label={t('supervision.title')}
      value={view}
      options={[
        { value: 'board', label: t('supervision.board') },
        { value: 'slips', label: t('supervision.slips') },
      ]}
      onChange={(next) => void navigate(next === 'board' ? urls.supervision(committee.id) : urls.slips(committee.id))}
    />
  );
}
