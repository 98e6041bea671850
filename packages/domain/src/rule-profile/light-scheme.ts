/** Colours a committee may give to its lights. Grey is kept for what is not running. */
export const lightColours = ['green', 'blue', 'yellow', 'orange', 'red', 'grey'] as const;
export type LightColour = (typeof lightColours)[number];

/**
 * What a light of a running task says, from calm to grave: 正常 · 提醒 · 临期 · 警示 · 逾期 · 严重逾期. A colour is never
 * shown without this word.
 */
export const bandMeanings = ['on-course', 'remind', 'near-due', 'warn', 'overdue', 'long-overdue'] as const;
export type BandMeaning = (typeof bandMeanings)[number];

/** One colour of a scheme, and from when on it is shown. */
export interface LightBand {
  readonly colour: Exclude<LightColour, 'grey'>;
  readonly meaning: BandMeaning;
  /**
   * Null: as soon as the task opens. `before-due`: when so many working days or fewer are left, 0 being the due date
   * itself. `after-due`: when the date is past and at least so many working days have gone by, 0 being the next day.
   */
  readonly begins: { readonly side: 'before-due' | 'after-due'; readonly workdays: number } | null;
}

/** The lights of a committee: bands in the order in which a task that nobody does passes through them. */
export interface LightScheme {
  readonly bands: readonly LightBand[];
  /** How a task that is done is drawn: a colour no band has, or grey. */
  readonly doneColour: LightColour;
}

const before = (workdays: number) => ({ side: 'before-due', workdays }) as const;
const after = (workdays: number) => ({ side: 'after-due', workdays }) as const;

/** Schemes in use (reference §5.2), to start from. A committee may change each threshold and colour. */
export const lightSchemes = {
  'green-yellow-red': {
    bands: [
      { colour: 'green', meaning: 'on-course', begins: null },
      { colour: 'yellow', meaning: 'near-due', begins: before(7) },
      { colour: 'red', meaning: 'overdue', begins: after(0) },
    ],
    doneColour: 'blue',
  },
  /** Sanming 2017: blue reminds, orange warns, red. */
  'blue-orange-red': {
    bands: [
      { colour: 'blue', meaning: 'remind', begins: null },
      { colour: 'orange', meaning: 'warn', begins: before(3) },
      { colour: 'red', meaning: 'overdue', begins: after(0) },
    ],
    doneColour: 'green',
  },
  'five-colours': {
    bands: [
      { colour: 'green', meaning: 'on-course', begins: null },
      { colour: 'blue', meaning: 'remind', begins: before(15) },
      { colour: 'yellow', meaning: 'near-due', begins: before(7) },
      { colour: 'orange', meaning: 'overdue', begins: after(0) },
      { colour: 'red', meaning: 'long-overdue', begins: after(5) },
    ],
    doneColour: 'grey',
  },
} as const satisfies Record<string, LightScheme>;
export const lightSchemeNames = [
  'green-yellow-red',
  'blue-orange-red',
  'five-colours',
] as const satisfies readonly (keyof typeof lightSchemes)[];

const MOST_WORKDAYS = 250;
const calm: readonly BandMeaning[] = ['on-course', 'remind', 'near-due'];
const late: readonly BandMeaning[] = ['overdue', 'long-overdue'];

export const lightFaultCodes = [
  'lights-out-of-order',
  'light-untrue',
  'light-repeated',
  'lights-without-overdue',
  'length-out-of-range',
] as const;
export type LightFaultCode = (typeof lightFaultCodes)[number];

/**
 * What is wrong with a scheme, each fault with the path of its field; empty when it can be used. The first band begins
 * with the task, the others follow each other in time; a date that has passed shows at once; a word says what is true
 * of its side of the due date; no colour and no word stands for two things.
 */
export function judgeLightScheme(scheme: LightScheme): { field: string; code: LightFaultCode }[] {
  const faults: { field: string; code: LightFaultCode }[] = [];
  const { bands, doneColour } = scheme;
  bands.forEach((band, index) => {
    const field = `bands.${index}`;
    const { begins } = band;
    if (begins !== null && !isLength(begins.workdays)) {
      faults.push({ field: `${field}.begins.workdays`, code: 'length-out-of-range' });
    }
    if ((begins === null) !== (index === 0) || !follows(bands[index - 1]?.begins ?? null, begins)) {
      faults.push({ field: `${field}.begins`, code: 'lights-out-of-order' });
    }
    const untrue = begins?.side === 'after-due' ? calm : late;
    if (untrue.includes(band.meaning)) faults.push({ field: `${field}.meaning`, code: 'light-untrue' });
    const earlier = bands.slice(0, index);
    if (earlier.some(({ colour }) => colour === band.colour)) {
      faults.push({ field: `${field}.colour`, code: 'light-repeated' });
    }
    if (earlier.some(({ meaning }) => meaning === band.meaning)) {
      faults.push({ field: `${field}.meaning`, code: 'light-repeated' });
    }
  });
  if (!bands.some(({ begins }) => begins?.side === 'after-due' && begins.workdays === 0)) {
    faults.push({ field: 'bands', code: 'lights-without-overdue' });
  }
  if (bands.some(({ colour }) => colour === doneColour)) faults.push({ field: 'doneColour', code: 'light-repeated' });
  return faults;
}

function isLength(workdays: number): boolean {
  return Number.isInteger(workdays) && workdays >= 0 && workdays <= MOST_WORKDAYS;
}

/** Whether a band that begins at `next` begins later than one that begins at `previous`. */
function follows(previous: LightBand['begins'], next: LightBand['begins']): boolean {
  if (previous === null || next === null) return true;
  if (previous.side !== next.side) return previous.side === 'before-due';
  return next.side === 'before-due' ? next.workdays < previous.workdays : next.workdays > previous.workdays;
}
