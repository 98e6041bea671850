import { Module } from '@nestjs/common';
import { AccountModule } from '../account/index.js';
import { ChannelController } from './channel.controller.js';
import { KeepChannelSettings } from './channel-settings.js';
import { KeepMailServer } from './keep-mail-server.js';
import { MailServers } from './mail-servers.js';
import { KeepMyChannels } from './my-channels.js';

@Module({
  imports: [AccountModule],
  controllers: [ChannelController],
  providers: [MailServers, KeepMailServer, KeepChannelSettings, KeepMyChannels],
  exports: [MailServers],
})
export class ChannelModule {}
