import { fillTemplate, fillWording, isGentle, noticeTemplate } from '@xushi/contract/words';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../lib/api';
import { usePreferences } from '../lib/preferences';
import { useDates } from '../lib/use-dates';
import { useWords } from '../lib/use-words';

/** What a notice says, in the reader's language. */
export function useNoticeText(): (notice: Notice) => string {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const dates = useDates();
  const words = useWords();
  return ({ form, taskKind, title, occurrenceKey, dueOn, holderName, wording }) => {
    // The gentle form says in its own words what is asked; all others name the duty: whether to hold or to report.
    const said = {
      title: [
        title,
        occurrenceKey === null ? null : words.period(occurrenceKey),
        isGentle(taskKind) ? null : words.taskKind(taskKind),
      ]
        .filter((part) => part !== null)
        .join(' · '),
      due: dates.day(dueOn),
      holder: holderName ?? t('vocabulary.roles.staff'),
    };
    if (wording !== null) return fillWording(wording, said);
    return fillTemplate(noticeTemplate(language === 'en' ? 'en' : 'zh', form, taskKind), said);
  };
}
