import type { Translated } from '../messages';
import type { settings as chinese } from '../zh-CN/settings';

export const settings: Translated<typeof chinese> = {
  title: 'Settings',
  lead: 'The calendar and the rules of this committee. Everything has a default and works unchanged.',
  places: {
    calendar: {
      name: 'Working calendar',
      text: 'Holidays and worked weekends, days on which this committee is closed, the sessions and meetings of the year.',
    },
  },
};
