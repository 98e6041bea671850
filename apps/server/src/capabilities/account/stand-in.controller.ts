import { Controller } from '@nestjs/common';
import { Implement, ORPCError } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { Doors } from '../../platform/database/doors.js';
import { type Actor, tenantsOf } from './actor.js';
import { answer, endpoint } from './endpoint.js';
import { KeepStandIns } from './keep-stand-ins.js';
import { listStandIns } from './stand-in.query.js';

const routes = contract.standIn;

@Controller()
export class StandInController {
  constructor(
    private readonly doors: Doors,
    private readonly keepStandIns: KeepStandIns,
  ) {}

  @Implement(routes.list)
  list() {
    return endpoint(routes.list).handler(({ input, context }) => this.#list(context.actor, input.committeeId));
  }

  @Implement(routes.add)
  add() {
    return endpoint(routes.add).handler(async ({ input, context, errors }) => {
      answer(await this.keepStandIns.add(context.actor, input), errors);
      return this.#list(context.actor, input.committeeId);
    });
  }

  @Implement(routes.end)
  end() {
    return endpoint(routes.end).handler(async ({ input, context }) => {
      const ended = await this.keepStandIns.end(context.actor, input);
      if (!ended.ok) throw new ORPCError('NOT_FOUND');
      return this.#list(context.actor, input.committeeId);
    });
  }

  #list(actor: Actor, committeeId: string) {
    return this.doors.inTenant(tenantsOf(actor, committeeId), (tx) => listStandIns(tx, committeeId));
  }
}
