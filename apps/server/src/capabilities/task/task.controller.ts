import { Controller } from '@nestjs/common';
import { Implement, ORPCError } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { Doors } from '../../platform/database/doors.js';
import { type Actor, answer, endpoint, loadRoster, ownTenants, tenantsOf, todayIn } from '../account/index.js';
import { readCase } from '../workflow/index.js';
import { ConfirmNotDone } from './confirm-not-done.js';
import { EnterDuty } from './enter-duty.js';
import { listHandOvers, listHeld } from './hand-over.query.js';
import { HoldTask } from './hold-task.js';
import { listLeftBehind } from './left-behind.query.js';
import { ListStoodFor } from './list-stood-for.js';
import { ListTasks } from './list-tasks.js';
import { PrepareHandOver } from './prepare-hand-over.js';
import { ReadTask } from './read-task.js';
import { RecordContribution } from './record-contribution.js';
import { RequestLeave } from './request-leave.js';

const routes = contract.task;

@Controller()
export class TaskController {
  constructor(
    private readonly doors: Doors,
    private readonly listTasks: ListTasks,
    private readonly listStoodFor: ListStoodFor,
    private readonly readTask: ReadTask,
    private readonly recordContribution: RecordContribution,
    private readonly confirmNotDoneCase: ConfirmNotDone,
    private readonly holdTask: HoldTask,
    private readonly enterDutyCase: EnterDuty,
    private readonly requestLeaveCase: RequestLeave,
    private readonly handOver: PrepareHandOver,
  ) {}

  @Implement(routes.mine)
  mine() {
    return endpoint(routes.mine).handler(({ input, context: { actor } }) =>
      this.doors.inTenant(ownTenants(actor), (tx) => this.listTasks.mine(tx, actor, input.status)),
    );
  }

  @Implement(routes.stoodFor)
  stoodFor() {
    return endpoint(routes.stoodFor).handler(({ context: { actor } }) =>
      this.doors.inTenant(ownTenants(actor), (tx) => this.listStoodFor.run(tx, actor)),
    );
  }

  @Implement(routes.list)
  list() {
    return endpoint(routes.list).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), (tx) => this.listTasks.page(tx, input)),
    );
  }

  @Implement(routes.leftBehind)
  leftBehind() {
    return endpoint(routes.leftBehind).handler(({ input: { committeeId }, context: { actor } }) =>
      this.doors.inTenant(tenantsOf(actor, committeeId), (tx) =>
        listLeftBehind(tx, committeeId, todayIn(actor, committeeId)),
      ),
    );
  }

  @Implement(routes.get)
  get() {
    return endpoint(routes.get).handler(({ input, context }) => this.#task(context.actor, input));
  }

  @Implement(routes.enterDuty)
  enterDuty() {
    return endpoint(routes.enterDuty).handler(async ({ input, context, errors }) => {
      const taskId = answer(await this.enterDutyCase.run(context.actor, input), errors);
      return this.#task(context.actor, { committeeId: input.committeeId, taskId });
    });
  }

  @Implement(routes.requestLeave)
  requestLeave() {
    return endpoint(routes.requestLeave).handler(async ({ input, context: { actor }, errors }) => {
      const instanceId = answer(await this.requestLeaveCase.run(actor, input), errors);
      return this.#case(actor, input.committeeId, instanceId);
    });
  }

  @Implement(routes.held)
  held() {
    return endpoint(routes.held).handler(({ input: { committeeId, accountId }, context: { actor } }) =>
      this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
        const offices = (await loadRoster(tx, [committeeId], { roles: [], accountIds: [accountId] })).get(committeeId);
        const [held] = await listHeld(tx, committeeId, [accountId]);
        if (held === undefined || offices?.some((one) => one.accountId === accountId) !== true) {
          throw new ORPCError('NOT_FOUND');
        }
        return held;
      }),
    );
  }

  @Implement(routes.previewHandOver)
  previewHandOver() {
    return endpoint(routes.previewHandOver).handler(async ({ input, context: { actor }, errors }) =>
      answer(await this.handOver.preview(actor, input), errors),
    );
  }

  @Implement(routes.prepareHandOver)
  prepareHandOver() {
    return endpoint(routes.prepareHandOver).handler(async ({ input, context: { actor }, errors }) => {
      const instanceId = answer(await this.handOver.run(actor, input), errors);
      return this.#case(actor, input.committeeId, instanceId);
    });
  }

  @Implement(routes.handOvers)
  handOvers() {
    return endpoint(routes.handOvers).handler(({ input: { committeeId }, context: { actor } }) =>
      this.doors.inTenant(tenantsOf(actor, committeeId), (tx) => listHandOvers(tx, committeeId)),
    );
  }

  @Implement(routes.contribute)
  contribute() {
    return endpoint(routes.contribute).handler(async ({ input, context, errors }) => {
      answer(await this.recordContribution.run(context.actor, input), errors);
      return this.#task(context.actor, input);
    });
  }

  @Implement(routes.confirmNotDone)
  confirmNotDone() {
    return endpoint(routes.confirmNotDone).handler(async ({ input, context, errors }) => {
      answer(await this.confirmNotDoneCase.run(context.actor, input), errors);
      return this.#task(context.actor, input);
    });
  }

  @Implement(routes.hold)
  hold() {
    return endpoint(routes.hold).handler(async ({ input, context, errors }) => {
      answer(await this.holdTask.hold(context.actor, input, input.reason), errors);
      return this.#task(context.actor, input);
    });
  }

  @Implement(routes.release)
  release() {
    return endpoint(routes.release).handler(async ({ input, context, errors }) => {
      answer(await this.holdTask.release(context.actor, input), errors);
      return this.#task(context.actor, input);
    });
  }

  #case(actor: Actor, committeeId: string, instanceId: string) {
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      const view = await readCase(tx, { committeeId, instanceId }, actor);
      if (view === null) throw new ORPCError('NOT_FOUND');
      return view;
    });
  }

  #task(actor: Actor, { committeeId, taskId }: { committeeId: string; taskId: string }) {
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      const task = await this.readTask.run(tx, actor, committeeId, taskId);
      if (task === null) throw new ORPCError('NOT_FOUND');
      return task;
    });
  }
}
