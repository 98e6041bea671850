import type { EventAnchor, PlanItem, Role } from '@xushi/domain';

/** A person of a scenario. `key` names them within it. All names are invented. */
export interface ScenarioPerson {
  readonly key: string;
  readonly name: string;
  /** Name to sign in with; null for someone who never does. */
  readonly loginName: string | null;
  readonly offices: readonly {
    readonly committee: string;
    readonly role: Role;
    readonly title: string | null;
    /** Key of one of the committee's groups. */
    readonly group?: string;
    /** Key of the handling unit that a person of role `unit` speaks for. */
    readonly unit?: string;
  }[];
}

export interface ScenarioCommittee {
  readonly key: string;
  readonly parent: string | null;
  readonly level: 'county' | 'township' | 'street';
  readonly name: string;
  /** Liaison groups, sector groups and special committees of its members. */
  readonly groups?: readonly {
    readonly key: string;
    readonly kind: 'liaison' | 'sector' | 'special-committee';
    readonly name: string;
  }[];
  /** Departments that handle what the committee hands over (承办单位). */
  readonly units?: readonly { readonly key: string; readonly name: string }[];
}

export interface ScenarioItem extends Omit<PlanItem, 'id' | 'responsibleAccountId' | 'leaderAccountId' | 'groupId'> {
  readonly responsible: string | null;
  readonly leader: string | null;
  /** Key of one of the committee's groups. */
  readonly group: string | null;
  readonly sourceText: string | null;
}

/** Committees with their people and the plan each runs in a year: shared by demo, simulation, tests and benchmarks. */
export interface Scenario {
  readonly committees: readonly ScenarioCommittee[];
  readonly people: readonly ScenarioPerson[];
  readonly plans: readonly {
    readonly committee: string;
    readonly title: (year: number) => string;
    /** The events of the year that items hang on, as they are known when the plan is written. */
    readonly anchors?: (year: number) => readonly EventAnchor[];
    readonly items: (year: number) => readonly ScenarioItem[];
  }[];
}

/** Whoever writes a committee's plan and keeps its record: the first of its staff. */
export function clerkOf(scenario: Scenario, committee: string): string {
  return firstOf(scenario, committee, 'staff');
}

/** Whoever approves a committee's plan: the first of its leaders. */
export function leaderOf(scenario: Scenario, committee: string): string {
  return firstOf(scenario, committee, 'leader');
}

function firstOf({ people }: Scenario, committee: string, role: Role): string {
  const found = people.find(({ offices }) => offices.some((one) => one.committee === committee && one.role === role));
  if (found === undefined) throw new Error(`${committee} has nobody of role ${role}.`);
  return found.key;
}

/** An item that asks the whole membership once; scenarios say what differs. */
export const plainItem = {
  times: 1,
  target: 1,
  participants: 'members',
  group: null,
  responsible: null,
  leader: null,
  leadOffice: null,
  cooperating: [],
  reportWanted: false,
  sites: [],
  sourceText: null,
} as const satisfies Partial<ScenarioItem>;
