import { Controller } from '@nestjs/common';
import { Implement } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { Doors } from '../../platform/database/doors.js';
import { answer, endpoint, tenantsOf } from '../account/index.js';
import { AddClosing } from './add-closing.js';
import { loadClosings } from './closing-day.query.js';
import { ImportYear } from './import-year.js';
import { ReadYear } from './read-year.js';
import { RemoveClosing } from './remove-closing.js';
import { TakeBackYear } from './take-back-year.js';

const routes = contract.workCalendar;

@Controller()
export class WorkCalendarController {
  constructor(
    private readonly doors: Doors,
    private readonly readYear: ReadYear,
    private readonly importTheYear: ImportYear,
    private readonly takeTheYearBack: TakeBackYear,
    private readonly addTheClosing: AddClosing,
    private readonly removeTheClosing: RemoveClosing,
  ) {}

  @Implement(routes.year)
  year() {
    return endpoint(routes.year).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), (tx) =>
        this.readYear.run(tx, input.committeeId, input.year),
      ),
    );
  }

  @Implement(routes.importYear)
  importYear() {
    return endpoint(routes.importYear).handler(async ({ input, context, errors }) =>
      answer(await this.importTheYear.run(context.actor, input), errors),
    );
  }

  @Implement(routes.takeBackYear)
  takeBackYear() {
    return endpoint(routes.takeBackYear).handler(async ({ input, context, errors }) =>
      answer(await this.takeTheYearBack.run(context.actor, input), errors),
    );
  }

  @Implement(routes.closings)
  closings() {
    return endpoint(routes.closings).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), async (tx) => {
        const closings = await loadClosings(tx, [input.committeeId]);
        return closings.get(input.committeeId) ?? [];
      }),
    );
  }

  @Implement(routes.addClosing)
  addClosing() {
    return endpoint(routes.addClosing).handler(async ({ input, context, errors }) =>
      answer(await this.addTheClosing.run(context.actor, input), errors),
    );
  }

  @Implement(routes.removeClosing)
  removeClosing() {
    return endpoint(routes.removeClosing).handler(async ({ input, context, errors }) =>
      answer(await this.removeTheClosing.run(context.actor, input), errors),
    );
  }
}
