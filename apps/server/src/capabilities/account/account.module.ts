import { Module } from '@nestjs/common';
import { AccountController } from './account.controller.js';
import { ChangePassword } from './change-password.js';
import { findCallersBy } from './endpoint.js';
import { KeepStandIns } from './keep-stand-ins.js';
import { MemberLinks } from './member-links.js';
import { People } from './people.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { StandInController } from './stand-in.controller.js';

@Module({
  controllers: [AccountController, StandInController],
  providers: [Sessions, MemberLinks, SignIn, ChangePassword, People, KeepStandIns],
  exports: [Sessions, MemberLinks, People],
})
export class AccountModule {
  constructor(sessions: Sessions, memberLinks: MemberLinks) {
    findCallersBy({ sessions, memberLinks });
  }
}
