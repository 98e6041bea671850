import {
  AlertOutlined,
  BellOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  HomeOutlined,
  MailOutlined,
  ScheduleOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useHere, useReach } from '../../lib/here';
import { urls } from '../../lib/urls';

type Target = ReturnType<
  (typeof urls)['home' | 'plans' | 'schedule' | 'tasks' | 'supervision' | 'reminders' | 'inbox' | 'settings']
>;

export interface Place {
  readonly label: string;
  readonly Icon: ComponentType<{ 'aria-hidden'?: boolean }>;
  readonly target: Target;
  /** Written and read at a desk: on a phone it stands behind "more". */
  readonly isForDesk?: true;
}

/** The places a reader can go in this committee, by what the reader may see. */
export function useNavigation(): readonly Place[] {
  const { t } = useTranslation();
  const { id } = useHere().committee;
  const reach = useReach();
  const onlyMember = reach.isMember && !reach.readsWork && !reach.isAdministrator;
  const home = {
    label: onlyMember ? t('app.nav.memberHome') : t('app.nav.home'),
    Icon: HomeOutlined,
    target: urls.home(id),
  };
  const inbox = { label: t('app.nav.inbox'), Icon: MailOutlined, target: urls.inbox(id) };
  const settings = { label: t('app.nav.settings'), Icon: SettingOutlined, target: urls.settings(id) };
  const schedule = { label: t('app.nav.schedule'), Icon: CalendarOutlined, target: urls.schedule(id) };
  if (!reach.readsWork) {
    const own = reach.isMember ? [home, schedule, inbox] : [home, inbox];
    return reach.isAdministrator ? [...own, settings] : own;
  }
  return [
    home,
    { label: t('app.nav.plans'), Icon: ScheduleOutlined, target: urls.plans(id), isForDesk: true },
    schedule,
    { label: t('app.nav.tasks'), Icon: CarryOutOutlined, target: urls.tasks(id) },
    { label: t('app.nav.supervision'), Icon: AlertOutlined, target: urls.supervision(id) },
    { label: t('app.nav.reminders'), Icon: BellOutlined, target: urls.reminders(id) },
    inbox,
    settings,
  ];
}
