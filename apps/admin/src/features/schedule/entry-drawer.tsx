import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { DueDate } from '../../components/due-date';
import { LightChip } from '../../components/light-chip';
import { Tag } from '../../components/tag';
import type { ScheduleEntry } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import { DayShape, useEntryTitle } from './entry-line';
import styles from './schedule.module.css';

interface EntryDrawerProps {
  readonly entry: ScheduleEntry;
  /** Absent where it is not for the reader to move. */
  readonly onMove?: () => void;
  onClose(): void;
}

/** All that is known of an entry, and the way to it. */
export function EntryDrawer({ entry, onMove, onClose }: EntryDrawerProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const titleOf = useEntryTitle();
  const { committee } = useHere();
  const { readsWork } = useReach();
  const { on, day, category, dueOn, dueReason, occurrenceKey, place, people, light, taskId, plannedOn } = entry;
  return (
    <Drawer open size="min(30rem, 100vw)" title={titleOf(entry)} onClose={onClose}>
      <div className={styles.drawerTags}>
        {light !== null && <LightChip light={light} />}
        {category !== null && <Tag>{t(`vocabulary.categories.${category}`)}</Tag>}
      </div>
      <dl className={styles.facts}>
        <dt>{t('schedule.drawer.on')}</dt>
        <dd>
          <DayShape day={day} /> {t(`schedule.days.${day}`)} {dates.day(on)}
        </dd>
        {plannedOn !== null && (
          <>
            <dt>{t('schedule.drawer.planned')}</dt>
            <dd>{dates.day(plannedOn)}</dd>
          </>
        )}
        {occurrenceKey !== null && (
          <>
            <dt>{t('schedule.drawer.period')}</dt>
            <dd>{words.period(occurrenceKey)}</dd>
          </>
        )}
        <dt>{t('schedule.drawer.due')}</dt>
        <dd>
          <DueDate on={dueOn} reason={dueReason} occurrenceKey={occurrenceKey} />
        </dd>
        {place !== null && (
          <>
            <dt>{t('schedule.drawer.place')}</dt>
            <dd>{place}</dd>
          </>
        )}
        <dt>{t('schedule.drawer.state')}</dt>
        <dd>{words.state(entry.definition, entry.state)}</dd>
        {people !== null && people.all > 1 && (
          <>
            <dt>{t('schedule.drawer.people')}</dt>
            <dd>{t('schedule.drawer.doneOf', people)}</dd>
          </>
        )}
      </dl>
      <div className={styles.drawerActs}>
        {onMove !== undefined && <Button onClick={onMove}>{t('schedule.move.button')}</Button>}
        {readsWork ? (
          <Link {...urls.case(committee.id, entry.instanceId)}>{t('schedule.drawer.openCase')}</Link>
        ) : (
          taskId !== null && <Link {...urls.task(committee.id, taskId)}>{t('schedule.drawer.openTask')}</Link>
        )}
      </div>
    </Drawer>
  );
}
