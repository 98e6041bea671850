import * as z from 'zod';
import { refusal } from '../errors.js';
import { committeeRoute } from '../route.js';
import { id, inCommittee, isoDate, isoInstant, page, role } from '../values.js';

const keepers = { roles: ['administrator'], reach: 'own-and-below' } as const;

/** What a person signs in with for the first time. Answered once, and nowhere kept in the clear. */
export const loginSlip = z.object({
  accountId: id,
  name: z.string(),
  /** Tells namesakes apart. */
  phone: z.string().nullable(),
  loginName: z.string(),
  initialPassword: z.string(),
  /** From when on it opens nothing any more. */
  lapsesAt: isoInstant,
});

export const loginContract = {
  list: committeeRoute('GET', '/logins', 'Who signs in with a name and password, and as what', keepers)
    .input(
      inCommittee.extend({
        search: z.string().max(100).optional(),
        state: z.enum(['all', 'with', 'without']).default('all'),
        ...page,
      }),
    )
    .output(
      z.object({
        rows: z.array(
          z.object({
            accountId: id,
            name: z.string(),
            phone: z.string().nullable(),
            /** What the person is, or will be, in the committees the caller administers. */
            offices: z.array(
              z.object({
                committeeName: z.string(),
                role,
                title: z.string().nullable(),
                unit: z.string().nullable(),
                /** A day to come for an office that has not begun. */
                fromOn: isoDate,
              }),
            ),
            signsIn: z.boolean(),
            /** Serves in another committee, too: only an administrator above both gives, resets or withdraws the login. */
            isKeptAbove: z.boolean(),
            /** Null without a login, and for one that is kept above. */
            login: z
              .object({
                loginName: z.string(),
                /** Null once the person has chosen a password. */
                initialPassword: z.enum(['open', 'lapsed']).nullable(),
                lastSignInAt: isoInstant.nullable(),
                lockedUntil: isoInstant.nullable(),
              })
              .nullable(),
            /** A free login name to begin with; empty for whoever has a login. */
            proposedLoginName: z.string(),
          }),
        ),
        total: z.number().int(),
      }),
    ),
  give: committeeRoute(
    'POST',
    '/logins',
    'Give people logins, all or none; answers the initial passwords once',
    keepers,
  )
    .input(
      inCommittee.extend({
        logins: z
          .array(z.object({ accountId: id, loginName: z.string().max(200) }))
          .min(1)
          .max(100),
      }),
    )
    .output(z.array(loginSlip))
    // `field` is `logins.2.loginName` for the third.
    .errors(refusal('login-name-invalid', 'login-name-taken', 'login-exists', 'login-kept-above', 'not-in-office')),
  reset: committeeRoute('POST', '/logins/{accountId}/reset', 'A new initial password; ends all sessions', keepers)
    .input(inCommittee.extend({ accountId: id }))
    .output(loginSlip)
    .errors(refusal('login-missing', 'login-kept-above')),
  unlock: committeeRoute('POST', '/logins/{accountId}/unlock', 'Forget the wrong passwords that locked it', keepers)
    .input(inCommittee.extend({ accountId: id }))
    .output(z.object({}))
    .errors(refusal('login-missing', 'login-kept-above')),
  withdraw: committeeRoute('POST', '/logins/{accountId}/withdraw', 'Take a login back; ends all sessions', keepers)
    .input(inCommittee.extend({ accountId: id }))
    .output(z.object({}))
    .errors(refusal('login-missing', 'login-kept-above', 'last-administrator')),
};
