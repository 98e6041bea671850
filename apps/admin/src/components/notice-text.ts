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
    // A member's notices say in their own words what is asked; all others name the duty: whether to hold or to report.
    const isGentle = taskKind === 'contribute' || taskKind === 'answer-invitation';
    const said = {
      title: [
        title,
        occurrenceKey === null ? null : words.period(occurrenceKey),
        isGentle ? null : words.taskKind(taskKind),
      ]
        .filter((part) => part !== null)
        .join(' · '),
      due: dates.day(dueOn),
      holder: holderName ?? t('vocabulary.roles.staff'),
    };
    if (form === 'ask-record' || form === 'escalation') return t(`reminder.texts.${form}`, said);
    return isGentle ? t(`reminder.gentleTexts.${taskKind}.${form}`, said) : t(`reminder.texts.${form}`, said);
  };
}
