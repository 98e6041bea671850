import { Module } from '@nestjs/common';
import { AmendPlan } from './amend-plan.js';
import { AnnualPlanController } from './annual-plan.controller.js';
import { ClosePlan } from './close-plan.js';
import { CopyPlan } from './copy-plan.js';
import { CreatePlan } from './create-plan.js';
import { EditPlanItem } from './edit-plan-item.js';
import { KeepRehearsal } from './keep-rehearsal.js';
import { MoveRun } from './move-run.js';
import { PassDownItem } from './pass-down-item.js';
import { PlanRepository } from './plan.repository.js';
import { PlanPaperController } from './plan-paper.controller.js';
import { PublishPlan } from './publish-plan.js';
import { ReadClosing } from './read-closing.js';
import { ReadOpenMatters } from './read-open-matters.js';
import { ReadPlan } from './read-plan.js';
import { ReadPlanDocument } from './read-plan-document.js';
import { ReadPlanPaper } from './read-plan-paper.js';
import { ReadWording } from './read-wording.js';
import { RedatePlan } from './redate-plan.js';
import { RedatePlans } from './redate-plans.js';
import { RehearsePlan } from './rehearse-plan.js';
import { TakeItems } from './take-items.js';
import { TakePassedDown } from './take-passed-down.js';
import { UnderstandCadence } from './understand-cadence.js';

@Module({
  controllers: [AnnualPlanController, PlanPaperController],
  providers: [
    PlanRepository,
    CreatePlan,
    CopyPlan,
    ReadWording,
    ReadPlanDocument,
    TakeItems,
    UnderstandCadence,
    EditPlanItem,
    PublishPlan,
    AmendPlan,
    ClosePlan,
    ReadClosing,
    RedatePlan,
    RedatePlans,
    KeepRehearsal,
    MoveRun,
    PassDownItem,
    TakePassedDown,
    ReadOpenMatters,
    ReadPlan,
    ReadPlanPaper,
    RehearsePlan,
  ],
  exports: [CreatePlan, EditPlanItem, MoveRun, RehearsePlan],
})
export class AnnualPlanModule {}
