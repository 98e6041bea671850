import { useTranslation } from 'react-i18next';
import { datesIn, todayInZone } from './dates';
import type { Failure } from './failure';
import { usePreferences } from './preferences';

/** The sentence for a failure: what happened, that nothing was lost, what to do. */
export function useFailureText(): (failure: Failure) => string {
  const { t } = useTranslation();
  const { language } = usePreferences();
  return (failure) => {
    switch (failure.kind) {
      case 'refused':
        return t(`failure.refusal.${failure.reason}`);
      case 'conflict':
        return t('failure.conflict');
      case 'sign-in-wrong':
        return t('account.wrong');
      case 'sign-in-lapsed':
        return t('account.lapsed');
      case 'sign-in-locked':
        return failure.until === null
          ? t('account.locked')
          : t('account.lockedUntil', { time: datesIn(language, todayInZone()).moment(failure.until) });
      case 'signed-out':
        return t('failure.signedOut');
      case 'forbidden':
        return t('failure.forbidden');
      case 'missing':
        return t('failure.missing');
      case 'unreachable':
        return t('failure.unreachable');
      case 'defect':
        return failure.trace === null
          ? t('failure.defect')
          : `${t('failure.defect')} ${t('failure.trace', { trace: failure.trace })}`;
    }
  };
}
