import type { LightBand, ProfileFault, RuleProfile, Rung } from '../../lib/api';

/** A rung being written. It is known by its id: its place in the ladder follows from its day. */
export interface RungDraft {
  readonly id: number;
  /** Negative before the due date; not a number while the field is empty. */
  readonly days: number;
  readonly to: Rung['to'];
  readonly form: Rung['form'];
}

export interface LadderDraft {
  readonly key: string;
  readonly rungs: readonly RungDraft[];
}

export interface BandDraft {
  readonly id: number;
  readonly colour: LightBand['colour'];
  readonly meaning: LightBand['meaning'];
  readonly side: 'opening' | 'before-due' | 'after-due';
  readonly workdays: number;
}

type LengthName = keyof RuleProfile & `${string}Workdays`;

/** A profile being written. */
export interface RulesDraft {
  readonly ladders: readonly LadderDraft[];
  readonly reminder: RuleProfile['reminder'];
  readonly bands: readonly BandDraft[];
  readonly doneColour: RuleProfile['lights']['doneColour'];
  readonly lengths: Readonly<Record<LengthName, number>>;
}

/** What stands for an empty number on the wire: it is refused by the name of its field. */
const NO_NUMBER = 99_999;

let lastId = 0;
export const nextId = () => ++lastId;

export function rungDraftsOf(ladder: readonly Rung[]): RungDraft[] {
  return ladder.map(({ offset, to, form }) => ({ id: nextId(), days: offset.days, to, form }));
}

export function bandDraftsOf(lights: RuleProfile['lights']): BandDraft[] {
  return lights.bands.map(({ colour, meaning, begins }) => ({
    id: nextId(),
    colour,
    meaning,
    side: begins?.side ?? 'opening',
    workdays: begins?.workdays ?? 0,
  }));
}

export function draftOf({ ladders, reminder, lights, ...lengths }: RuleProfile): RulesDraft {
  return {
    ladders: Object.entries(ladders).map(([key, ladder]) => ({ key, rungs: rungDraftsOf(ladder) })),
    reminder: {
      ...reminder,
      remindAt: reminder.remindAt.slice(0, 5),
      quietFrom: reminder.quietFrom.slice(0, 5),
      quietUntil: reminder.quietUntil.slice(0, 5),
    },
    bands: bandDraftsOf(lights),
    doneColour: lights.doneColour,
    lengths,
  };
}

/** Fifteen days ahead and more are counted by the calendar, nearer ones and those after the date in working days. */
export const unitOf = (days: number) => (days <= -15 ? 'calendar-days' : 'workdays');

const written = (number: number) => (Number.isNaN(number) ? NO_NUMBER : number);

/** From the farthest day to the last; rows of one day stay as they were entered. */
const byDay = (rungs: readonly RungDraft[]) => rungs.toSorted((a, b) => written(a.days) - written(b.days));

const sides: readonly BandDraft['side'][] = ['opening', 'before-due', 'after-due'];
const byBeginning = (bands: readonly BandDraft[]) =>
  bands.toSorted((a, b) => {
    if (a.side !== b.side) return sides.indexOf(a.side) - sides.indexOf(b.side);
    return (written(a.workdays) - written(b.workdays)) * (a.side === 'before-due' ? -1 : 1);
  });

function rungOf({ days: typed, to, form }: RungDraft): Rung {
  const days = written(typed);
  return {
    name: `T${days < 0 ? '-' : '+'}${Math.abs(days)}`.slice(0, 8),
    offset: { unit: unitOf(days), days },
    to,
    form,
  };
}

/** The profile that a draft stands for, its rungs and lights in the order of their days. */
export function profileOf({ ladders, reminder, bands, doneColour, lengths }: RulesDraft): RuleProfile {
  return {
    reminder: {
      ...reminder,
      askBeforeClimbingWorkdays: written(reminder.askBeforeClimbingWorkdays),
      mostMessagesPerPersonYear: written(reminder.mostMessagesPerPersonYear),
    },
    ladders: Object.fromEntries(
      ladders.map(({ key, rungs }) => [key, byDay(rungs).map(rungOf)]),
    ) as unknown as RuleProfile['ladders'],
    lights: {
      bands: byBeginning(bands).map(({ colour, meaning, side, workdays }) => ({
        colour,
        meaning,
        begins: side === 'opening' ? null : { side, workdays: written(workdays) },
      })),
      doneColour,
    },
    ...(Object.fromEntries(Object.entries(lengths).map(([name, value]) => [name, written(value)])) as typeof lengths),
  };
}

/** Faults by the place of their row: `ladder duty`, `rung 12`, `band 4`, and for all else the field's own path. */
export type FaultsByPlace = ReadonlyMap<string, readonly ProfileFault['code'][]>;

export function faultsByPlace(draft: RulesDraft, faults: readonly ProfileFault[]): FaultsByPlace {
  const places = new Map<string, ProfileFault['code'][]>();
  for (const { field, code } of faults) {
    const place = placeOf(draft, field);
    const known = places.get(place) ?? [];
    if (!known.includes(code)) places.set(place, [...known, code]);
  }
  return places;
}

function placeOf(draft: RulesDraft, field: string): string {
  const [area, key = '', index = ''] = field.split('.');
  if (area === 'ladders') {
    const ladder = draft.ladders.find((one) => one.key === key);
    const rung = ladder === undefined || index === '' ? undefined : byDay(ladder.rungs)[Number(index)];
    return rung === undefined ? `ladder ${key}` : `rung ${rung.id}`;
  }
  if (area === 'lights' && key === 'bands' && index !== '') {
    const band = byBeginning(draft.bands)[Number(index)];
    if (band !== undefined) return `band ${band.id}`;
  }
  return field;
}

/** How many faults a ladder has, its rungs included. */
export function countFaults({ key, rungs }: LadderDraft, faults: FaultsByPlace): number {
  const places = [`ladder ${key}`, ...rungs.map(({ id }) => `rung ${id}`)];
  return places.reduce((sum, place) => sum + (faults.get(place)?.length ?? 0), 0);
}
