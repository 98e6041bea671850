import { Module } from '@nestjs/common';
import { AccountModule } from '../account/index.js';
import { CommitteeController } from './committee.controller.js';
import { Committees } from './committees.js';
import { CreateAdministrator } from './create-administrator.js';
import { FindAdministrator } from './find-administrator.js';
import { SetUpController } from './set-up.controller.js';
import { SetUp } from './set-up.js';

@Module({
  imports: [AccountModule],
  controllers: [CommitteeController, SetUpController],
  providers: [Committees, SetUp, CreateAdministrator, FindAdministrator],
  exports: [Committees],
})
export class CommitteeModule {}
