import { Injectable } from '@nestjs/common';
import type { Role } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';

export interface NewPerson {
  readonly name: string;
  readonly loginName: string | null;
  readonly passwordHash: string | null;
  readonly offices: readonly NewOffice[];
}

/** What a person becomes in a committee, from a date on. */
export interface NewOffice {
  readonly committeeId: string;
  readonly role: Role;
  readonly title: string | null;
  /** A liaison group, a special committee or a sector: a member may sit in a sector besides a group. */
  readonly groupId: string | null;
  /** The handling unit a person of role `unit` speaks for. */
  readonly unitId?: string | null;
  readonly from: string;
}

/** Enters people with their offices. One person is one account, however many committees they serve in. */
@Injectable()
export class People {
  async add(tx: Tx, person: NewPerson): Promise<string> {
    const accountId = newId();
    await tx.query('insert into account (id, login_name, name, created_at) values ($1, $2, $3, $4)', [
      accountId,
      person.loginName?.toLowerCase() ?? null,
      person.name,
      tx.now,
    ]);
    if (person.passwordHash !== null) {
      await tx.query('select set_password($1, $2, $3)', [accountId, person.passwordHash, tx.now]);
    }
    for (const office of person.offices) await this.appoint(tx, accountId, office);
    return accountId;
  }

  /** Gives a person another office. */
  async appoint(tx: Tx, accountId: string, office: NewOffice): Promise<void> {
    await tx.query(
      `insert into membership (committee_id, id, account_id, role, title, member_group_id, sector_id, handling_unit_id, from_on)
       select $1, $2, $3, $4, $5, case when g.kind <> 'sector' then g.id end, case when g.kind = 'sector' then g.id end, $7, $8
       from (values ($6::uuid)) as named (group_id) left join member_group g on g.committee_id = $1 and g.id = named.group_id`,
      [
        office.committeeId,
        newId(),
        accountId,
        office.role,
        office.title,
        office.groupId,
        office.unitId ?? null,
        office.from,
      ],
    );
  }

  /** Ends a person's offices in a committee on a date, the last day in office. Records stay as they are. */
  async endOffices(tx: Tx, committeeId: string, accountId: string, lastOn: string): Promise<void> {
    await tx.query(
      'update membership set to_on = $3 where committee_id = $1 and account_id = $2 and (to_on is null or to_on > $3)',
      [committeeId, accountId, lastOn],
    );
  }
}
