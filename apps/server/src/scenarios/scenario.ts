import type { PlanItem, Role } from '@xushi/domain';

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
    readonly items: (year: number) => readonly ScenarioItem[];
  }[];
}

/** An item that asks the whole membership once; scenarios say what differs. */
export const plainItem = {
  times: 1,
  target: 1,
  participants: 'members',
  group: null,
  responsible: null,
  leader: null,
  reportWanted: false,
  sites: [],
  sourceText: null,
} as const satisfies Partial<ScenarioItem>;
