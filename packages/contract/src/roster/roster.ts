import { genders } from '@xushi/domain';
import * as z from 'zod';
import { refusal } from '../errors.js';
import { committeeRoute } from '../route.js';
import { held } from '../task/task.js';
import { id, inCommittee, isoDate, isoInstant, page, role } from '../values.js';
import { askedOfJoiners, rosterInput, rosterPreview } from './roster-import.js';

const keepers = { roles: ['staff', 'administrator'], reach: 'own' } as const;
const readers = { roles: ['staff', 'leader', 'administrator'], reach: 'own-and-below' } as const;

const text = z.string().nullable();

export const rosterPerson = z.object({
  accountId: id,
  name: z.string(),
  gender: z.enum(genders).nullable(),
  phone: text,
  otherPhone: text,
  email: text,
  /** Whether the person signs in with a name and password. */
  signsIn: z.boolean(),
  offices: z.array(
    z.object({
      membershipId: id,
      role,
      title: text,
      sector: text,
      group: text,
      employer: text,
      unit: text,
      note: text,
      fromOn: isoDate,
      toOn: isoDate.nullable(),
      endReason: text,
    }),
  ),
});

/** A person as written, with what the published plans ask of them by that. */
const keptPerson = rosterPerson.extend({ asked: z.array(askedOfJoiners) });

export const handlingUnit = z.object({
  id,
  name: z.string(),
  phone: text,
  /** Who speaks for it today. */
  contacts: z.array(z.object({ accountId: id, name: z.string(), phone: text })),
});

const written = z.string().max(500).default('');
const personInput = z.object({
  name: z.string().max(100),
  gender: z.enum(genders).nullable(),
  phone: z.string().max(100).default(''),
  otherPhone: z.string().max(100).default(''),
  email: z.string().max(200).default(''),
  role: z.enum(['member', 'staff', 'leader', 'unit']),
  title: written,
  sector: written,
  group: written,
  employer: written,
  unit: written,
  note: written,
});
const personRefusals = refusal(
  'name-missing',
  'name-invalid',
  'name-too-short',
  'phone-invalid',
  'phone-rounded',
  'phone-of-another',
  'email-invalid',
  'same-name',
  'unit-missing',
  'formula',
  'too-long',
);

const fileRefusals = [
  'file-empty',
  'file-too-large',
  'file-not-a-table',
  'file-old-excel',
  'file-undecodable',
  'file-too-many-rows',
  'file-too-many-columns',
  'roster-without-heading',
] as const;

export const rosterContract = {
  people: committeeRoute('GET', '/roster/people', 'The roster: people with their offices, by name', readers)
    .input(
      inCommittee.extend({
        search: z.string().max(100).optional(),
        role: role.optional(),
        groupId: id.optional(),
        /** Those in office today, or those who were before. */
        state: z.enum(['in-office', 'former']).default('in-office'),
        ...page,
      }),
    )
    .output(z.object({ rows: z.array(rosterPerson), total: z.number().int() })),
  addPerson: committeeRoute('POST', '/roster/people', 'Add one person with an office', keepers)
    .input(
      inCommittee.extend({
        person: personInput,
        fromOn: isoDate,
        /** Said after being asked: it is another person than the one who has this name or number. */
        isAnother: z.boolean().default(false),
      }),
    )
    .output(keptPerson)
    .errors(personRefusals),
  correctPerson: committeeRoute(
    'POST',
    '/roster/offices/{membershipId}',
    'Correct a person and one of the offices',
    keepers,
  )
    .input(inCommittee.extend({ membershipId: id, person: personInput.omit({ role: true }) }))
    .output(keptPerson)
    .errors(personRefusals),
  endOffice: committeeRoute('POST', '/roster/offices/{membershipId}/end', 'End an office on its last day', keepers)
    .input(inCommittee.extend({ membershipId: id, lastOn: isoDate, reason: z.string().max(200) }))
    // What is to be handed over next.
    .output(held.extend({ name: z.string() }))
    .errors(refusal('text-missing', 'ends-before-it-began', 'last-administrator')),
  units: committeeRoute('GET', '/roster/units', 'Handling units with who speaks for them', readers)
    .input(inCommittee)
    .output(z.array(handlingUnit)),
  saveUnit: committeeRoute('POST', '/roster/units', 'Add a handling unit, or correct its name and number', keepers)
    .input(
      inCommittee.extend({ unitId: id.nullable(), name: z.string().max(100), phone: z.string().max(100).default('') }),
    )
    .output(z.array(handlingUnit))
    .errors(refusal('name-missing', 'name-taken', 'phone-invalid', 'phone-rounded')),
  saveGroup: committeeRoute('POST', '/roster/groups', 'Add a group or sector, or rename it', keepers)
    .input(
      inCommittee.extend({
        groupId: id.nullable(),
        kind: z.enum(['liaison', 'sector', 'special-committee']),
        name: z.string().max(60),
      }),
    )
    .output(z.object({}))
    .errors(refusal('name-missing', 'name-taken')),
  preview: committeeRoute('POST', '/roster/preview', 'What becomes of each row of a list; writes nothing', keepers)
    .input(inCommittee.extend(rosterInput.shape))
    .output(rosterPreview)
    .errors(refusal(...fileRefusals, 'successor-unknown')),
  import: committeeRoute('POST', '/roster/import', 'Bring a list in, exactly as it was previewed', keepers)
    .input(inCommittee.extend({ ...rosterInput.shape, fingerprint: z.string().max(100) }))
    .output(rosterPreview)
    .errors(
      refusal(
        ...fileRefusals,
        'roster-changed',
        'roster-without-change',
        'roster-faulty',
        'successor-missing',
        'successor-unknown',
        'role-not-allowed',
      ),
    ),
  table: committeeRoute('POST', '/roster/table', 'Rows as an Excel file, to be mended and sent again', keepers)
    .input(
      inCommittee.extend({
        rows: z
          .array(z.array(z.string().max(2000)).max(30))
          .min(1)
          .max(20_001),
      }),
    )
    .output(z.object({ file: z.base64() })),
  changes: committeeRoute('GET', '/roster/changes', 'Who changed what of the roster, the latest first', readers)
    .input(inCommittee)
    .output(
      z.array(
        z.object({
          batchId: id,
          at: isoInstant,
          byName: z.string(),
          added: z.number().int(),
          corrected: z.number().int(),
          ended: z.number().int(),
          renewed: z.number().int(),
          others: z.number().int(),
          loginsGiven: z.number().int(),
          loginsReset: z.number().int(),
          loginsUnlocked: z.number().int(),
          loginsWithdrawn: z.number().int(),
          /** The first few names it was about. */
          names: z.array(z.string()),
        }),
      ),
    ),
};
