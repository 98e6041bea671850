import { LONGEST_WORDING, noticeFamilies, wordingFaults } from '@xushi/domain';
import * as z from 'zod';
import { conflict, refusal } from '../errors.js';
import { committeeRoute } from '../route.js';
import { id, inCommittee, isoInstant } from '../values.js';
import { noticeForm } from './reminder.js';

const key = { family: z.enum(noticeFamilies), form: noticeForm };
// A little more than is taken: how long it may be is told by a refusal of its own.
const text = z.string().max(10 * LONGEST_WORDING);

const noticeWording = z.object({
  ...key,
  /** The product's words, with their gaps. */
  builtIn: z.string(),
  /** The committee's own words; null where the product's are used. */
  own: z.string().nullable(),
  /** 0 before anything was changed. */
  version: z.number().int(),
  changedAt: isoInstant.nullable(),
  changedByName: z.string().nullable(),
});

export const noticeWordingContract = {
  list: committeeRoute('GET', '/notice-wordings', 'What notices say here: the product’s words or the committee’s own', {
    roles: ['staff', 'leader', 'administrator'],
    reach: 'own-and-below',
  })
    .input(inCommittee)
    .output(z.array(noticeWording)),
  save: committeeRoute('POST', '/notice-wordings', 'Say it in the committee’s own words, or in the product’s again', {
    roles: ['staff', 'administrator'],
    reach: 'own',
  })
    .input(inCommittee.extend({ ...key, text: text.nullable(), version: z.number().int() }))
    .output(z.array(noticeWording))
    .errors({ ...refusal('text-missing', ...wordingFaults, 'wording-not-known-here'), ...conflict }),
  preview: committeeRoute('GET', '/notice-wordings/preview', 'How a person would read it, about a matter that exists', {
    roles: ['staff', 'administrator'],
    reach: 'own',
  })
    .input(inCommittee.extend({ ...key, text, accountId: id }))
    .output(
      z
        .object({
          /** Whether the matter shown is the person's own; else it is another of this committee. */
          isOwn: z.boolean(),
          subject: z.string(),
          text: z.string(),
        })
        .nullable(),
    )
    .errors(refusal('text-missing', ...wordingFaults, 'wording-not-known-here', 'person-unknown')),
};
