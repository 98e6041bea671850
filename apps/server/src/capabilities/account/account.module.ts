import { Module } from '@nestjs/common';
import { AccountController } from './account.controller.js';
import { ChangePassword } from './change-password.js';
import { useSessions } from './endpoint.js';
import { People } from './people.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

@Module({
  controllers: [AccountController],
  providers: [Sessions, SignIn, ChangePassword, People],
  exports: [Sessions, People],
})
export class AccountModule {
  constructor(sessions: Sessions) {
    useSessions(sessions);
  }
}
