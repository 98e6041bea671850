import { Controller } from '@nestjs/common';
import { Implement, ORPCError } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { definitions, graphOf } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import { answer, endpoint, tenantsOf } from '../account/index.js';
import { ActOnCase } from './act-on-case.js';
import { readCase } from './case.query.js';

@Controller()
export class WorkflowController {
  constructor(
    private readonly doors: Doors,
    private readonly actOnCase: ActOnCase,
  ) {}

  @Implement(contract.workflow.definition)
  definition() {
    return endpoint(contract.workflow.definition).handler(({ input }) => graphOf(definitions[input.name]));
  }

  @Implement(contract.workflow.get)
  get() {
    return endpoint(contract.workflow.get).handler(async ({ input, context: { actor } }) => {
      const { committeeId } = input;
      const view = await this.doors.inTenant(tenantsOf(actor, committeeId), (tx) => readCase(tx, input, actor));
      if (view === null) throw new ORPCError('NOT_FOUND');
      return view;
    });
  }

  @Implement(contract.workflow.act)
  act() {
    return endpoint(contract.workflow.act).handler(async ({ input, context, errors }) =>
      answer(await this.actOnCase.run(context.actor, input), errors),
    );
  }
}
