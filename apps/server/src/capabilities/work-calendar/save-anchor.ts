import { Injectable } from '@nestjs/common';
import { anchorDays, isAnchorKey, knownEvents } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, tenantsOf } from '../account/index.js';
import { type AnchorRecord, listAnchors, saveAnchor } from './anchors.query.js';
import type { CalendarChange } from './calendar-listeners.js';
import { FollowCalendarChange, type NamedDateMove } from './follow-calendar-change.js';
import { WorkCalendars } from './work-calendars.js';

export interface AnchorInput {
  readonly committeeId: string;
  readonly year: number;
  readonly key: string;
  readonly name: string;
  readonly on: string | null;
  readonly isProvisional: boolean;
  readonly lockVersion: number | null;
  readonly isTrial: boolean;
}

type Fault = 'name-missing' | 'anchor-key-invalid' | 'provisional-without-date' | 'date-outside-year';

/**
 * Enters an event of the year or its new day, or tries what that would move. Everything that hangs on it moves along, in this committee and in those
 * below that have not entered the event for themselves.
 */
@Injectable()
export class SaveAnchor {
  constructor(
    private readonly doors: Doors,
    private readonly calendars: WorkCalendars,
    private readonly follow: FollowCalendarChange,
  ) {}

  run(actor: Actor, input: AnchorInput): Promise<Result<readonly NamedDateMove[], Fault>> {
    const { committeeId, year, key, isTrial } = input;
    return this.doors.inTenant(lineOf(actor, committeeId), async (tx) => {
      const fault = judge(input);
      if (fault !== null) return fault;
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`anchor ${committeeId} ${year} ${key}`]);
      const [current] = await tx.query<{ lockVersion: number }>(
        'select lock_version as "lockVersion" from anchor where committee_id = $1 and year = $2 and key = $3',
        [committeeId, year, key],
      );
      if ((current?.lockVersion ?? null) !== input.lockVersion) return conflict(current?.lockVersion ?? 0);
      const change = await this.#change(tx, input);
      if (!isTrial) await saveAnchor(tx, input);
      return ok(await this.follow.run(tx, change, { isTrial, actor: actorIn(actor, committeeId) }));
    });
  }

  /** The change as everyone it concerns will reckon once it is made: those below that entered the event keep theirs. */
  async #change(tx: Tx, input: AnchorInput): Promise<CalendarChange> {
    const { committeeId, year, key } = input;
    const line = [...tx.committees];
    const eventsOf = new Map<string, AnchorRecord[]>();
    for (const id of line) eventsOf.set(id, await listAnchors(tx, id, year));
    const committeeIds = line.filter((id) => {
      if (id === committeeId) return true;
      const own = eventsOf.get(id)?.find((event) => event.key === key);
      return own === undefined || own.committeeId !== id;
    });
    return {
      because: 'anchor-moved',
      committeeIds,
      calendarOf: await this.calendars.of(tx, committeeIds),
      anchorsOf: async (id, wantedYear) => {
        const events = wantedYear === year ? (eventsOf.get(id) ?? []) : await listAnchors(tx, id, wantedYear);
        if (wantedYear !== year) return anchorDays(wantedYear, events);
        return anchorDays(year, [...events.filter((event) => event.key !== key), input]);
      },
    };
  }
}

/** The committee and every one below it. */
function lineOf(actor: Actor, committeeId: string) {
  const below = actor.committees.filter((one) => one.parentId === committeeId).map(({ id }) => id);
  return tenantsOf(actor, committeeId, ...below);
}

function judge({ key, name, on, isProvisional, year }: AnchorInput) {
  if (!isAnchorKey(`event:${key}`)) return refused('anchor-key-invalid', 'key');
  if (name.trim() === '') return refused('name-missing', 'name');
  if (on === null) return isProvisional ? refused('provisional-without-date', 'on') : null;
  // A session for a year may open in the last days of the one before.
  const onYear = Number(on.slice(0, 4));
  return onYear < year - 1 || onYear > year + 1 ? refused('date-outside-year', 'on') : null;
}

/** The events of a year as a committee's staff see them: those every committee has, entered or not, then its own. */
export async function presentAnchors(tx: Tx, committeeId: string, year: number) {
  const entered = await listAnchors(tx, committeeId, year);
  const keys = [...knownEvents, ...entered.map(({ key }) => key)];
  return [...new Set(keys)].map((key) => {
    const found = entered.find((event) => event.key === key);
    return {
      key,
      name: found?.name ?? '',
      on: found?.on ?? null,
      isProvisional: found?.isProvisional ?? false,
      isFromAbove: found !== undefined && found.committeeId !== committeeId,
      lockVersion: found?.committeeId === committeeId ? found.lockVersion : null,
    };
  });
}
