import type { AnchorKey, EventAnchor } from './anchor.js';
import type { Cadence, Shift } from './cadence.js';
import { anchorForms } from './cadence-words-anchored.js';
import { knownNames, nameOfAnchor } from './cadence-words-anchors.js';
import { en } from './cadence-words-en.js';
import type { Form } from './cadence-words-form.js';
import { ruleForms } from './cadence-words-rules.js';
import { type Language, languages, type Reading, type Tongue, type Values } from './cadence-words-slots.js';
import { dayForms, stretchForms } from './cadence-words-windows.js';
import { zh } from './cadence-words-zh.js';
import { validateCadence } from './validate-cadence.js';

const tongues: Readonly<Record<Language, Tongue>> = { zh, en };
/**
 * Tried in this order when saying. When reading, all are tried, and a text on which two disagree is not read. A new
 * wording is a template of its form, a new way to word a cadence is a form.
 */
const forms: readonly Form[] = [...stretchForms, ...dayForms, ...anchorForms, ...ruleForms];

/** Longer than any words on time; keeps the reading of a whole paragraph from taking long. */
const LONGEST_TEXT = 1000;
const GAP = /\{(\w+)\}/g;
const templates = languages.flatMap((language) =>
  forms.flatMap((form) =>
    form.templates[language].map((template) => ({
      language,
      form,
      gaps: [...template.matchAll(GAP)].map(([, name]) => name as keyof Values),
      onlyCounted: form.onlyCounted?.includes(template) === true,
      pattern: patternOf(template, tongues[language].slots),
    })),
  ),
);

function patternOf(template: string, slots: Tongue['slots']): RegExp {
  const filled = template.replace(GAP, (_gap, name: keyof Values) => `(?<${name}>${slots[name].pattern})`);
  return new RegExp(`^(?:${filled})$`, 'i');
}

/** When something is to be done and, in each window, at least how often. */
export interface TimedCadence {
  readonly cadence: Cadence;
  readonly times: number;
}

/**
 * A cadence in words: 每季度至少一次, "in mid-May"; `readCadence` reads them back. The usual shift is not said: back for rules
 * and for what precedes an anchor, forward for what follows one, none for the day itself. `anchorName` knows what the
 * committee calls its own events. The cadence is one that `validateCadence` accepts.
 */
export function sayCadence(
  cadence: Cadence,
  times: number,
  language: Language,
  anchorName: (key: AnchorKey, language: Language) => string = nameOfAnchor,
): string {
  const { slots, sayShift, sayTimes } = tongues[language];
  for (const form of forms) {
    const values = form.say?.(cadence);
    const [template] = form.templates[language];
    if (values == null || template === undefined) continue;
    const core = template.replace(GAP, (_gap, name: keyof Values) =>
      sayGap(slots, name, values, (key) => anchorName(key, language)),
    );
    const usual = form.read(values as Values);
    return sayTimes(
      core + (hasOtherShift(cadence, usual) ? sayShift(cadence.shift) : ''),
      times,
      cadence.kind === 'each',
    );
  }
  throw new Error(`no words for ${JSON.stringify(cadence)}`);
}

/**
 * What a plan's words on time mean for the plan of `year`; null when they mean nothing here or more than one thing
 * (适时, 6月前). Without a number of times: once. `events` are the year's events, read by the names given to them.
 */
export function readCadence(
  text: string,
  { year, events = [] }: { readonly year: number; readonly events?: readonly Pick<EventAnchor, 'key' | 'name'>[] },
): TimedCadence | null {
  if (text.length > LONGEST_TEXT) return null;
  const readings = new Map<string, TimedCadence>();
  for (const language of languages) {
    const { plain, frames } = tongues[language];
    const names: [string, AnchorKey][] = events.map(({ key, name }) => [name, `event:${key}`]);
    const anchors = new Map([...knownNames(language), ...names].map(([name, key]) => [plain(name, year), key]));
    for (const frame of frames) {
      for (const found of readFramed(language, frame.exec(plain(text, year))?.groups, { year, anchors })) {
        readings.set(JSON.stringify(found), found);
      }
    }
  }
  const [only, ...others] = readings.values();
  return only === undefined || others.length > 0 || validateCadence(only.cadence, year) !== null ? null : only;
}

/** All that the core of a text may mean, with the shift and the number of times that stand beside it. */
function readFramed(
  language: Language,
  groups: Readonly<Record<string, string | undefined>> = {},
  reading: Reading,
): TimedCadence[] {
  const { core, shift, times } = groups;
  const tongue = tongues[language];
  const count = times === undefined ? 1 : tongue.readTimes(times);
  if (core === undefined || count === null || count === 0) return [];
  return templates
    .filter((template) => template.language === language && (times !== undefined || !template.onlyCounted))
    .flatMap((template) => {
      const cadence = readTemplate(template, core, reading);
      const moved = cadence === null ? null : withShift(cadence, shift, template.form, tongue);
      return moved === null ? [] : [{ cadence: moved, times: count }];
    });
}

function readTemplate(template: (typeof templates)[number], text: string, reading: Reading): Cadence | null {
  const found = template.pattern.exec(text);
  if (found === null) return null;
  const values: Partial<Record<keyof Values, unknown>> = {};
  for (const name of template.gaps) {
    const value = tongues[template.language].slots[name].read(found.groups?.[name] ?? '', reading);
    if (value === null) return null;
    values[name] = value;
  }
  return template.form.read(values as Values);
}

/** The cadence with the shift the text names; null when it names one where there is nothing to move. */
function withShift(cadence: Cadence, text: string | undefined, form: Form, tongue: Tongue): Cadence | null {
  if (text === undefined) return cadence;
  const shift = tongue.readShift(text);
  return shift === null || form.saysShift === true || !('shift' in cadence) ? null : { ...cadence, shift };
}

function sayGap<K extends keyof Values>(
  slots: Tongue['slots'],
  name: K,
  values: Partial<Values>,
  nameOf: (key: AnchorKey) => string,
): string {
  const value = values[name];
  if (value === undefined) throw new Error(`nothing to put into {${name}}`);
  return slots[name].say(value, nameOf);
}

function hasOtherShift(cadence: Cadence, usual: Cadence | null): cadence is Cadence & { readonly shift: Shift } {
  return 'shift' in cadence && usual !== null && 'shift' in usual && cadence.shift !== usual.shift;
}
