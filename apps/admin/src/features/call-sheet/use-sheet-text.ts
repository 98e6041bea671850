import { useTranslation } from 'react-i18next';
import type { CallSheet } from '../../lib/api';
import { useHere } from '../../lib/here';
import { useDates } from '../../lib/use-dates';

/** What is said about a case, in the group chat (`texts`) or on the phone (`say`); null where nothing is asked any more. */
export function useSheetText(sheet: CallSheet, where: 'texts' | 'say'): string | null {
  const { t } = useTranslation();
  const dates = useDates();
  const { account } = useHere();
  const { asked, contact, title, committeeName, heldOn, place } = sheet;
  if (asked === null) return null;
  const kind = asked.kind === 'answer-invitation' || asked.kind === 'contribute' ? asked.kind : 'other';
  return t(`callSheet.${where}.${kind}`, {
    committee: committeeName,
    me: account.name,
    title,
    due: dates.day(asked.dueOn),
    heldOn: heldOn === null ? t('callSheet.texts.soon') : dates.day(heldOn),
    place: place === null ? '' : t('callSheet.texts.at', { place }),
    contact: contact === null ? '' : t('callSheet.texts.contact', contact),
  });
}
