import { Controller } from '@nestjs/common';
import { Implement, ORPCError } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { Doors } from '../../platform/database/doors.js';
import { type Actor, answer, endpoint, tenantsOf, todayIn } from '../account/index.js';
import { AmendPlan } from './amend-plan.js';
import { ClosePlan } from './close-plan.js';
import { CopyPlan } from './copy-plan.js';
import { CreatePlan, plannableYears } from './create-plan.js';
import { EditPlanItem } from './edit-plan-item.js';
import { KeepRehearsal } from './keep-rehearsal.js';
import { PassDownItem } from './pass-down-item.js';
import { listPassedDown } from './passed-down.query.js';
import { listPlans } from './plan.query.js';
import { listRevisions } from './plan-revision.query.js';
import { presentRehearsal } from './present-rehearsal.js';
import { ReadClosing } from './read-closing.js';
import { ReadOpenMatters } from './read-open-matters.js';
import { ReadPlan } from './read-plan.js';
import { ReadPlanDocument } from './read-plan-document.js';
import { ReadWording } from './read-wording.js';
import { RehearsePlan } from './rehearse-plan.js';
import { TakeItems } from './take-items.js';
import { UnderstandCadence } from './understand-cadence.js';

const routes = contract.annualPlan;

@Controller()
export class AnnualPlanController {
  constructor(
    private readonly doors: Doors,
    private readonly createPlan: CreatePlan,
    private readonly copyPlan: CopyPlan,
    private readonly editPlanItem: EditPlanItem,
    private readonly readPlan: ReadPlan,
    private readonly rehearsePlan: RehearsePlan,
    private readonly readOpenMatters: ReadOpenMatters,
    private readonly amendPlan: AmendPlan,
    private readonly closePlan: ClosePlan,
    private readonly readClosing: ReadClosing,
    private readonly keepRehearsalOf: KeepRehearsal,
    private readonly passDownItem: PassDownItem,
    private readonly understand: UnderstandCadence,
    private readonly wording: ReadWording,
    private readonly readPlanDocument: ReadPlanDocument,
    private readonly takeItemsOf: TakeItems,
  ) {}

  @Implement(routes.list)
  list() {
    return endpoint(routes.list).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), (tx) => listPlans(tx, input.committeeId)),
    );
  }

  @Implement(routes.plannableYears)
  plannableYears() {
    return endpoint(routes.plannableYears).handler(({ input: { committeeId }, context: { actor } }) =>
      this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => plannableYears(tx, actor, committeeId)),
    );
  }

  @Implement(routes.create)
  create() {
    return endpoint(routes.create).handler(async ({ input, context, errors }) => {
      const id = answer(await this.createPlan.run(context.actor, input), errors);
      return this.#summary(context.actor, input.committeeId, id);
    });
  }

  @Implement(routes.previewCopy)
  previewCopy() {
    return endpoint(routes.previewCopy).handler(async ({ input, context, errors }) =>
      answer(await this.copyPlan.preview(context.actor, input), errors),
    );
  }

  @Implement(routes.copy)
  copy() {
    return endpoint(routes.copy).handler(async ({ input, context, errors }) => {
      const id = answer(await this.copyPlan.run(context.actor, input), errors);
      return this.#summary(context.actor, input.committeeId, id);
    });
  }

  @Implement(routes.get)
  get() {
    return endpoint(routes.get).handler(({ input, context }) => this.#plan(context.actor, input));
  }

  @Implement(routes.saveItem)
  saveItem() {
    return endpoint(routes.saveItem).handler(async ({ input, context, errors }) => {
      answer(await this.editPlanItem.save(context.actor, input, input.item), errors);
      return this.#plan(context.actor, input);
    });
  }

  @Implement(routes.removeItem)
  removeItem() {
    return endpoint(routes.removeItem).handler(async ({ input, context, errors }) => {
      answer(await this.editPlanItem.remove(context.actor, input, input.itemId), errors);
      return this.#plan(context.actor, input);
    });
  }

  @Implement(routes.readDocument)
  readDocument() {
    return endpoint(routes.readDocument).handler(async ({ input, context, errors }) =>
      answer(await this.readPlanDocument.run(context.actor, input), errors),
    );
  }

  @Implement(routes.takeItems)
  takeItems() {
    return endpoint(routes.takeItems).handler(async ({ input, context, errors }) => {
      const { faults, ...taken } = answer(await this.takeItemsOf.run(context.actor, input), errors);
      return { ...taken, faults: [...faults] };
    });
  }

  @Implement(routes.understandCadence)
  understandCadence() {
    return endpoint(routes.understandCadence).handler(({ input, context, errors }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), async (tx) =>
        answer(await this.understand.run(tx, input), errors),
      ),
    );
  }

  @Implement(routes.readWording)
  readWording() {
    return endpoint(routes.readWording).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), async (tx) => {
        const read = await this.wording.run(tx, input);
        if (read === null) throw new ORPCError('NOT_FOUND');
        return read;
      }),
    );
  }

  @Implement(routes.rehearse)
  rehearse() {
    return endpoint(routes.rehearse).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), async (tx) => {
        const rehearsal = await this.rehearsePlan.run(tx, input.committeeId, input.planId);
        if (rehearsal === null) throw new ORPCError('NOT_FOUND');
        return presentRehearsal(tx, rehearsal);
      }),
    );
  }

  @Implement(routes.openMatters)
  openMatters() {
    return endpoint(routes.openMatters).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), async (tx) => {
        const matters = await this.readOpenMatters.run(tx, input.committeeId, input.planId);
        if (matters === null) throw new ORPCError('NOT_FOUND');
        return matters;
      }),
    );
  }

  @Implement(routes.previewAmendment)
  previewAmendment() {
    return endpoint(routes.previewAmendment).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), async (tx) => {
        const preview = await this.amendPlan.preview(tx, input.committeeId, input.planId);
        if (preview === null) throw new ORPCError('NOT_FOUND');
        return preview;
      }),
    );
  }

  @Implement(routes.revisions)
  revisions() {
    return endpoint(routes.revisions).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), async (tx) => {
        const revisions = await listRevisions(tx, input.committeeId, input.planId);
        if (revisions.length > 0) return revisions;
        const [plan] = await listPlans(tx, input.committeeId, input.planId);
        if (plan === undefined) throw new ORPCError('NOT_FOUND');
        return [];
      }),
    );
  }

  @Implement(routes.closing)
  closing() {
    return endpoint(routes.closing).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), async (tx) => {
        const closing = await this.readClosing.run(tx, context.actor, input);
        if (closing === null) throw new ORPCError('NOT_FOUND');
        return closing;
      }),
    );
  }

  @Implement(routes.close)
  close() {
    return endpoint(routes.close).handler(async ({ input, context, errors }) => {
      const { faults, ...closed } = answer(await this.closePlan.run(context.actor, input), errors);
      return { ...closed, faults: [...faults] };
    });
  }

  @Implement(routes.keepRehearsal)
  keepRehearsal() {
    return endpoint(routes.keepRehearsal).handler(async ({ input, context }) => {
      const difference = await this.keepRehearsalOf.run(context.actor, input);
      if (difference === null) throw new ORPCError('NOT_FOUND');
      return difference;
    });
  }

  @Implement(routes.passDown)
  passDown() {
    return endpoint(routes.passDown).handler(async ({ input, context, errors }) => {
      answer(await this.passDownItem.run(context.actor, input), errors);
      return this.#passedDown(context.actor, input);
    });
  }

  @Implement(routes.passedDown)
  passedDown() {
    return endpoint(routes.passedDown).handler(({ input, context }) => this.#passedDown(context.actor, input));
  }

  @Implement(routes.offers)
  offers() {
    return endpoint(routes.offers).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), (tx) =>
        listPassedDown(tx, { offeredTo: input.committeeId }, todayIn(context.actor, input.committeeId)),
      ),
    );
  }

  /** What became of a plan's items in the committees below, which the caller supervises. */
  #passedDown(actor: Actor, { committeeId, planId }: { committeeId: string; planId: string }) {
    const below = actor.committees.filter((one) => one.parentId === committeeId).map(({ id }) => id);
    return this.doors.inTenant(tenantsOf(actor, committeeId, ...below), async (tx) => {
      const [plan] = await listPlans(tx, committeeId, planId);
      if (plan === undefined) throw new ORPCError('NOT_FOUND');
      return listPassedDown(tx, { sourceCommitteeId: committeeId, planId }, todayIn(actor, committeeId));
    });
  }

  async #summary(actor: Actor, committeeId: string, planId: string) {
    const [plan] = await this.doors.inTenant(tenantsOf(actor, committeeId), (tx) => listPlans(tx, committeeId, planId));
    if (plan === undefined) throw new Error('The plan just made cannot be read.');
    return plan;
  }

  #plan(actor: Actor, { committeeId, planId }: { committeeId: string; planId: string }) {
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      const plan = await this.readPlan.run(tx, actor, committeeId, planId);
      if (plan === null) throw new ORPCError('NOT_FOUND');
      return plan;
    });
  }
}
