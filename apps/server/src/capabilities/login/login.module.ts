import { Module } from '@nestjs/common';
import { GiveLogins } from './give-logins.js';
import { KeepLogin } from './keep-login.js';
import { LoginController } from './login.controller.js';

@Module({
  controllers: [LoginController],
  providers: [GiveLogins, KeepLogin],
})
export class LoginModule {}
