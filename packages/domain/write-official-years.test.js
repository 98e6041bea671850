import { freshText, officialYearsFrom, presentText } from './write-official-years.js';

test('the committed years are what the script writes today (else: node packages/domain/write-official-years.js)', () => {
  expect(presentText()).toBe(freshText());
});

test.each([
  ['a year without days', {}, 'The library has no notice for 2004.'],
  [
    'a notice of a year not named in the script',
    { '2027-10-01': 'National Day,国庆节,3' },
    '2027-10-01 belongs to no year',
  ],
])('refuses %s', (_, more, message) => {
  const { holidays, workdays } = library();
  const data = { holidays: Object.keys(more).length === 0 ? {} : { ...holidays, ...more }, workdays };
  expect(() => officialYearsFrom(data)).toThrow(message);
});

/** Four holidays in each year: enough for a notice. */
function library() {
  const years = Array.from({ length: 23 }, (_, index) => 2004 + index);
  const days = ['01-01,元旦', '02-01,春节', '05-01,劳动节', '10-01,国庆节'].map((day) => day.split(','));
  const entries = years.flatMap((year) => days.map(([on, name]) => [`${year}-${on}`, `,${name},1`]));
  return { holidays: Object.fromEntries(entries), workdays: {} };
}
