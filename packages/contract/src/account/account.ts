import * as z from 'zod';
import { refusal } from '../errors.js';
import { publicRoute, signedInRoute } from '../route.js';
import { id, isoInstant, level } from '../values.js';

/** Names are kept as people mean them: no blanks around, and full-width letters of an input method as plain ones. */
const loginName = z.string().normalize('NFKC').trim();

export const session = z.object({
  account: z
    .object({
      id,
      name: z.string(),
      loginName: z.string(),
      /** True until the initial password is changed: until then the person can do nothing else. */
      hasInitialPassword: z.boolean(),
    })
    .nullable(),
  /** True until the first administrator exists: the app shows the set-up page. */
  isFirstRun: z.boolean(),
  isDemo: z.boolean(),
});

export const accountContract = {
  session: publicRoute('GET', '/account/session', 'Who is signed in').output(session),
  signIn: publicRoute('POST', '/account/sign-in', 'Sign in with name and password')
    .input(z.object({ loginName: loginName.min(1).max(64), password: z.string().min(1).max(200) }))
    .output(session)
    .errors({
      SIGN_IN_REFUSED: {
        status: 401,
        data: z.object({
          /** `lapsed`: the right initial password, too late. */
          reason: z.enum(['wrong', 'locked', 'lapsed']),
          lockedUntil: isoInstant.nullable(),
        }),
      },
    }),
  signOut: signedInRoute('POST', '/account/sign-out', 'End this session', {
    evenWithInitialPassword: true,
  }).output(z.object({})),
  changePassword: signedInRoute('POST', '/account/password', 'Change one’s own password; ends all other sessions', {
    evenWithInitialPassword: true,
  })
    .input(z.object({ current: z.string().max(200), next: z.string().max(200) }))
    .output(z.object({}))
    .errors(refusal('password-too-short', 'password-wrong', 'password-same')),
  setUp: publicRoute('POST', '/account/set-up', 'First run: the first committee and its administrator')
    .input(
      z.object({
        committeeName: z.string().trim().min(2).max(100),
        level,
        administratorName: z.string().trim().min(1).max(50),
        loginName: loginName.min(2).max(64),
        password: z.string().max(200),
      }),
    )
    .output(session)
    .errors(refusal('already-set-up', 'login-name-invalid', 'password-too-short')),
};
