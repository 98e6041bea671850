import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';

/** The two faces of reminders: each with its outcome, and the mails that carried them. */
export function ReminderViews({ view }: { view: 'reminders' | 'mails' }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  return (
    <Segmented<'reminders' | 'mails'>
      aria-label={t('reminder.sentTitle')}
      value={view}
      options={[
        { value: 'reminders', label: t('delivery.views.reminders') },
        { value: 'mails', label: t('delivery.views.mails') },
      ]}
      onChange={(next) => void navigate(next === 'reminders' ? urls.reminders(committee.id) : urls.mails(committee.id))}
    />
  );
}
