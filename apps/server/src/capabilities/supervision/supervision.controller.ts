import { Controller } from '@nestjs/common';
import { Implement, ORPCError } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { Doors } from '../../platform/database/doors.js';
import { answer, endpoint, tenantsOf } from '../account/index.js';
import { readCase } from '../workflow/index.js';
import { IssueSlip } from './issue-slip.js';
import { ReadBoard } from './read-board.js';
import { listSlips } from './slip.query.js';
import { UrgeTasks } from './urge-tasks.js';

@Controller()
export class SupervisionController {
  constructor(
    private readonly doors: Doors,
    private readonly readBoard: ReadBoard,
    private readonly urgeTasks: UrgeTasks,
    private readonly issueSlipCase: IssueSlip,
  ) {}

  @Implement(contract.supervision.board)
  board() {
    return endpoint(contract.supervision.board).handler(({ input, context: { actor } }) => {
      const below = input.below ? actor.committees.filter((one) => one.parentId === input.committeeId) : [];
      const tenants = tenantsOf(actor, input.committeeId, ...below.map((one) => one.id));
      return this.doors.inTenant(tenants, (tx) => this.readBoard.run(tx, input.committeeId));
    });
  }

  @Implement(contract.supervision.slips)
  slips() {
    return endpoint(contract.supervision.slips).handler(({ input, context: { actor } }) =>
      this.doors.inTenant(tenantsOf(actor, input.committeeId), (tx) => listSlips(tx, input.committeeId, input.year)),
    );
  }

  @Implement(contract.supervision.issueSlip)
  issueSlip() {
    return endpoint(contract.supervision.issueSlip).handler(async ({ input, context: { actor }, errors }) => {
      const instanceId = answer(await this.issueSlipCase.run(actor, input), errors);
      const { committeeId } = input;
      const view = await this.doors.inTenant(tenantsOf(actor, committeeId), (tx) =>
        readCase(tx, { committeeId, instanceId }, actor),
      );
      if (view === null) throw new ORPCError('NOT_FOUND');
      return view;
    });
  }

  @Implement(contract.supervision.urge)
  urge() {
    return endpoint(contract.supervision.urge).handler(async ({ input, context, errors }) =>
      answer(await this.urgeTasks.run(context.actor, input), errors),
    );
  }
}
