import { Controller } from '@nestjs/common';
import { Implement, ORPCError } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { Doors } from '../../platform/database/doors.js';
import { type Actor, answer, endpoint, tenantsOf } from '../account/index.js';
import { readCase } from '../workflow/index.js';
import { ReadAttendance } from './read-attendance.js';
import { type CaseAddress, ReadCallSheet } from './read-call-sheet.js';
import { RecordCall } from './record-call.js';
import { RecordPosting } from './record-posting.js';

const routes = contract.callSheet;

@Controller()
export class CallSheetController {
  constructor(
    private readonly doors: Doors,
    private readonly sheet: ReadCallSheet,
    private readonly invited: ReadAttendance,
    private readonly call: RecordCall,
    private readonly posting: RecordPosting,
  ) {}

  @Implement(routes.read)
  read() {
    return endpoint(routes.read).handler(({ input, context }) => this.#sheet(context.actor, input));
  }

  @Implement(routes.attendance)
  attendance() {
    return endpoint(routes.attendance).handler(({ input, context: { actor } }) =>
      this.doors.inTenant(tenantsOf(actor, input.committeeId), async (tx) => {
        if ((await readCase(tx, input, actor)) === null) throw new ORPCError('NOT_FOUND');
        return this.invited.run(tx, actor, input);
      }),
    );
  }

  @Implement(routes.recordCall)
  recordCall() {
    return endpoint(routes.recordCall).handler(async ({ input, context, errors }) => {
      answer(await this.call.run(context.actor, input), errors);
      return this.#sheet(context.actor, input);
    });
  }

  @Implement(routes.recordPosting)
  recordPosting() {
    return endpoint(routes.recordPosting).handler(async ({ input, context }) => {
      answer(await this.posting.run(context.actor, input), {});
      return this.#sheet(context.actor, input);
    });
  }

  #sheet(actor: Actor, address: CaseAddress) {
    return this.doors.inTenant(tenantsOf(actor, address.committeeId), async (tx) => {
      const sheet = await this.sheet.run(tx, actor, address);
      if (sheet === null) throw new ORPCError('NOT_FOUND');
      return sheet;
    });
  }
}
