import {
  bandMeanings,
  type LadderName,
  type LengthName,
  ladderNames,
  lengthNames,
  lightColours,
  lightSchemeNames,
  profileFaultCodes,
  rungForms,
  rungRecipients,
} from '@xushi/domain';
import * as z from 'zod';
import { conflict, refusal } from '../errors.js';
import { committeeRoute } from '../route.js';
import { inCommittee, isoDate, isoInstant, light } from '../values.js';

const time = z.string().max(8);
const ladder = z
  .array(
    z.object({
      /** Its day in short: T-15, T+0, T+3. */
      name: z.string().max(8),
      offset: z.object({ unit: z.enum(['calendar-days', 'workdays']), days: z.number() }),
      to: z.enum(rungRecipients),
      form: z.enum(rungForms),
    }),
  )
  .max(30)
  .readonly();
const named = Object.fromEntries(ladderNames.map((name) => [name, ladder])) as Record<LadderName, typeof ladder>;
const lengths = Object.fromEntries(lengthNames.map((name) => [name, z.number()])) as Record<LengthName, z.ZodNumber>;

/** The local rules of a committee. What no schema can say is judged by the server, which names the field. */
export const ruleProfile = z.object({
  reminder: z.object({
    zone: z.string().max(60),
    remindAt: time,
    quietFrom: time,
    quietUntil: time,
    askBeforeClimbingWorkdays: z.number(),
    mostMessagesPerPersonYear: z.number(),
  }),
  /** By name, by kind of duty, and by who owes it: `duty`, `write-report`, `duty/member`. */
  ladders: z.object(named).catchall(ladder),
  lights: z.object({
    bands: z
      .array(
        z.object({
          colour: z.enum(lightColours).exclude(['grey']),
          meaning: z.enum(bandMeanings),
          begins: z.object({ side: z.enum(['before-due', 'after-due']), workdays: z.number() }).nullable(),
        }),
      )
      .max(10)
      .readonly(),
    doneColour: z.enum(lightColours),
  }),
  ...lengths,
});

export const profileVersion = z.object({
  version: z.number().int(),
  validFrom: isoDate,
  /** Whether new cases open under it today. */
  isInForce: z.boolean(),
  /** Null for the version a committee began with. */
  writtenAt: isoInstant.nullable(),
  writtenByName: z.string().nullable(),
});

const lights = ruleProfile.shape.lights;

/** What a version changes against the one before it. */
const profileChange = z.discriminatedUnion('area', [
  z.object({ area: z.literal('ladder'), key: z.string(), was: ladder.nullable(), is: ladder.nullable() }),
  z.object({
    area: z.literal('reminder'),
    name: ruleProfile.shape.reminder.keyof(),
    was: z.union([z.string(), z.number()]),
    is: z.union([z.string(), z.number()]),
  }),
  z.object({ area: z.literal('lights'), was: lights, is: lights }),
  z.object({ area: z.literal('length'), name: z.enum(lengthNames), was: z.number(), is: z.number() }),
]);

/** What a profile would do to one duty that opens on a day, is due on another and is done by nobody. */
const trial = z.object({
  reminders: z.array(
    z.object({
      rung: z.string(),
      to: z.enum(rungRecipients),
      form: z.enum(rungForms),
      outcome: z.enum(['sent', 'superseded', 'held']),
      readAt: isoInstant,
    }),
  ),
  lights: z.array(z.object({ light, from: isoDate })),
  /** The day the duty is due, if it is no working day. */
  isDueOnDayOff: z.boolean(),
});

const readers = { roles: ['staff', 'leader', 'administrator'], reach: 'own-and-below' } as const;

export const ruleProfileContract = {
  list: committeeRoute('GET', '/rule-profiles', 'Versions of the rule profile, the newest first', readers)
    .input(inCommittee)
    .output(
      z.array(
        profileVersion.extend({
          /** Against the version before; empty for the first. */
          changes: z.array(profileChange),
          /** Cases under way that keep this version. */
          openCases: z.number().int(),
        }),
      ),
    ),
  start: committeeRoute(
    'GET',
    '/rule-profile-start',
    'The profile a committee begins with, and lights to choose from',
    readers,
  )
    .input(inCommittee)
    .output(z.object({ profile: ruleProfile, lightSchemes: z.record(z.enum(lightSchemeNames), lights) })),
  judge: committeeRoute('POST', '/rule-profiles/judge', 'What a profile would change and do; writes nothing', readers)
    .input(
      inCommittee.extend({
        profile: ruleProfile,
        /** The version it would follow. */
        basedOnVersion: z.number().int(),
        /** The ladder to try, on a duty that opens and is due on these days, at most 400 days apart. */
        ladder: z.string().max(60),
        opensOn: isoDate,
        dueOn: isoDate,
      }),
    )
    .output(
      z.object({
        faults: z.array(z.object({ field: z.string(), code: z.enum(profileFaultCodes) })),
        changes: z.array(profileChange),
        /** Null as long as the profile has faults, or the days cannot be tried. */
        trial: trial.nullable(),
      }),
    ),
  get: committeeRoute('GET', '/rule-profiles/{version}', 'One version of the rule profile', readers)
    .input(inCommittee.extend({ version: z.coerce.number().int() }))
    .output(profileVersion.extend({ profile: ruleProfile })),
  write: committeeRoute('POST', '/rule-profiles', 'Write a new version; cases keep the one they opened under', {
    roles: ['staff', 'administrator'],
    reach: 'own',
  })
    .input(
      inCommittee.extend({
        validFrom: isoDate,
        /** The newest version the writer has seen. */
        basedOnVersion: z.number().int(),
        profile: ruleProfile,
      }),
    )
    .output(profileVersion)
    .errors({ ...refusal('date-in-past', 'date-too-late', ...profileFaultCodes), ...conflict }),
  lights: committeeRoute('GET', '/lights', 'The lights in use today, in the order in which they are listed', readers)
    .input(inCommittee)
    .output(
      /** The side of the due date on which a band begins; null for the first, and for what is not running. */
      z.array(light.extend({ side: z.enum(['before-due', 'after-due']).nullable() })),
    ),
};
