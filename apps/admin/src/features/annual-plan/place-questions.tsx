import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { type AskedPlace, askedPlaces, fillPlaces, type ReadDesk } from './read-entries';
import styles from './reading.module.css';

interface PlaceQuestionsProps {
  readonly desk: ReadDesk;
  readonly year: number;
  onChange(desk: ReadDesk): void;
  onPick(key: string): void;
}

/** What a template left empty (××乡), asked once for the whole document. */
export function PlaceQuestions({ desk, year, onChange, onPick }: PlaceQuestionsProps) {
  const { t } = useTranslation();
  const asked = askedPlaces(desk);
  if (asked.length === 0) return null;
  const isAsking = asked.some(({ filledWith }) => filledWith === null);
  return (
    <div className={styles.places} data-editor>
      <Callout tone={isAsking ? 'yellow' : 'plain'} role="note">
        <p>{t(`annualPlan.reading.places.${isAsking ? 'ask' : 'asked'}`)}</p>
        <ul className={styles.placeList}>
          {asked.map((one) => (
            <PlaceQuestion
              key={one.place}
              asked={one}
              onPick={() => onPick(one.keys[0] ?? '')}
              onAnswer={(by) => onChange(fillPlaces(desk, one.place, by, year))}
            />
          ))}
        </ul>
      </Callout>
    </div>
  );
}

interface PlaceQuestionProps {
  readonly asked: AskedPlace;
  onPick(): void;
  onAnswer(by: string | null): void;
}

function PlaceQuestion({ asked: { place, meant, keys, filledWith }, onPick, onAnswer }: PlaceQuestionProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(meant ?? '');
  const text = (key: 'filled' | 'left') => t(`annualPlan.reading.places.${key}`, { place, by: filledWith });
  if (filledWith !== null) {
    return (
      <li className={styles.place}>
        <span className={styles.placeAnswer}>{text(filledWith === place ? 'left' : 'filled')}</span>
        <Button size="small" onClick={() => onAnswer(null)}>
          {t('annualPlan.reading.places.again')}
        </Button>
      </li>
    );
  }
  const fill = () => {
    if (name.trim() !== '') onAnswer(name.trim());
  };
  return (
    <li className={styles.place}>
      <button type="button" className={styles.jump} onClick={onPick}>
        {t('annualPlan.reading.places.where', { place, count: keys.length })}
      </button>
      <Input
        className={styles.placeAnswer}
        size="small"
        aria-label={t('annualPlan.reading.places.replaceBy', { place })}
        placeholder={t('annualPlan.reading.places.name')}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={fill}
      />
      <Button size="small" type="primary" disabled={name.trim() === ''} onClick={fill}>
        {t('annualPlan.reading.places.fill')}
      </Button>
      <Button size="small" onClick={() => onAnswer(place)}>
        {t('annualPlan.reading.places.leave')}
      </Button>
    </li>
  );
}
