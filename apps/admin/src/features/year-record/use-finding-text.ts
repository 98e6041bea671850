import { useTranslation } from 'react-i18next';
import type { FigureFinding, HeldFinding } from '../../lib/api';
import { usePreferences } from '../../lib/preferences';
import { useDates } from '../../lib/use-dates';

/** How figures and times of a past year read. */
export function useFindingText() {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const dates = useDates();
  return {
    /** 83 件, 20 个以上, 约 300 万元. */
    amount: ({ value, unit, bound }: Pick<FigureFinding, 'value' | 'unit' | 'bound'>) =>
      t(`yearRecord.said.${bound}`, { value: new Intl.NumberFormat(language).format(value), unit }),
    /** The day, the days, the stretch in which it lies, or that nobody knows. */
    time: ({ from, to, precision }: Pick<HeldFinding, 'from' | 'to' | 'precision'>) => {
      if (from === null || to === null) return t('yearRecord.dayUnknown');
      if (precision === 'day') return dates.range(from, to);
      return t('yearRecord.inStretch', { from: dates.shortDay(from), to: dates.shortDay(to) });
    },
  };
}
