import { Controller } from '@nestjs/common';
import { Implement, ORPCError } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { defaultRuleProfile, lightSchemes, lightsOf } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import { answer, endpoint, tenantsOf } from '../account/index.js';
import { JudgeProfile } from './judge-profile.js';
import { readVersions } from './read-versions.js';
import { listVersions, loadVersions } from './rule-profile.query.js';
import { RuleProfiles } from './rule-profiles.js';
import { WriteRuleProfile } from './write-rule-profile.js';

const routes = contract.ruleProfile;

@Controller()
export class RuleProfileController {
  constructor(
    private readonly doors: Doors,
    private readonly profiles: RuleProfiles,
    private readonly judgeProfile: JudgeProfile,
    private readonly writeRuleProfile: WriteRuleProfile,
  ) {}

  @Implement(routes.list)
  list() {
    return endpoint(routes.list).handler(({ input: { committeeId }, context: { actor } }) =>
      this.doors.inTenant(tenantsOf(actor, committeeId), (tx) => readVersions(tx, committeeId)),
    );
  }

  @Implement(routes.start)
  start() {
    const { version: _, ...profile } = defaultRuleProfile;
    return endpoint(routes.start).handler(() => ({ profile, lightSchemes }));
  }

  @Implement(routes.judge)
  judge() {
    return endpoint(routes.judge).handler(({ input, context: { actor } }) =>
      this.doors.inTenant(tenantsOf(actor, input.committeeId), (tx) => this.judgeProfile.run(tx, input)),
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
