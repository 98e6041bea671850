import { categories, figureBounds, figureKeys, heldPrecisions, yearRecordFaults } from '@xushi/domain';
import * as z from 'zod';
import { documentRefusals, refusal } from '../errors.js';
import { committeeRoute } from '../route.js';
import { id, inCommittee, isoDate, isoInstant } from '../values.js';

const source = z.object({ line: z.number().int(), text: z.string().max(300) });

const figure = z.object({
  /** Null: a figure that statistics do not know, under the name its source gives it. */
  key: z.enum(figureKeys).nullable(),
  name: z.string().max(80),
  value: z.number(),
  unit: z.string().max(20),
  bound: z.enum(figureBounds),
  source,
});

const held = z.object({
  title: z.string().max(200),
  category: z.enum(categories),
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  precision: z.enum(heldPrecisions),
  place: z.string().max(100).nullable(),
  people: z.number().int().min(0).max(1_000_000).nullable(),
  source,
});

const recorded = { id, sourceName: z.string(), confirmedBy: z.string(), confirmedAt: isoInstant };

/** What is on record of a year that was not lived here: what later statistics compare with. */
export const yearRecords = z.object({
  held: z.array(held.extend(recorded)),
  figures: z.array(figure.extend(recorded)),
});

const readers = { roles: ['staff', 'leader'], reach: 'own-and-below' } as const;
const editors = { roles: ['staff'], reach: 'own' } as const;
const inYear = inCommittee.extend({ year: z.coerce.number().int().min(1949).max(2100) });
const LONGEST_TEXT = 1_000_000;
const LONGEST_FILE = 5_600_000;

export const yearRecordContract = {
  read: committeeRoute(
    'POST',
    '/years/{year}/findings',
    "What a past year's report or ledger says of it; writes nothing",
    editors,
  )
    .input(
      inYear.extend({
        source: z.union([
          z.object({ text: z.string().max(LONGEST_TEXT) }),
          z.object({ name: z.string().max(200), file: z.base64().max(LONGEST_FILE) }),
        ]),
      }),
    )
    .output(
      z.object({
        findings: z.array(
          z.discriminatedUnion('kind', [
            held.extend({ kind: z.literal('held') }),
            figure.extend({ kind: z.literal('figure') }),
          ]),
        ),
      }),
    )
    .errors(refusal('year-out-of-range', ...documentRefusals)),
  confirm: committeeRoute('POST', '/years/{year}/records', 'Put confirmed findings on record', editors)
    .input(
      inYear.extend({
        sourceName: z.string().max(200),
        held: z.array(held.extend({ id })).max(500),
        figures: z.array(figure.extend({ id })).max(500),
      }),
    )
    .output(yearRecords)
    .errors(refusal('year-out-of-range', 'figure-known', ...yearRecordFaults)),
  list: committeeRoute('GET', '/years/{year}/records', 'Figures of a year and what was held, as recorded', readers)
    .input(inYear)
    .output(yearRecords),
  takeBack: committeeRoute('POST', '/years/{year}/records/{recordId}/taking-back', 'Take a record back', editors)
    .input(inYear.extend({ recordId: id }))
    .output(yearRecords),
};
