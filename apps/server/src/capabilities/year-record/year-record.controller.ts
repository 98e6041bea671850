import { Controller } from '@nestjs/common';
import { Implement, ORPCError } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { Doors } from '../../platform/database/doors.js';
import { type Actor, answer, endpoint, tenantsOf } from '../account/index.js';
import { ConfirmFindings } from './confirm-findings.js';
import { ReadFindings } from './read-findings.js';
import { TakeRecordBack } from './take-record-back.js';
import { listFigures, listHeld } from './year-record.query.js';

const routes = contract.yearRecord;

@Controller()
export class YearRecordController {
  constructor(
    private readonly doors: Doors,
    private readonly readFindings: ReadFindings,
    private readonly confirmFindings: ConfirmFindings,
    private readonly takeRecordBack: TakeRecordBack,
  ) {}

  @Implement(routes.read)
  read() {
    return endpoint(routes.read).handler(async ({ input, context, errors }) => ({
      findings: answer(await this.readFindings.run(context.actor, input), errors),
    }));
  }

  @Implement(routes.confirm)
  confirm() {
    return endpoint(routes.confirm).handler(async ({ input, context, errors }) => {
      answer(await this.confirmFindings.run(context.actor, input), errors);
      return this.#records(context.actor, input);
    });
  }

  @Implement(routes.list)
  list() {
    return endpoint(routes.list).handler(({ input, context }) => this.#records(context.actor, input));
  }

  @Implement(routes.takeBack)
  takeBack() {
    return endpoint(routes.takeBack).handler(async ({ input, context }) => {
      if (!(await this.takeRecordBack.run(context.actor, input))) throw new ORPCError('NOT_FOUND');
      return this.#records(context.actor, input);
    });
  }

  #records(actor: Actor, { committeeId, year }: { committeeId: string; year: number }) {
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => ({
      held: (await listHeld(tx, committeeId, year)).map(presented),
      figures: (await listFigures(tx, committeeId, year)).map(presented),
    }));
  }
}

const presented = <One extends { readonly confirmedAt: Temporal.Instant }>(record: One) => ({
  ...record,
  confirmedAt: record.confirmedAt.toString(),
});
