import { judgeLightScheme, type LightBand, type LightScheme, lightSchemes } from './light-scheme.js';

it('the schemes that come with the product can be used', () => {
  expect(Object.values(lightSchemes).map((scheme) => judgeLightScheme(scheme))).toEqual([[], [], []]);
});

const before = (workdays: number) => ({ side: 'before-due', workdays }) as const;
const after = (workdays: number) => ({ side: 'after-due', workdays }) as const;
const green: LightBand = { colour: 'green', meaning: 'on-course', begins: null };
const yellow: LightBand = { colour: 'yellow', meaning: 'near-due', begins: before(7) };
const red: LightBand = { colour: 'red', meaning: 'overdue', begins: after(0) };

describe('a scheme that would mislead names its field', () => {
  it.each<[string, readonly LightBand[], string[]]>([
    ['no bands', [], ['bands lights-without-overdue']],
    ['nothing from the beginning', [yellow, red], ['bands.0.begins lights-out-of-order']],
    ['a second beginning', [green, { ...yellow, begins: null }, red], ['bands.1.begins lights-out-of-order']],
    [
      'nearer before farther',
      [green, { ...yellow, begins: before(3) }, { colour: 'orange', meaning: 'remind', begins: before(7) }, red],
      ['bands.2.begins lights-out-of-order'],
    ],
    [
      'twice the same day',
      [green, yellow, { colour: 'orange', meaning: 'warn', begins: before(7) }, red],
      ['bands.2.begins lights-out-of-order'],
    ],
    [
      'very late before late',
      [green, red, { colour: 'orange', meaning: 'long-overdue', begins: after(0) }],
      ['bands.2.begins lights-out-of-order'],
    ],
    [
      'back before the due date',
      [green, red, { ...yellow, begins: before(0) }],
      ['bands.2.begins lights-out-of-order'],
    ],
    ['late, but shown only after three days', [green, { ...red, begins: after(3) }], ['bands lights-without-overdue']],
    [
      'called overdue before it is',
      [green, { ...red, begins: before(1) }, { ...red, colour: 'orange', meaning: 'long-overdue' }],
      ['bands.1.meaning light-untrue'],
    ],
    ['called near when it is past', [green, { ...yellow, begins: after(0) }], ['bands.1.meaning light-untrue']],
    [
      'overdue from the beginning',
      [
        { ...red, begins: null },
        { ...yellow, meaning: 'warn', begins: after(0) },
      ],
      ['bands.0.meaning light-untrue'],
    ],
    ['one colour for two', [green, { ...yellow, colour: 'green' }, red], ['bands.1.colour light-repeated']],
    ['one word for two', [green, { ...yellow, meaning: 'on-course' }, red], ['bands.1.meaning light-repeated']],
    ['half a day', [green, { ...yellow, begins: before(1.5) }, red], ['bands.1.begins.workdays length-out-of-range']],
    ['negative', [green, { ...yellow, begins: before(-1) }, red], ['bands.1.begins.workdays length-out-of-range']],
    [
      'more than a year',
      [green, { ...yellow, begins: before(251) }, red],
      ['bands.1.begins.workdays length-out-of-range'],
    ],
    ['a year', [green, { ...yellow, begins: before(250) }, red], []],
    ['warning before and after', [green, { ...yellow, meaning: 'warn' }, red], []],
    ['warning when past', [green, { ...red, meaning: 'warn' }], []],
  ])('%s', (_, bands, expected) => {
    const scheme: LightScheme = { bands, doneColour: 'blue' };
    expect(judgeLightScheme(scheme).map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });

  it('done drawn like a band', () => {
    expect(judgeLightScheme({ bands: [green, red], doneColour: 'red' })).toEqual([
      { field: 'doneColour', code: 'light-repeated' },
    ]);
    expect(judgeLightScheme({ bands: [green, red], doneColour: 'grey' })).toEqual([]);
  });
});
