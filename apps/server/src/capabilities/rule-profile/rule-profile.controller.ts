import { Controller } from '@nestjs/common';
import { Implement, ORPCError } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { lightsOf } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import { answer, endpoint, tenantsOf } from '../account/index.js';
import { listVersions, loadVersions } from './rule-profile.query.js';
import { RuleProfiles } from './rule-profiles.js';
import { WriteRuleProfile } from './write-rule-profile.js';

const routes = contract.ruleProfile;

@Controller()
export class RuleProfileController {
  constructor(
    private readonly doors: Doors,
    private readonly profiles: RuleProfiles,
    private readonly writeRuleProfile: WriteRuleProfile,
  ) {}

  @Implement(routes.list)
  list() {
    return endpoint(routes.list).handler(({ input: { committeeId }, context: { actor } }) =>
      this.doors.inTenant(tenantsOf(actor, committeeId), (tx) => listVersions(tx, committeeId)),
    );
  }

  @Implement(routes.get)
  get() {
    return endpoint(routes.get).handler(({ input: { committeeId, version }, context: { actor } }) =>
      this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
        const written = (await listVersions(tx, committeeId)).find((one) => one.version === version);
        const profile = (await loadVersions(tx, [committeeId])).get(`${committeeId} ${version}`);
        if (written === undefined || profile === undefined) throw new ORPCError('NOT_FOUND');
        const { version: _, ...rules } = profile;
        return { ...written, profile: rules };
      }),
    );
  }

  @Implement(routes.write)
  write() {
    return endpoint(routes.write).handler(async ({ input, context, errors }) =>
      answer(await this.writeRuleProfile.run(context.actor, input), errors),
    );
  }

  @Implement(routes.lights)
  lights() {
    return endpoint(routes.lights).handler(({ input: { committeeId }, context: { actor } }) =>
      this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) =>
        lightsOf((await this.profiles.inForce(tx, committeeId)).profile.lights),
      ),
    );
  }
}
