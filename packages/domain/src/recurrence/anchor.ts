import { type Festival, festivalDay, festivals, lunarDay } from '../calendar/festivals.js';

/**
 * A day that plan items hang on: `festival:double-ninth`, `lunar:09-09`, or an event of the committee's own year: one of
 * those every committee has, `event:plenary-opens`, or one under the name it was first entered by, `event:新春茶话会`.
 */
export type AnchorKey = `festival:${Festival}` | `lunar:${string}` | `event:${string}`;

/** Events every committee has; it may add others of its own. */
export const knownEvents = ['plenary-opens', 'plenary-closes', 'hand-over-meeting'] as const;

/** An event of one year: settled, provisional (may still move), or open (待定, no day yet). */
export interface EventAnchor {
  readonly key: string;
  readonly name: string;
  readonly on: string | null;
  readonly isProvisional: boolean;
}

/** The day an anchor falls on in the plan's year; null while nobody knows it. */
export type AnchorDays = (
  key: AnchorKey,
) => { readonly on: Temporal.PlainDate; readonly isProvisional: boolean } | null;

/** The anchors of a year: festivals and lunar days by the calendar, events as the committee has entered them. */
export function anchorDays(year: number, events: readonly EventAnchor[]): AnchorDays {
  const byKey = new Map(events.map((event) => [event.key, event]));
  return (key) => {
    const name = key.slice(key.indexOf(':') + 1);
    if (key.startsWith('event:')) {
      const event = byKey.get(name);
      if (event === undefined || event.on === null) return null;
      return { on: Temporal.PlainDate.from(event.on), isProvisional: event.isProvisional };
    }
    const on = key.startsWith('lunar:') ? lunarByName(year, name) : festivalByName(year, name);
    return on === null ? null : { on, isProvisional: false };
  };
}

/** Whether text is an anchor's key: a known festival, a lunar month and day, or an event's name in letters, digits, hyphens. */
export function isAnchorKey(text: string): text is AnchorKey {
  const [kind, name = ''] = text.split(':', 2);
  if (kind === 'festival') return festivals.some((festival) => festival === name);
  if (kind === 'lunar') return /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|30)$/.test(name);
  return kind === 'event' && /^[\p{Letter}\p{Number}-]{1,60}$/u.test(name);
}

function festivalByName(year: number, name: string): Temporal.PlainDate | null {
  const festival = festivals.find((one) => one === name);
  return festival === undefined ? null : festivalDay(festival, year);
}

function lunarByName(year: number, name: string): Temporal.PlainDate | null {
  const [month, day] = name.split('-').map(Number);
  return month === undefined || day === undefined ? null : lunarDay(year, month, day);
}
