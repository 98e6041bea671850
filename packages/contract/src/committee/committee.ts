import * as z from 'zod';
import { committeeRoute, signedInRoute } from '../route.js';
import { id, inCommittee, isoDate, level, role } from '../values.js';

export const committee = z.object({
  id,
  parentId: id.nullable(),
  level,
  name: z.string(),
  /** The roles the caller holds here today; empty in a township the caller only supervises from the county. */
  myRoles: z.array(role),
  /** Today in the committee's zone. */
  today: isoDate,
});

export const person = z.object({
  accountId: id,
  name: z.string(),
  memberships: z.array(z.object({ role, title: z.string().nullable(), fromOn: isoDate, toOn: isoDate.nullable() })),
});

export const memberGroup = z.object({ id, kind: z.enum(['liaison', 'sector', 'special-committee']), name: z.string() });

export const committeeContract = {
  list: signedInRoute('GET', '/committees', 'The committees I work in or supervise').output(z.array(committee)),
  people: committeeRoute('GET', '/people', 'People of a committee with their roles', {
    roles: ['staff', 'leader', 'administrator'],
    reach: 'own-and-below',
  })
    .input(inCommittee)
    .output(z.array(person)),
  groups: committeeRoute('GET', '/groups', 'Liaison groups, sectors and special committees of the members', {
    roles: ['staff', 'leader', 'administrator'],
    reach: 'own-and-below',
  })
    .input(inCommittee)
    .output(z.array(memberGroup)),
};
