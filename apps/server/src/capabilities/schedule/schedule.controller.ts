import { Controller } from '@nestjs/common';
import { Implement } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { Doors } from '../../platform/database/doors.js';
import { answer, endpoint, tenantsOf } from '../account/index.js';
import { MoveEntry } from './move-entry.js';
import { ReadSchedule } from './read-schedule.js';

const routes = contract.schedule;

@Controller()
export class ScheduleController {
  constructor(
    private readonly doors: Doors,
    private readonly schedule: ReadSchedule,
    private readonly moveEntry: MoveEntry,
  ) {}

  @Implement(routes.read)
  read() {
    return endpoint(routes.read).handler(({ input, context, errors }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), async (tx) =>
        answer(await this.schedule.run(tx, context.actor, input), errors),
      ),
    );
  }

  @Implement(routes.move)
  move() {
    return endpoint(routes.move).handler(async ({ input, context, errors }) =>
      answer(await this.moveEntry.run(context.actor, input), errors),
    );
  }

  @Implement(routes.load)
  load() {
    return endpoint(routes.load).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), (tx) =>
        this.schedule.load(tx, context.actor, input),
      ),
    );
  }
}
