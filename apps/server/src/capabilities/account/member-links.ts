import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Actor } from './actor.js';

/** The header by which the member page names its link; the address bar keeps it behind `#`, which no server is told. */
const LINK_HEADER = 'x-xushi-link';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A duty that a member is written to about. */
export interface LinkedDuty {
  readonly committeeId: string;
  readonly taskId: string;
  readonly accountId: string;
}

/** Whoever opened the member page: the person, as a member only, and the duty the link was made for. */
export interface LinkOpened {
  readonly actor: Actor;
  readonly duty: LinkedDuty;
}

/**
 * Members' links (委员专属链接): each opens the member page for one person, without a password, about one duty. Only a
 * link's hash is stored, so a message written anew carries a new one; all of a duty's links live as long as the duty.
 */
@Injectable()
export class MemberLinks {
  constructor(private readonly doors: Doors) {}

  /** A link to one duty, as a path of this installation: `/m#…`. The caller puts the public address before it. */
  async linkFor(tx: Tx, duty: LinkedDuty): Promise<string> {
    const [link] = await this.linksFor(tx, [duty]);
    if (link === undefined) throw new Error('No link was made.');
    return link;
  }

  /** A link to each of some duties, in their order, however many in one statement. Works behind the committees' door. */
  async linksFor(tx: Tx, duties: readonly LinkedDuty[]): Promise<string[]> {
    const tokens = duties.map(() => randomBytes(32).toString('base64url'));
    await tx.query(
      `insert into member_link (committee_id, task_id, account_id, token_hash, created_at)
       select *, $5::timestamptz from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bytea[])`,
      [
        duties.map(({ committeeId }) => committeeId),
        duties.map(({ taskId }) => taskId),
        duties.map(({ accountId }) => accountId),
        tokens.map(hashOf),
        tx.now,
      ],
    );
    return tokens.map((token) => `/m#${token}`);
  }

  /** Ends every link that was made for a duty; answers how many were alive. Whatever is sent next carries a new one. */
  async endAll(tx: Tx, duty: { committeeId: string; taskId: string }): Promise<number> {
    const ended = await tx.query(
      `update member_link set ended_at = $3 where committee_id = $1 and task_id = $2 and ended_at is null returning 1`,
      [duty.committeeId, duty.taskId, tx.now],
    );
    return ended.length;
  }

  /** Whose link a request carries; null for none, for one that was never made and for one that was ended. Only reads. */
  async openedBy(request: Request): Promise<LinkOpened | null> {
    const token = request.headers[LINK_HEADER];
    // What cannot be a link is not asked for: guessing 256 random bits costs the database nothing.
    if (typeof token !== 'string' || !TOKEN.test(token)) return null;
    return this.doors.beforeSignIn(async (tx) => {
      const [row] = await tx.query<{
        account_id: string;
        name: string;
        committee_id: string;
        task_id: string;
        memberships: Actor['memberships'];
        committees: Actor['committees'];
      }>('select * from find_member_link($1)', [hashOf(token)]);
      if (row === undefined) return null;
      const { account_id: accountId, name, memberships, committees } = row;
      return {
        actor: { accountId, name, loginName: '', now: tx.now, isByLink: true, memberships, committees },
        duty: { committeeId: row.committee_id, taskId: row.task_id, accountId },
      };
    });
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
