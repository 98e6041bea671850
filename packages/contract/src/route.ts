import { oc } from '@orpc/contract';
import type { Role } from '@xushi/domain';
import { committeeErrors, missingError, signedInErrors } from './errors.js';

/**
 * Who may call a route.
 * - `public`: anyone; the route itself decides what a stranger learns.
 * - `signed-in`: anyone signed in; answers about the caller only. Whoever still has the initial password reaches those
 *   marked `evenWithInitialPassword` and no other route, of whatever kind.
 * - `member-link`: whoever holds a member's link, named in the header `x-xushi-link`; signed in or not makes no
 *   difference, and the link opens no other route.
 * - `committee`: people who hold one of `roles` in the committee named in the path, or, with `own-and-below`, in its
 *   parent. A committee the caller has nothing to do with answers 404, the wrong role 403.
 */
export type Policy =
  | { readonly access: 'public' }
  | { readonly access: 'signed-in'; readonly evenWithInitialPassword?: true }
  | { readonly access: 'member-link' }
  | { readonly access: 'committee'; readonly roles: readonly Role[]; readonly reach: 'own' | 'own-and-below' };

export interface RouteMeta {
  readonly policy: Policy;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Path = `/${string}`;

const declared = (policy: Policy, method: Method, path: Path, summary: string) =>
  oc.$meta<RouteMeta>({ policy }).route({ method, path: `/api${path}`, summary, inputStructure: 'compact' });

/** A route that strangers may call. There is no way to declare a route without a policy. */
export const publicRoute = (method: Method, path: Path, summary: string) =>
  declared({ access: 'public' }, method, path, summary);

/** A route about the signed-in person. */
export const signedInRoute = (
  method: Method,
  path: Path,
  summary: string,
  how: { readonly evenWithInitialPassword?: true } = {},
) => declared({ access: 'signed-in', ...how }, method, path, summary).errors(signedInErrors);

/** A route of the member page: about the person whose link it is, as a member, in the committees of the link's tree. */
export const memberLinkRoute = (method: 'GET' | 'POST', path: Path, summary: string) =>
  declared({ access: 'member-link' }, method, path, summary).errors({ ...signedInErrors, ...missingError });

/** A route of one committee; `path` continues `/committees/{committeeId}`. */
export const committeeRoute = (
  method: Method,
  path: Path,
  summary: string,
  policy: { roles: readonly Role[]; reach: 'own' | 'own-and-below' },
) =>
  declared({ access: 'committee', ...policy }, method, `/committees/{committeeId}${path}`, summary).errors({
    ...signedInErrors,
    ...committeeErrors,
  });
