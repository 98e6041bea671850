import { useTranslation } from 'react-i18next';
import type { LoginRow } from '../../lib/api';
import { useHere } from '../../lib/here';
import { useDates } from '../../lib/use-dates';

/** As what somebody signs in: every office, in which committee where it is another one, from when where it is to come. */
export function useRoleWords(): (row: LoginRow) => string {
  const { t } = useTranslation();
  const dates = useDates();
  const { committee } = useHere();
  return ({ offices }) => {
    if (offices.length === 0) return t('login.noRole');
    const words = offices.map(({ committeeName, role, title, unit, fromOn }) => {
      const name = t(`vocabulary.roles.${role}`);
      const details = [
        title === name ? null : title,
        unit,
        committeeName === committee.name ? null : committeeName,
        fromOn > committee.today ? t('login.fromOn', { date: dates.shortDay(fromOn) }) : null,
      ].filter((one) => one !== null);
      return details.length === 0 ? name : `${name} (${details.join(t('app.comma'))})`;
    });
    return [...new Set(words)].join(t('app.comma'));
  };
}
