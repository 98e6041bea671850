import { standInKinds } from '@xushi/domain';
import * as z from 'zod';
import { refusal } from '../errors.js';
import { committeeRoute } from '../route.js';
import { id, inCommittee, isoDate, isoInstant } from '../values.js';

export const standIn = z.object({
  id,
  accountId: id,
  name: z.string(),
  standInAccountId: id,
  standInName: z.string(),
  kind: z.enum(standInKinds),
  fromOn: isoDate,
  toOn: isoDate.nullable(),
  enteredByName: z.string(),
  /** Set when it was ended before its last day. */
  endedAt: isoInstant.nullable(),
});

const keepers = { roles: ['staff', 'leader', 'administrator'], reach: 'own' } as const;

export const standInContract = {
  list: committeeRoute('GET', '/stand-ins', 'Who stands in for whom, the latest first', {
    ...keepers,
    reach: 'own-and-below',
  })
    .input(inCommittee)
    .output(z.array(standIn)),
  add: committeeRoute(
    'POST',
    '/stand-ins',
    'Let somebody hear instead of a person, or also act in a leader’s name',
    keepers,
  )
    .input(
      inCommittee.extend({
        accountId: id,
        standInAccountId: id,
        kind: z.enum(standInKinds),
        fromOn: isoDate,
        toOn: isoDate.nullable(),
      }),
    )
    .output(z.array(standIn))
    .errors(
      refusal(
        'stand-in-for-oneself',
        'not-in-office',
        'window-reversed',
        'date-in-past',
        'stand-in-overlaps',
        'delegate-not-of-leader',
        'delegate-by-leader-only',
      ),
    ),
  end: committeeRoute('POST', '/stand-ins/{standInId}/end', 'End it at once', keepers)
    .input(inCommittee.extend({ standInId: id }))
    .output(z.array(standIn)),
};
