import { createContext, useContext } from 'react';
import type { Committee, Role, Session } from './api';

/** Where the reader is: signed in as whom, in which committee. */
export interface Here {
  readonly account: NonNullable<Session['account']>;
  readonly committee: Committee;
  readonly committees: readonly Committee[];
}

export const HereContext = createContext<Here | null>(null);

export function useHere(): Here {
  const here = useContext(HereContext);
  if (here === null) throw new Error('This component needs a committee above it.');
  return here;
}

/** What the reader's roles open here. Reading from above holds for a township supervised from its county. */
export interface Reach {
  readonly isStaff: boolean;
  readonly isLeader: boolean;
  readonly isMember: boolean;
  readonly isAdministrator: boolean;
  /** Gives and withdraws logins, here or from above. */
  readonly keepsLogins: boolean;
  /** May see the committee's plans, tasks and reminders. */
  readonly readsWork: boolean;
  /** Has townships or streets below it. */
  readonly hasBelow: boolean;
}

export function reachIn(committee: Committee, committees: readonly Committee[]): Reach {
  const has = (role: Role) => committee.myRoles.includes(role);
  const parent = committees.find((one) => one.id === committee.parentId);
  const fromAbove = parent?.myRoles.some((role) => role === 'staff' || role === 'leader') ?? false;
  const readsWork = has('staff') || has('leader') || fromAbove;
  return {
    isStaff: has('staff'),
    isLeader: has('leader'),
    isMember: has('member'),
    isAdministrator: has('administrator'),
    keepsLogins: has('administrator') || parent?.myRoles.includes('administrator') === true,
    readsWork,
    hasBelow: committees.some(({ parentId }) => parentId === committee.id),
  };
}

export const useReach = (): Reach => {
  const { committee, committees } = useHere();
  return reachIn(committee, committees);
};
