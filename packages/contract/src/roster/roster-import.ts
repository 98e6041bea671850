import {
  changeableFields,
  leftOutReasons,
  rosterFaultCodes,
  rosterFields,
  rosterKinds,
  taskKinds,
} from '@xushi/domain';
import * as z from 'zod';
import { id, isoDate, role } from '../values.js';

/** A pasted text, or a file's bytes in base64; what kind of file is seen from its bytes. */
const source = z.union([z.object({ text: z.string().max(4_000_000) }), z.object({ file: z.base64().max(5_600_000) })]);

const place = { sheet: z.string(), row: z.number().int() };

/** A list to bring in: the same for its preview and for the import. */
export const rosterInput = z.object({
  source,
  kind: z.enum(rosterKinds),
  /** The office of lines that name none. */
  role: z.enum(['member', 'staff', 'leader']).default('member'),
  /** What the clerk says about single lines: this person, or (null) somebody new. */
  answers: z
    .array(z.object({ ...place, accountId: id.nullable() }))
    .max(20_000)
    .default([]),
  /** The list is the whole membership of a new term (换届) from this day on. */
  term: z
    .object({
      effectiveOn: isoDate,
      /** Who takes over what those who leave still owe; null while not chosen. */
      successorAccountId: id.nullable(),
      /** For single persons another one. */
      successors: z
        .array(z.object({ accountId: id, toAccountId: id }))
        .max(2000)
        .default([]),
    })
    .nullable()
    .default(null),
});

const text = z.string().nullable();
const candidate = z.object({
  accountId: id.nullable(),
  sheet: text,
  row: z.number().int().nullable(),
  name: z.string(),
  phone: text,
  employer: text,
});

export const rosterFate = z.object({
  ...place,
  fate: z.enum(['add', 'update', 'unchanged', 'faulty', 'left-out']),
  /** Of a row left out: why, and what stands in it. */
  why: z.enum(leftOutReasons).nullable(),
  text: z.string(),
  name: text,
  phone: text,
  sector: text,
  group: text,
  employer: text,
  unit: text,
  role: role.nullable(),
  /** A person on record who gets this office besides, or again. */
  isKnown: z.boolean(),
  changes: z.array(z.object({ field: z.enum(changeableFields), from: text, to: z.string() })),
  faults: z.array(
    z.object({
      code: z.enum(rosterFaultCodes),
      field: z.enum(rosterFields).nullable(),
      heading: text,
      value: text,
      candidates: z.array(candidate),
    }),
  ),
  /** Of a faulty row: its cells as they came, to be mended and sent again. */
  raw: z.partialRecord(z.enum(rosterFields), z.string()),
});

const leaver = z.object({
  accountId: id,
  name: z.string(),
  sector: text,
  group: text,
  /** Open duties by office or charge, and open cases that name the person: they are handed over. */
  duties: z.number().int(),
  cases: z.number().int(),
  /** What was asked of the person as a member: it goes with nobody, and nobody is reminded of it any more. */
  ownDuties: z.number().int(),
  /** Keeps another office here, and the duties with it. */
  staysInOffice: z.boolean(),
  successorAccountId: id.nullable(),
});

/** What one matter of the plan asks of people whose offices begin, or who come into the group it addresses. */
export const askedOfJoiners = z.object({
  title: z.string(),
  taskKind: z.enum(taskKinds),
  opensOn: isoDate,
  dueOn: isoDate,
  /** Pieces each of them owes, whatever part of the year is left. */
  target: z.number().int(),
  people: z.number().int(),
});

export const rosterPreview = z.object({
  /** Sent back with the import: exactly this is imported, or nothing. */
  fingerprint: z.string(),
  /** Every row of every sheet, each once. */
  rows: z.array(rosterFate),
  counts: z.object({
    rows: z.number().int(),
    add: z.number().int(),
    update: z.number().int(),
    unchanged: z.number().int(),
    faulty: z.number().int(),
    leftOut: z.number().int(),
  }),
  unusedColumns: z.array(z.string()),
  newGroups: z.array(z.string()),
  newUnits: z.array(z.string()),
  asked: z.array(askedOfJoiners),
  /** `lastOn`: the last day of the old term. */
  term: z.object({ effectiveOn: isoDate, lastOn: isoDate, leavers: z.array(leaver) }).nullable(),
});
