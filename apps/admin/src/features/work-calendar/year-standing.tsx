import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { Tag } from '../../components/tag';
import type { CalendarYear } from '../../lib/api';
import { dateOf } from '../../lib/dates';
import { useHere, useReach } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import styles from './calendar.module.css';
import { TakeBackDialog } from './take-back-dialog';

/** Whether the year's notice is known, who entered it, where it can be read, and what can be done about it. */
export function YearStanding({ shown }: { shown: CalendarYear }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const { isAdministrator } = useReach();
  const { year, status, changes } = shown;
  const mayChange = isAdministrator && committee.parentId === null;
  const isProvisional = status === 'provisional';
  return (
    <Callout tone={isProvisional ? 'yellow' : 'plain'} role={isProvisional ? 'note' : undefined}>
      <div className={styles.standing}>
        {isProvisional ? (
          <p>
            <b>{t('workCalendar.provisional', { year })}</b>
            <br />
            {t('workCalendar.provisionalText')} {!mayChange && t('workCalendar.byAdministrator')}
          </p>
        ) : (
          <Published shown={shown} />
        )}
        <Changes changes={changes} />
      </div>
      {mayChange && <Acts shown={shown} />}
    </Callout>
  );
}

function Published({ shown: { enteredAt, papers } }: { shown: CalendarYear }) {
  const { t } = useTranslation();
  return (
    <p>
      <Tag tone="accent">{t('workCalendar.published')}</Tag> {enteredAt === null && t('workCalendar.withProduct')}
      {papers.map((paper) => (
        <span key={paper} className={styles.paper}>
          {/^https?:\/\//.test(paper) ? (
            <a href={paper} rel="noreferrer" target="_blank">
              {t('workCalendar.paper')}
            </a>
          ) : (
            paper
          )}
        </span>
      ))}
    </p>
  );
}

/** Who entered, corrected or took back the year's notice, and when. */
function Changes({ changes }: Pick<CalendarYear, 'changes'>) {
  const { t } = useTranslation();
  const dates = useDates();
  if (changes.length === 0) return null;
  return (
    <ul className={styles.standingChanges}>
      {changes.map(({ change, at, byName }) => (
        <li key={`${at} ${change}`}>
          {t(`workCalendar.changes.${change}`, {
            date: dates.day(dateOf(at)),
            name: byName ?? t('workCalendar.administratorAbove'),
          })}
        </li>
      ))}
    </ul>
  );
}

function Acts({ shown: { year, status, enteredAt } }: { shown: CalendarYear }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const [isTakingBack, setIsTakingBack] = useState(false);
  return (
    <span className={styles.standingActs}>
      <Link {...urls.notice(committee.id, year)}>
        {t(status === 'published' ? 'workCalendar.changeNotice' : 'workCalendar.enterNotice')}
      </Link>
      {enteredAt !== null && <Button onClick={() => setIsTakingBack(true)}>{t('workCalendar.takeBack')}</Button>}
      {isTakingBack && <TakeBackDialog year={year} onClose={() => setIsTakingBack(false)} />}
    </span>
  );
}
