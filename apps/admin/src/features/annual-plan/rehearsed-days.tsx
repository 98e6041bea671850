import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { Tag } from '../../components/tag';
import type { Plan, Rehearsal } from '../../lib/api';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './rehearsal.module.css';
import { countReminders, type RehearsedReminder } from './rehearsed-reminders';

const NAMED = 3;

/** The reminders of each day, those that say the same to several people as one line. */
export function RehearsedDays({
  plan,
  reminders,
  people,
}: {
  plan: Plan;
  reminders: readonly RehearsedReminder[];
  people: Rehearsal['people'];
}) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const titles = new Map(plan.items.map(({ id, title }) => [id, title]));
  const names = new Map(people.map(({ accountId, name }) => [accountId, name]));
  const nameOf = (id: string, of: readonly string[]) => {
    const name = names.get(id) ?? t('app.nobody');
    return of.length === 0 ? name : t('annualPlan.rehearsal.insteadOf', { name, of: of.join(t('app.comma')) });
  };
  const who = ({ recipients, insteadOf }: Line) => {
    if (recipients.length === 0) return t('annualPlan.rehearsal.nobody');
    // Whoever hears in another's place is named first: that is what one looks for among many.
    const ordered = [...recipients].sort((a, b) => Number(insteadOf.has(b)) - Number(insteadOf.has(a)));
    const named = ordered.slice(0, NAMED).map((id) => nameOf(id, [...(insteadOf.get(id) ?? [])]));
    const joined = named.join(t('app.comma'));
    return recipients.length > NAMED ? t('app.names', { names: joined, total: recipients.length }) : joined;
  };
  const days = linesByDay(reminders);
  if (days.length === 0) {
    return <EmptyState title={t('annualPlan.rehearsal.noneInMonth')} text={t('annualPlan.rehearsal.stripLegend')} />;
  }
  return (
    <ol className={styles.days}>
      {days.map(([on, lines]) => (
        <li key={on} className={styles.day}>
          <h3 className={styles.date}>{dates.day(on)}</h3>
          <ul className={styles.lines}>
            {lines.map((line) => (
              <li
                key={`${line.first.itemId} ${line.first.occurrenceKey} ${line.first.taskKind} ${line.first.form}`}
                className={styles.line}
              >
                <Tag>{t(`vocabulary.forms.${line.first.form}`)}</Tag>
                <span className={styles.lineText}>
                  {titles.get(line.first.itemId)}
                  <small>
                    {[
                      words.taskKind(line.first.taskKind),
                      words.period(line.first.occurrenceKey),
                      t('task.by', { date: dates.shortDay(line.first.dueOn) }),
                      line.taskCount > 1 ? t('task.total', { count: line.taskCount }) : null,
                    ]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  </small>
                </span>
                <span className={styles.who}>{who(line)}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

interface Line {
  readonly first: RehearsedReminder;
  readonly recipients: readonly string[];
  /** By who hears: the names of those in whose place. */
  readonly insteadOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly taskCount: number;
}

function linesByDay(reminders: readonly RehearsedReminder[]): [string, Line[]][] {
  const days = new Map<string, Map<string, RehearsedReminder[]>>();
  for (const reminder of reminders) {
    const day = days.get(reminder.on) ?? new Map<string, RehearsedReminder[]>();
    const key = `${reminder.itemId} ${reminder.occurrenceKey} ${reminder.taskKind} ${reminder.form}`;
    day.set(key, [...(day.get(key) ?? []), reminder]);
    days.set(reminder.on, day);
  }
  return [...days].map(([on, day]) => [
    on,
    [...day.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      return [
        {
          first,
          recipients: [...new Set(group.flatMap(({ recipients }) => recipients))],
          insteadOf: insteadOfIn(group),
          taskCount: countReminders(group),
        },
      ];
    }),
  ]);
}

function insteadOfIn(group: readonly RehearsedReminder[]): Map<string, Set<string>> {
  const byHearer = new Map<string, Set<string>>();
  for (const { accountId, ofName } of group.flatMap(({ insteadOf }) => insteadOf)) {
    byHearer.set(accountId, (byHearer.get(accountId) ?? new Set()).add(ofName));
  }
  return byHearer;
}
