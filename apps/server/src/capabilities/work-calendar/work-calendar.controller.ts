import { Controller } from '@nestjs/common';
import { Implement } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { Doors } from '../../platform/database/doors.js';
import { endpoint, tenantsOf } from '../account/index.js';
import { ReadYear } from './read-year.js';

@Controller()
export class WorkCalendarController {
  constructor(
    private readonly doors: Doors,
    private readonly readYear: ReadYear,
  ) {}

  @Implement(contract.workCalendar.year)
  year() {
    return endpoint(contract.workCalendar.year).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), (tx) =>
        this.readYear.run(tx, input.committeeId, input.year),
      ),
    );
  }
}
