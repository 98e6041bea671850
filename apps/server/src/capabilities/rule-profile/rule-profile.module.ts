import { Global, Module } from '@nestjs/common';
import { CommitteeRules } from '../../engine/index.js';
import { WorkCalendarModule } from '../work-calendar/index.js';
import { JudgeProfile } from './judge-profile.js';
import { RuleProfileController } from './rule-profile.controller.js';
import { RuleProfiles } from './rule-profiles.js';
import { WriteRuleProfile } from './write-rule-profile.js';

/** Global, because the engine asks it for rules without knowing it. */
@Global()
@Module({
  imports: [WorkCalendarModule],
  controllers: [RuleProfileController],
  providers: [RuleProfiles, JudgeProfile, WriteRuleProfile, { provide: CommitteeRules, useExisting: RuleProfiles }],
  exports: [RuleProfiles, CommitteeRules],
})
export class RuleProfileModule {}
