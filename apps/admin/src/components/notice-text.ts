import { useTranslation } from 'react-i18next';
import type { Notice } from '../lib/api';
import { useDates } from '../lib/use-dates';
import { useWords } from '../lib/use-words';

/** What a notice says. Members owe contributions and answers: they are asked, never pressed. */
export function useNoticeText(): (notice: Notice) => string {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  return ({ form, taskKind, title, occurrenceKey, dueOn, holderName }) => {
    const said = {
      title: occurrenceKey === null ? title : `${title} · ${words.period(occurrenceKey)}`,
      due: dates.day(dueOn),
      holder: holderName ?? t('vocabulary.roles.staff'),
    };
    if (form === 'ask-record' || form === 'escalation') return t(`reminder.texts.${form}`, said);
    return taskKind === 'contribute' || taskKind === 'answer-invitation'
      ? t(`reminder.gentleTexts.${taskKind}.${form}`, said)
      : t(`reminder.texts.${form}`, said);
  };
}
