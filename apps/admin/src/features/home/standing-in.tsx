import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDueWords } from '../../components/due-date';
import { Section } from '../../components/page';
import { api, type StoodFor, type Task } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './home.module.css';

/** For whom the reader stands in, from when to when, and what they owe meanwhile; nothing for whoever stands in for nobody. */
export function StandingInSections() {
  const { data = [] } = useQuery(api.task.stoodFor.queryOptions());
  return data.map((one) => <StandingIn key={`${one.committeeId} ${one.accountId} ${one.fromOn}`} one={one} />);
}

function StandingIn({ one }: { one: StoodFor }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { committee } = useHere();
  const { name, kind, fromOn, toOn, isAhead, tasks } = one;
  const days = toOn === null ? t('home.standingIn.openEnd', { from: dates.day(fromOn) }) : dates.range(fromOn, toOn);
  const when = one.committeeId === committee.id ? days : [days, one.committeeName].join(t('app.comma'));
  return (
    <Section
      title={t('home.standingIn.title', { name, when })}
      note={isAhead ? t('home.standingIn.ahead', { name }) : t(`home.standingIn.text.${kind}`, { name })}
    >
      {tasks.length > 0 ? (
        <ul className={styles.lines}>
          {tasks.map((task) => (
            <Owed key={task.id} task={task} />
          ))}
        </ul>
      ) : (
        <p className={styles.quiet}>{t(isAhead ? 'home.standingIn.notYet' : 'home.standingIn.nothing', { name })}</p>
      )}
    </Section>
  );
}

/** What somebody else owes: its own page is where the reader does it for them. */
function Owed({ task }: { task: Task }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const dueWords = useDueWords();
  return (
    <li>
      <Link className="lone-link" {...urls.task(task.committeeId, task.id)}>
        {task.title}
      </Link>
      <p className={styles.quiet}>
        {[words.taskKind(task.kind), t('task.by', { date: dates.day(task.dueOn) }), dueWords(task)].join(' · ')}
      </p>
      {task.heldOn !== null && <p>{t('home.heldOn', { date: dates.day(task.heldOn) })}</p>}
    </li>
  );
}
