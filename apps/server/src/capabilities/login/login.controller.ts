import { Controller } from '@nestjs/common';
import { Implement } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { Doors } from '../../platform/database/doors.js';
import { administered, answer, endpoint, tenantsOf, todayIn } from '../account/index.js';
import { GiveLogins } from './give-logins.js';
import { KeepLogin } from './keep-login.js';
import { pageOfLogins } from './login.query.js';

const routes = contract.login;

@Controller()
export class LoginController {
  constructor(
    private readonly doors: Doors,
    private readonly giveLogins: GiveLogins,
    private readonly keepLogin: KeepLogin,
  ) {}

  @Implement(routes.list)
  list() {
    return endpoint(routes.list).handler(({ input, context: { actor } }) =>
      this.doors.inTenant(tenantsOf(actor, ...administered(actor).map(({ id }) => id)), (tx) =>
        pageOfLogins(tx, { ...input, today: todayIn(actor, input.committeeId).toString() }),
      ),
    );
  }

  @Implement(routes.give)
  give() {
    return endpoint(routes.give).handler(async ({ input, context, errors }) =>
      answer(await this.giveLogins.run(context.actor, input), errors),
    );
  }

  @Implement(routes.reset)
  reset() {
    return endpoint(routes.reset).handler(async ({ input, context, errors }) =>
      answer(await this.keepLogin.reset(context.actor, input), errors),
    );
  }

  @Implement(routes.unlock)
  unlock() {
    return endpoint(routes.unlock).handler(async ({ input, context, errors }) =>
      answer(await this.keepLogin.unlock(context.actor, input), errors),
    );
  }

  @Implement(routes.withdraw)
  withdraw() {
    return endpoint(routes.withdraw).handler(async ({ input, context, errors }) =>
      answer(await this.keepLogin.withdraw(context.actor, input), errors),
    );
  }
}
