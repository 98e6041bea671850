import { createHash } from 'node:crypto';
import { readTables, readText, type TableRefusal } from '@xushi/documents';
import {
  groupKey,
  type KnownPerson,
  type Leaver,
  leaversOf,
  matchRoster,
  type RosterAnswer,
  type RosterFate,
  type RosterKind,
  type RosterSheet,
  readRoster,
} from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { ok, type Result, refused } from '../../platform/refusal.js';
import { type AskedOfJoiners, type AskJoiners, listHeld } from '../task/index.js';
import { loadKnown, loadNames } from './roster.query.js';
import { rosterAfter } from './roster-after.js';

export interface ListInput {
  readonly committeeId: string;
  readonly source: { readonly text: string } | { readonly file: string };
  readonly kind: RosterKind;
  readonly role: 'member' | 'staff' | 'leader';
  readonly answers: readonly RosterAnswer[];
  readonly term: {
    readonly effectiveOn: string;
    readonly successorAccountId: string | null;
    readonly successors: readonly { readonly accountId: string; readonly toAccountId: string }[];
  } | null;
}

/** A leaver with what has to change hands, and to whom it goes. */
export interface JudgedLeaver extends Leaver {
  readonly duties: number;
  readonly cases: number;
  readonly ownDuties: number;
  readonly successorAccountId: string | null;
}

export interface JudgedList {
  readonly fates: readonly RosterFate[];
  readonly unusedColumns: readonly string[];
  readonly newGroups: readonly { readonly kind: 'liaison' | 'sector' | 'special-committee'; readonly name: string }[];
  readonly newUnits: readonly string[];
  readonly leavers: readonly JudgedLeaver[];
  /** What the published plans ask of those whose offices begin. */
  readonly asked: readonly AskedOfJoiners[];
  readonly known: readonly KnownPerson[];
  /** Changes with anything that would be written, and with the roster it was judged against. */
  readonly fingerprint: string;
}

/** Reads what was pasted or sent. Refuses what is no table, too large, or has no heading row. */
export async function readList(
  input: Pick<ListInput, 'source' | 'kind'>,
): Promise<Result<NonNullable<ReturnType<typeof readRoster>>, TableRefusal | 'roster-without-heading'>> {
  const { source, kind } = input;
  const tables = 'text' in source ? readText(source.text) : await readTables(Buffer.from(source.file, 'base64'));
  if (!tables.ok) return refused(tables.code, 'source');
  const read = readRoster(tables.sheets satisfies readonly RosterSheet[], kind);
  return read === null ? refused('roster-without-heading', 'source') : ok(read);
}

/** What the list would do to the roster as it stands. Writes nothing. */
export async function judgeList(
  tx: Tx,
  input: ListInput,
  read: NonNullable<ReturnType<typeof readRoster>>,
  { today, joiners }: { readonly today: string; readonly joiners: AskJoiners },
): Promise<Result<JudgedList, 'successor-unknown'>> {
  const { committeeId, kind, term, answers } = input;
  const known = await loadKnown(tx, committeeId);
  const names = await loadNames(tx, committeeId);
  const fates = matchRoster(read.rows, {
    known,
    answers,
    role: kind === 'units' ? 'unit' : input.role,
    on: term?.effectiveOn ?? today,
    units: names.units,
  });
  const leavers = term === null ? [] : await withHeld(tx, input, leaversOf(fates, known, term.effectiveOn));
  const leaving = new Set(leavers.filter((one) => !one.staysInOffice).map(({ person }) => person.accountId));
  const chosen = [term?.successorAccountId ?? null, ...(term?.successors ?? []).map((one) => one.toAccountId)];
  const mayTakeOver = (id: string) =>
    !leaving.has(id) &&
    known.some(
      (one) => one.accountId === id && one.offices.some(({ from, to }) => from <= today && (to ?? today) >= today),
    );
  if (chosen.some((id) => id !== null && !mayTakeOver(id))) return refused('successor-unknown', 'successorAccountId');
  const fromOn = term?.effectiveOn ?? today;
  const on = Temporal.PlainDate.from(fromOn > today ? fromOn : today);
  const asked = await joiners.preview(tx, { committeeId, on, ...rosterAfter({ fates, known }, names, fromOn) });
  const judged = {
    fates,
    unusedColumns: read.unusedColumns,
    newGroups: newGroups(fates, names.groups),
    newUnits: newUnits(fates, names.units),
    leavers,
    asked,
  };
  const fingerprint = createHash('sha256')
    .update(JSON.stringify({ kind, term, ...judged }))
    .digest('base64url');
  return ok({ ...judged, known, fingerprint });
}

async function withHeld(tx: Tx, input: ListInput, leavers: readonly Leaver[]): Promise<JudgedLeaver[]> {
  const ids = leavers.map(({ person }) => person.accountId);
  const held = new Map((await listHeld(tx, input.committeeId, ids)).map((row) => [row.accountId, row]));
  return leavers.map((leaver) => {
    const { accountId } = leaver.person;
    const { duties = [], cases = 0, ownDuties = [] } = held.get(accountId) ?? {};
    const chosen = input.term?.successors.find((one) => one.accountId === accountId)?.toAccountId;
    return {
      ...leaver,
      duties: total(duties),
      cases,
      ownDuties: total(ownDuties),
      successorAccountId: chosen ?? input.term?.successorAccountId ?? null,
    };
  });
}

const total = (kinds: readonly { count: number }[]) => kinds.reduce((sum, { count }) => sum + count, 0);

/** Whether a leaver owes anything by office or charge that somebody else has to take over. */
export const mustHandOver = (one: JudgedLeaver): boolean => !one.staysInOffice && one.duties + one.cases > 0;

const isWritten = (one: RosterFate): one is Extract<RosterFate, { role: unknown }> =>
  one.fate === 'add' || one.fate === 'update';

type Group = JudgedList['newGroups'][number];
function newGroups(fates: readonly RosterFate[], known: readonly Group[]): Group[] {
  const isSector = (kind: Group['kind']) => kind === 'sector';
  const key = ({ kind, name }: Group) => `${isSector(kind)} ${groupKey(name)}`;
  const found = new Map(known.map((one) => [key(one), false]));
  const named = fates
    .filter(isWritten)
    .flatMap(({ person }) => [
      ...(person.sector === null ? [] : [{ kind: 'sector' as const, name: person.sector }]),
      ...(person.group === null ? [] : [{ kind: person.groupKind, name: person.group }]),
    ]);
  return named.filter((one) => {
    const isNew = !found.has(key(one));
    found.set(key(one), true);
    return isNew;
  });
}

function newUnits(fates: readonly RosterFate[], known: readonly { name: string }[]): string[] {
  const found = new Set(known.map(({ name }) => groupKey(name)));
  const named = fates.filter(isWritten).flatMap(({ person }) => person.unit ?? []);
  return named.filter((name) => {
    const isNew = !found.has(groupKey(name));
    found.add(groupKey(name));
    return isNew;
  });
}
