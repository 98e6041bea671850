import { Controller } from '@nestjs/common';
import { Implement } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { CommitteeRules } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import { answer, endpoint, tenantsOf, todayIn } from '../account/index.js';
import { readContacts } from './contact.query.js';
import { IssueSlips } from './issue-slips.js';
import { ReadBoard } from './read-board.js';
import { SharedReadings } from './shared-readings.js';
import { listSlips, nextSlipNumber } from './slip.query.js';
import { UrgeTasks } from './urge-tasks.js';

@Controller()
export class SupervisionController {
  readonly #boards = new SharedReadings<Awaited<ReturnType<ReadBoard['run']>>>();

  constructor(
    private readonly doors: Doors,
    private readonly rules: CommitteeRules,
    private readonly readBoard: ReadBoard,
    private readonly urgeTasks: UrgeTasks,
    private readonly issueSlipCases: IssueSlips,
  ) {}

  @Implement(contract.supervision.board)
  board() {
    return endpoint(contract.supervision.board).handler(({ input, context: { actor } }) => {
      const below = input.below ? actor.committees.filter((one) => one.parentId === input.committeeId) : [];
      const tenants = tenantsOf(actor, input.committeeId, ...below.map((one) => one.id));
      // A board is the same for all who may see these committees, and is looked at by many every half minute.
      return this.#boards.ask(JSON.stringify([[...tenants], input]), () =>
        this.doors.inTenant(tenants, (tx) => this.readBoard.run(tx, input.committeeId, input)),
      );
    });
  }

  @Implement(contract.supervision.slips)
  slips() {
    return endpoint(contract.supervision.slips).handler(({ input: { committeeId, year }, context: { actor } }) =>
      this.doors.inTenant(tenantsOf(actor, committeeId), (tx) =>
        listSlips(tx, { committeeId, year, today: todayIn(actor, committeeId).toString() }),
      ),
    );
  }

  @Implement(contract.supervision.nextSlip)
  nextSlip() {
    return endpoint(contract.supervision.nextSlip).handler(({ input: { committeeId }, context: { actor } }) => {
      const today = todayIn(actor, committeeId);
      return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => ({
        year: today.year,
        number: await nextSlipNumber(tx, committeeId, today.year),
        issuedOn: today.toString(),
      }));
    });
  }

  @Implement(contract.supervision.issueSlips)
  issueSlips() {
    return endpoint(contract.supervision.issueSlips).handler(async ({ input, context, errors }) =>
      answer(await this.issueSlipCases.run(context.actor, input), errors),
    );
  }

  @Implement(contract.supervision.contacts)
  contacts() {
    return endpoint(contract.supervision.contacts).handler(({ input, context: { actor } }) =>
      this.doors.inTenant(tenantsOf(actor, input.committeeId), (tx) => readContacts(tx, this.rules, input)),
    );
  }

  @Implement(contract.supervision.urge)
  urge() {
    return endpoint(contract.supervision.urge).handler(async ({ input, context, errors }) =>
      answer(await this.urgeTasks.run(context.actor, input), errors),
    );
  }
}
