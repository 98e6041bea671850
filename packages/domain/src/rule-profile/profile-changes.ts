import type { Ladder } from '../reminder/ladder.js';
import type { ReminderRules } from '../reminder/reminder-rules.js';
import type { LightScheme } from './light-scheme.js';
import { defaultRuleProfile, type LengthName, lengthNames, type RuleProfile } from './rule-profile.js';

/** One thing that differs between two versions of a profile. A ladder that only one of them has is null in the other. */
export type ProfileChange =
  | { readonly area: 'ladder'; readonly key: string; readonly was: Ladder | null; readonly is: Ladder | null }
  | {
      readonly area: 'reminder';
      readonly name: keyof ReminderRules;
      readonly was: string | number;
      readonly is: string | number;
    }
  | { readonly area: 'lights'; readonly was: LightScheme; readonly is: LightScheme }
  | { readonly area: 'length'; readonly name: LengthName; readonly was: number; readonly is: number };

/** What a committee reads of a profile: everything but its number. */
export type ProfileRules = Omit<RuleProfile, 'version'>;

const reminderNames = Object.keys(defaultRuleProfile.reminder) as (keyof ReminderRules)[];

/** What a version changes against the one before it, in the order in which a profile is read; empty when nothing does. */
export function profileChanges(was: ProfileRules, is: ProfileRules): ProfileChange[] {
  const keys = new Set([...Object.keys(was.ladders), ...Object.keys(is.ladders)]);
  const changes: ProfileChange[] = [
    ...[...keys].map((key) => ({
      area: 'ladder' as const,
      key,
      was: was.ladders[key] ?? null,
      is: is.ladders[key] ?? null,
    })),
    ...reminderNames.map((name) => ({
      area: 'reminder' as const,
      name,
      was: was.reminder[name],
      is: is.reminder[name],
    })),
    { area: 'lights', was: was.lights, is: is.lights },
    ...lengthNames.map((name) => ({ area: 'length' as const, name, was: was[name], is: is[name] })),
  ];
  return changes.filter((change) => contentOf(change.was) !== contentOf(change.is));
}

/** Two values of the same content are the same whatever the order of their keys: the database keeps its own. */
function contentOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
