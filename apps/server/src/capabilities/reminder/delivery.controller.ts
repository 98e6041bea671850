import { Controller } from '@nestjs/common';
import { Implement } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { Doors } from '../../platform/database/doors.js';
import { answer, endpoint, tenantsOf } from '../account/index.js';
import { loadMailServer } from '../channel/index.js';
import { listOutside, readMailHealth, readOutside } from './delivery-list.query.js';
import { SendAgain } from './send-again.js';

const routes = contract.delivery;

@Controller()
export class DeliveryController {
  constructor(
    private readonly doors: Doors,
    private readonly sendThemAgain: SendAgain,
  ) {}

  @Implement(routes.list)
  list() {
    return endpoint(routes.list).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), (tx) => listOutside(tx, input)),
    );
  }

  @Implement(routes.get)
  get() {
    return endpoint(routes.get).handler(async ({ input, context, errors }) => {
      const found = await this.doors.inTenant(tenantsOf(context.actor, input.committeeId), (tx) =>
        readOutside(tx, input.committeeId, input.messageId),
      );
      if (found === null) throw errors.NOT_FOUND();
      return found;
    });
  }

  @Implement(routes.sendAgain)
  sendAgain() {
    return endpoint(routes.sendAgain).handler(async ({ input, context, errors }) =>
      answer(await this.sendThemAgain.run(context.actor, input), errors),
    );
  }

  @Implement(contract.channel.health)
  health() {
    return endpoint(contract.channel.health).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), async (tx) => [
        {
          channel: 'mail' as const,
          isSetUp: (await loadMailServer(tx)) !== null,
          ...(await readMailHealth(tx, input.committeeId)),
        },
      ]),
    );
  }
}
