import { Controller } from '@nestjs/common';
import { Implement } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { Doors } from '../../platform/database/doors.js';
import { currentRequest } from '../../platform/http/request-scope.js';
import { ChangePassword } from './change-password.js';
import { answer, endpoint } from './endpoint.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

@Controller()
export class AccountController {
  constructor(
    private readonly doors: Doors,
    private readonly sessions: Sessions,
    private readonly signInCase: SignIn,
    private readonly changePasswordCase: ChangePassword,
  ) {}

  @Implement(contract.account.session)
  session() {
    return endpoint(contract.account.session).handler(async () => {
      const actor = await this.sessions.actorOf(currentRequest().request);
      const account = actor && {
        id: actor.accountId,
        name: actor.name,
        loginName: actor.loginName,
        hasInitialPassword: actor.hasInitialPassword === true,
      };
      return { account, ...(await this.#installation()) };
    });
  }

  @Implement(contract.account.signIn)
  signIn() {
    return endpoint(contract.account.signIn).handler(async ({ input, errors }) => {
      const result = await this.signInCase.run(input.loginName, input.password);
      if (!result.ok) {
        const lockedUntil = result.lockedUntil?.toString() ?? null;
        throw errors.SIGN_IN_REFUSED({ data: { reason: result.reason, lockedUntil } });
      }
      return { account: result.account, ...(await this.#installation()) };
    });
  }

  @Implement(contract.account.signOut)
  signOut() {
    return endpoint(contract.account.signOut).handler(async () => {
      const { request, response } = currentRequest();
      await this.doors.beforeSignIn((tx) => this.sessions.close(tx, request, response));
      return {};
    });
  }

  @Implement(contract.account.changePassword)
  changePassword() {
    return endpoint(contract.account.changePassword).handler(async ({ input, context, errors }) =>
      answer(await this.changePasswordCase.run(context.actor, input), errors),
    );
  }

  async #installation(): Promise<{ isFirstRun: boolean; isDemo: boolean }> {
    return this.doors.beforeSignIn(async (tx) => {
      const [row] = await tx.query<{ any: boolean; demo: boolean }>(
        'select has_any_account() as any, is_demo_installation() as demo',
      );
      return { isFirstRun: row?.any !== true, isDemo: row?.demo === true };
    });
  }
}
