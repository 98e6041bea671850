import type { Translated } from '../messages';
import type { workCalendar as chinese } from '../zh-CN/work-calendar';

export const workCalendar: Translated<typeof chinese> = {
  fault: {
    'not-an-object': 'The file holds no holiday notice. Use a JSON file with year, papers and days.',
    'year-missing': 'The year is missing or no whole number (“{{found}}”). Give it under year, such as 2027.',
    'year-out-of-range': 'The year {{found}} is not between 2000 and 2100. Check year.',
    'papers-unreadable': 'papers is to be a list of addresses (“{{found}}”). Mend it, or write [] for none.',
    'days-missing': 'There is no list of days. List each under days.',
    'day-unreadable': '{{at}} is not a day (“{{found}}”). Write it with name, date and isOffDay.',
    'name-missing': '{{at}} is missing. Name the holiday, such as 国庆节.',
    'kind-missing': '{{at}} does not say whether the day is off (“{{found}}”). Write true for off, false for worked.',
    'date-unreadable': '{{at}}: “{{found}}” is no date, or not written like 2027-10-01.',
    'date-outside-year':
      '{{at}}: {{found}} is too far from the year. Only days of the year, of the December before or the January after belong here.',
    'date-contradicted': '{{at}}: {{found}} is listed as off and as worked. Keep the right one.',
    'worked-day-not-weekend': '{{at}}: {{found}} is no Saturday or Sunday and is worked anyway. Check the date.',
    'no-day-off': 'Not one day off is listed. Check that the file is whole.',
    'statutory-day-worked': 'The statutory day {{found}} is not listed as off. Add it.',
  },
};
