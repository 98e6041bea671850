import { Controller } from '@nestjs/common';
import { Implement } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { Doors } from '../../platform/database/doors.js';
import { answer, endpoint, tenantsOf } from '../account/index.js';
import { presentAnchors, SaveAnchor } from './save-anchor.js';

const routes = contract.anchor;

@Controller()
export class AnchorController {
  constructor(
    private readonly doors: Doors,
    private readonly saveAnchor: SaveAnchor,
  ) {}

  @Implement(routes.list)
  list() {
    return endpoint(routes.list).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), (tx) =>
        presentAnchors(tx, input.committeeId, input.year),
      ),
    );
  }

  @Implement(routes.save)
  save() {
    return endpoint(routes.save).handler(async ({ input, context, errors }) => {
      const moves = answer(await this.saveAnchor.run(context.actor, input), errors);
      const anchors = await this.doors.inTenant(tenantsOf(context.actor, input.committeeId), (tx) =>
        presentAnchors(tx, input.committeeId, input.year),
      );
      return { isMade: !input.isTrial, anchors, moves };
    });
  }
}
