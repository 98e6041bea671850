import { endOfWeek } from '../../lib/dates';

interface OwnDuty {
  readonly id: string;
  readonly dueOn: string;
  /** Null for what one owes as a member, which is asked for elsewhere on the page. */
  readonly light: object | null;
  readonly isLate: boolean;
}

/**
 * What a clerk must know on coming in: own duties past their date, those due until Sunday, and late matters that wait
 * for the clerk's word. A duty that is asked about counts as a question and not once more as late.
 */
export function staffAnswer(
  duties: readonly OwnDuty[],
  questions: readonly { readonly id: string }[],
  today: string,
): { late: number; week: number; questions: number } {
  const asked = new Set(questions.map(({ id }) => id));
  const own = duties.filter(({ id, light }) => light !== null && !asked.has(id));
  return {
    late: own.filter(({ isLate }) => isLate).length,
    week: own.filter(({ isLate, dueOn }) => !isLate && dueOn <= endOfWeek(today)).length,
    questions: asked.size,
  };
}
