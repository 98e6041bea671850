import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Actor } from './actor.js';

const SESSION_DAYS = 14;

/**
 * Server-side sessions: the cookie holds a random token, the database only its hash. Over https the cookie carries
 * the __Host- prefix; on plain http in a closed network it cannot.
 */
@Injectable()
export class Sessions {
  constructor(private readonly doors: Doors) {}

  /** The person behind the request, or null. */
  async actorOf(request: Request): Promise<Actor | null> {
    const token = tokenOf(request);
    if (token === null) return null;
    return this.doors.beforeSignIn(async (tx) => {
      const [row] = await tx.query<{
        account_id: string;
        name: string;
        login_name: string;
        has_initial_password: boolean;
        memberships: Actor['memberships'];
        committees: Actor['committees'];
      }>('select * from find_session($1, $2)', [hashOf(token), tx.now]);
      if (row === undefined) return null;
      return {
        accountId: row.account_id,
        name: row.name,
        loginName: row.login_name,
        hasInitialPassword: row.has_initial_password,
        now: tx.now,
        memberships: row.memberships,
        committees: row.committees,
      };
    });
  }

  /** Opens a session and sets its cookie; whoever was signed in with this browser before is signed out. */
  async open(tx: Tx, accountId: string, request: Request, response: Response): Promise<void> {
    const former = tokenOf(request);
    if (former !== null) await tx.query('select close_session($1)', [hashOf(former)]);
    const token = randomBytes(32).toString('base64url');
    const expiresAt = tx.now.add({ hours: SESSION_DAYS * 24 });
    await tx.query('select open_session($1, $2, $3, $4)', [hashOf(token), accountId, tx.now, expiresAt]);
    response.cookie(cookieName(request), token, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: request.secure,
      maxAge: SESSION_DAYS * 86_400_000,
    });
  }

  async close(tx: Tx, request: Request, response: Response): Promise<void> {
    const token = tokenOf(request);
    if (token !== null) await tx.query('select close_session($1)', [hashOf(token)]);
    response.clearCookie(cookieName(request), { path: '/', secure: request.secure, httpOnly: true, sameSite: 'lax' });
  }

  /** Ends every session of a person, whose password somebody else has set. */
  async closeAll(tx: Tx, accountId: string): Promise<void> {
    await tx.query('select close_other_sessions($1, $2)', [accountId, Buffer.alloc(0)]);
  }

  /** Ends every other session of a person, after a change of password. */
  async closeOthers(tx: Tx, accountId: string, request: Request): Promise<void> {
    await tx.query('select close_other_sessions($1, $2)', [accountId, hashOf(tokenOf(request) ?? '')]);
  }
}

function cookieName(request: Request): string {
  return request.secure ? '__Host-xushi' : 'xushi';
}

function tokenOf(request: Request): string | null {
  const wanted = `${cookieName(request)}=`;
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const pair = part.trim();
    if (pair.startsWith(wanted)) return pair.slice(wanted.length);
  }
  return null;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
