import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { RuleProfiles } from '../rule-profile/index.js';

export interface NewCommittee {
  readonly id: string;
  /** The committee above; null for the one an installation belongs to. */
  readonly parent: { readonly id: string; readonly rootId: string } | null;
  readonly level: 'county' | 'township' | 'street';
  readonly name: string;
}

/** The tenant tree: a county and its townships and streets. */
@Injectable()
export class Committees {
  constructor(private readonly ruleProfiles: RuleProfiles) {}

  /** Enters a committee with the default rules. The transaction must already stand inside it. */
  async add(tx: Tx, committee: NewCommittee): Promise<void> {
    await tx.query(
      `insert into committee (id, parent_id, root_id, level, name, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [
        committee.id,
        committee.parent?.id ?? null,
        committee.parent?.rootId ?? committee.id,
        committee.level,
        committee.name,
        tx.now,
      ],
    );
    await this.ruleProfiles.giveDefault(tx, committee.id);
  }
}
