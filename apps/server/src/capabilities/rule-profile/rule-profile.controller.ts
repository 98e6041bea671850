import { Controller } from '@nestjs/common';
import { Implement } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { lightsOf } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import { endpoint, tenantsOf } from '../account/index.js';
import { RuleProfiles } from './rule-profiles.js';

const routes = contract.ruleProfile;

@Controller()
export class RuleProfileController {
  constructor(
    private readonly doors: Doors,
    private readonly profiles: RuleProfiles,
  ) {}

  @Implement(routes.lights)
  lights() {
    return endpoint(routes.lights).handler(({ input: { committeeId }, context: { actor } }) =>
      this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) =>
        lightsOf((await this.profiles.inForce(tx, committeeId)).profile.lights),
      ),
    );
  }
}
