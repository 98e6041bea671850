import {
  bandMeanings,
  type LadderName,
  type LengthName,
  ladderNames,
  lengthNames,
  lightColours,
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

const readers = { roles: ['staff', 'leader', 'administrator'], reach: 'own-and-below' } as const;

export const ruleProfileContract = {
  list: committeeRoute('GET', '/rule-profiles', 'Versions of the rule profile, the newest first', readers)
    .input(inCommittee)
    .output(z.array(profileVersion)),
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
    .errors({ ...refusal('date-in-past', ...profileFaultCodes), ...conflict }),
  lights: committeeRoute('GET', '/lights', 'The lights in use today, in the order in which they are listed', readers)
    .input(inCommittee)
    .output(
      /** The side of the due date on which a band begins; null for the first, and for what is not running. */
      z.array(light.extend({ side: z.enum(['before-due', 'after-due']).nullable() })),
    ),
};
