import { type Cadence, sayCadence } from '@xushi/domain';

export type CadenceWords = ReturnType<typeof wordsOf>;

/** A cadence as staff read it, in both languages of the app. */
export function wordsOf({ cadence, times }: { readonly cadence: Cadence; readonly times: number }) {
  return { zh: sayCadence(cadence, times, 'zh'), en: sayCadence(cadence, times, 'en') };
}
