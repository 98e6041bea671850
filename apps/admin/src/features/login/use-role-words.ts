import { useTranslation } from 'react-i18next';
import type { LoginRow } from '../../lib/api';
import { useHere } from '../../lib/here';
import { useDates } from '../../lib/use-dates';

type Office = LoginRow['offices'][number];

/** As what somebody signs in: every office, in which committee where it is another one, from when where it is to come. */
export function useRoleWords(): (row: LoginRow) => string {
  const { t } = useTranslation();
  const dates = useDates();
  const { committee } = useHere();
  const nameOf = ({ role }: Office) => t(`vocabulary.roles.${role}`);
  const titleOf = (office: Office) => (office.title === nameOf(office) ? null : office.title);
  const isToday = ({ fromOn }: Office) => fromOn <= committee.today;
  const wordsOf = (office: Office) => {
    const { committeeName, unit, fromOn } = office;
    const title = titleOf(office);
    const details = [
      title,
      unit === null || title?.includes(unit) === true ? null : unit,
      committeeName === committee.name ? null : committeeName,
      isToday(office) ? null : t('login.fromOn', { date: dates.shortDay(fromOn) }),
    ].filter((one) => one !== null);
    const name = nameOf(office);
    return details.length === 0 ? name : t('login.role', { name, details: details.join(t('app.comma')) });
  };
  return ({ offices }) => {
    if (offices.length === 0) return t('login.noRole');
    // 委员 beside 委员(常委) of the same committee would say it twice.
    const isSaidBy = (office: Office) => (other: Office) =>
      titleOf(other) !== null &&
      isToday(other) &&
      other.role === office.role &&
      other.committeeName === office.committeeName;
    const told = offices.filter((office) => titleOf(office) !== null || !offices.some(isSaidBy(office)));
    return [...new Set(told.map(wordsOf))].join(t('app.comma'));
  };
}
