import type { TaskKind } from '../workflow/definition.js';
import { definitions } from '../workflow/definitions/index.js';

/**
 * The kinds of task that a hand-over (交接) takes along: what is owed by office or charge. What each participant is asked
 * for (an answer, two proposals) stays that person's own.
 */
export const transferableKinds: readonly TaskKind[] = [
  ...new Set(
    Object.values(definitions)
      .flatMap(({ states }) => Object.values(states))
      .flatMap(({ opens }) => opens ?? [])
      .filter(({ holder }) => holder.kind !== 'each-participant')
      .map(({ kind }) => kind),
  ),
];
