import { Module } from '@nestjs/common';
import { AccountController } from './account.controller.js';
import { ChangePassword } from './change-password.js';
import { useSessions } from './endpoint.js';
import { KeepStandIns } from './keep-stand-ins.js';
import { People } from './people.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { StandInController } from './stand-in.controller.js';

@Module({
  controllers: [AccountController, StandInController],
  providers: [Sessions, SignIn, ChangePassword, People, KeepStandIns],
  exports: [Sessions, People],
})
export class AccountModule {
  constructor(sessions: Sessions) {
    useSessions(sessions);
  }
}
