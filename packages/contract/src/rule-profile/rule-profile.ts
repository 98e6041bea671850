import * as z from 'zod';
import { committeeRoute } from '../route.js';
import { inCommittee, light } from '../values.js';

const readers = { roles: ['staff', 'leader', 'administrator'], reach: 'own-and-below' } as const;

export const ruleProfileContract = {
  lights: committeeRoute('GET', '/lights', 'The lights in use today, in the order in which they are listed', readers)
    .input(inCommittee)
    .output(
      /** The side of the due date on which a band begins; null for the first, and for what is not running. */
      z.array(light.extend({ side: z.enum(['before-due', 'after-due']).nullable() })),
    ),
};
