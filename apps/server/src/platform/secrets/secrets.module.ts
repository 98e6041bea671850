import { type DynamicModule, Global, Module } from '@nestjs/common';
import { KEY_FILE, SecretBox } from './secret-box.js';

@Global()
@Module({})
export class SecretsModule {
  static in(keyFile: string): DynamicModule {
    return {
      module: SecretsModule,
      providers: [{ provide: KEY_FILE, useValue: keyFile }, SecretBox],
      exports: [SecretBox],
    };
  }
}
