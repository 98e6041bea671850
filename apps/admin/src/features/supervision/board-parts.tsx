import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../lib/api';
import { useHere } from '../../lib/here';
import { type BoardDivision, type BoardSearch, urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './board.module.css';

interface BoardPartsProps {
  readonly board: Board;
  readonly search: BoardSearch;
  /** A county that sees its townships can divide by committee; elsewhere there is one. */
  readonly hasBelow: boolean;
}

/** Where it is late: by committee, by holder, by kind of work. Pressing a part lists what is late there, and only that. */
export function BoardParts({ board: { parts }, search, hasBelow }: BoardPartsProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const navigate = useNavigate();
  const { committee } = useHere();
  const nameOf = useNameOf();
  const { by, part } = search;
  const show = (next: Omit<BoardSearch, 'below'>) =>
    void navigate({ ...urls.supervision(committee.id), search: { below: search.below, ...next }, replace: true });
  const divisions: readonly BoardDivision[] = hasBelow ? ['committee', 'holder', 'category'] : ['holder', 'category'];
  return (
    <div className={`${styles.parts} not-printed`}>
      <Segmented<BoardDivision | 'all'>
        aria-label={t('supervision.divideBy')}
        value={by ?? 'all'}
        options={[
          { value: 'all', label: t('app.all') },
          ...divisions.map((value) => ({ value, label: t(`supervision.divisions.${value}`) })),
        ]}
        onChange={(next) => show(next === 'all' ? {} : { by: next })}
      />
      {by !== undefined && parts.length > 0 && (
        <ul className={styles.partList} aria-label={t(`supervision.divisions.${by}`)}>
          {parts.map((one) => (
            <li key={one.key}>
              <button
                type="button"
                className={styles.part}
                aria-pressed={one.key === part}
                onClick={() => show(one.key === part ? { by } : { by, part: one.key })}
              >
                <span>{nameOf(by, one)}</span>
                <strong>{one.count}</strong>
                <small>{t('supervision.oldest', { date: dates.day(one.oldestDueOn) })}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type Part = Board['parts'][number];

function useNameOf() {
  const { t } = useTranslation();
  const words = useWords();
  const { committee } = useHere();
  return (by: BoardDivision, { committeeName, holder, category }: Part): string => {
    if (by === 'committee') return committeeName;
    if (by === 'category')
      return category === null ? t('supervision.noCategory') : t(`vocabulary.categories.${category}`);
    const name = words.holder(holder);
    // Offices of several committees have the same name.
    return holder.role === null || committeeName === committee.name ? name : `${name} · ${committeeName}`;
  };
}
