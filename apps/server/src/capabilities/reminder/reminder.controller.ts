import { Controller } from '@nestjs/common';
import { Implement } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { Doors } from '../../platform/database/doors.js';
import { endpoint, ownTenants, tenantsOf } from '../account/index.js';
import { listReminders, readInbox } from './reminder-list.query.js';

@Controller()
export class ReminderController {
  constructor(private readonly doors: Doors) {}

  @Implement(contract.reminder.inbox)
  inbox() {
    return endpoint(contract.reminder.inbox).handler(({ context: { actor } }) =>
      this.doors.inTenant(ownTenants(actor), (tx) => readInbox(tx, actor.accountId)),
    );
  }

  @Implement(contract.reminder.sent)
  sent() {
    return endpoint(contract.reminder.sent).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), (tx) => listReminders(tx, input)),
    );
  }
}
