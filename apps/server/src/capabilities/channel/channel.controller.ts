import { Controller } from '@nestjs/common';
import { Implement } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { answer, endpoint } from '../account/index.js';
import { KeepChannelSettings } from './channel-settings.js';
import { KeepMailServer } from './keep-mail-server.js';
import { KeepMyChannels } from './my-channels.js';

const routes = contract.channel;

@Controller()
export class ChannelController {
  constructor(
    private readonly keepMailServer: KeepMailServer,
    private readonly keepSettings: KeepChannelSettings,
    private readonly keepMine: KeepMyChannels,
  ) {}

  @Implement(routes.mailServer)
  mailServer() {
    return endpoint(routes.mailServer).handler(async ({ input, context, errors }) =>
      answer(await this.keepMailServer.read(context.actor, input.committeeId), errors),
    );
  }

  @Implement(routes.saveMailServer)
  saveMailServer() {
    return endpoint(routes.saveMailServer).handler(async ({ input, context, errors }) =>
      answer(await this.keepMailServer.save(context.actor, input.committeeId, input.server), errors),
    );
  }

  @Implement(routes.removeMailServer)
  removeMailServer() {
    return endpoint(routes.removeMailServer).handler(async ({ input, context, errors }) =>
      answer(await this.keepMailServer.remove(context.actor, input.committeeId), errors),
    );
  }

  @Implement(routes.tryMailServer)
  tryMailServer() {
    return endpoint(routes.tryMailServer).handler(async ({ input, context, errors }) =>
      answer(await this.keepMailServer.try(context.actor, input.committeeId, input), errors),
    );
  }

  @Implement(routes.settings)
  settings() {
    return endpoint(routes.settings).handler(({ input, context }) =>
      this.keepSettings.read(context.actor, input.committeeId),
    );
  }

  @Implement(routes.saveSettings)
  saveSettings() {
    return endpoint(routes.saveSettings).handler(async ({ input, context, errors }) =>
      answer(await this.keepSettings.save(context.actor, input.committeeId, input), errors),
    );
  }

  @Implement(routes.mine)
  mine() {
    return endpoint(routes.mine).handler(({ context }) => this.keepMine.read(context.actor));
  }

  @Implement(routes.saveMine)
  saveMine() {
    return endpoint(routes.saveMine).handler(async ({ input, context, errors }) =>
      answer(await this.keepMine.save(context.actor, input), errors),
    );
  }

  @Implement(routes.readStopLink)
  readStopLink() {
    return endpoint(routes.readStopLink).handler(({ input }) => ({ kind: this.keepMine.readStopLink(input.of) }));
  }

  @Implement(routes.stopMail)
  stopMail() {
    return endpoint(routes.stopMail).handler(async ({ input }) => ({ kind: await this.keepMine.stop(input.of) }));
  }
}
