import { lightColours, lightMeanings } from '@xushi/domain';
import * as z from 'zod';

/** A date on the wire: 2026-03-27. */
export const isoDate = z.iso.date();
/** An instant on the wire, UTC. */
export const isoInstant = z.iso.datetime({ offset: true });
export const id = z.uuid();
export const role = z.enum(['staff', 'member', 'leader', 'unit', 'administrator']);
/** What a light says, and the colour the committee gives it; never one without the other. */
export const light = z.object({ meaning: z.enum(lightMeanings), colour: z.enum(lightColours) });
export const level = z.enum(['county', 'township', 'street']);
export const inCommittee = z.object({ committeeId: id });
export const page = {
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
};
