import { type DynamicModule, Global, Module } from '@nestjs/common';
import { MailTransport } from './mail-transport.js';

@Global()
@Module({})
export class MailModule {
  /** Mails leave through a transport; simulations bring one that speaks to nobody. */
  static through(transport: MailTransport): DynamicModule {
    return {
      module: MailModule,
      providers: [{ provide: MailTransport, useValue: transport }],
      exports: [MailTransport],
    };
  }
}
