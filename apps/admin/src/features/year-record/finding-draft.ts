import type { FigureFinding, Finding, HeldFinding } from '../../lib/api';
import { newId } from '../../lib/identifiers';

/** A finding on its way to the record: under the id it will have, ticked or not, as read or as mended. */
export interface FindingDraft {
  readonly id: string;
  readonly isTaken: boolean;
  readonly finding: Finding;
}

/** Findings as they come from the reader: none is taken before a person has looked. */
export const draftsOf = (findings: readonly Finding[]): FindingDraft[] =>
  findings.map((finding) => ({ id: newId(), isTaken: false, finding }));

/** The findings of one passage stand together, in the document's order. */
export function byPassage(drafts: readonly FindingDraft[]) {
  const passages: { readonly key: string; readonly source: Finding['source']; readonly drafts: FindingDraft[] }[] = [];
  for (const draft of drafts) {
    const { source } = draft.finding;
    const known = passages.find((one) => one.source.text === source.text);
    if (known !== undefined) known.drafts.push(draft);
    else passages.push({ key: draft.id, source, drafts: [draft] });
  }
  return passages;
}

/** What was ticked, as the server takes it. */
export function takenOf(drafts: readonly FindingDraft[]) {
  const taken = drafts.filter(({ isTaken }) => isTaken);
  return {
    held: taken.flatMap(({ id, finding }) => (finding.kind === 'held' ? [{ id, ...withoutKind(finding) }] : [])),
    figures: taken.flatMap(({ id, finding }) => (finding.kind === 'figure' ? [{ id, ...withoutKind(finding) }] : [])),
  };
}

function withoutKind<One extends HeldFinding | FigureFinding>({ kind: _kind, ...rest }: One) {
  return rest;
}

/** Days given by a person are known to the day; without one of them, the day is unknown. */
export function withDays(finding: HeldFinding, changes: { from?: string; to?: string }): HeldFinding {
  const from = (changes.from ?? finding.from) || null;
  const to = (changes.to ?? finding.to) || from;
  const hasDays = from !== null && to !== null;
  return { ...finding, from, to, precision: hasDays ? 'day' : 'unknown' };
}
