import { Controller } from '@nestjs/common';
import { Implement } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { dateIn } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import { endpoint, rolesIn, tenantsOf, visibleCommittees } from '../account/index.js';
import { listGroups, listPeople } from './people.query.js';

@Controller()
export class CommitteeController {
  constructor(private readonly doors: Doors) {}

  @Implement(contract.committee.list)
  list() {
    return endpoint(contract.committee.list).handler(({ context: { actor } }) =>
      visibleCommittees(actor).map(({ id, parentId, level, name, zone }) => ({
        id,
        parentId,
        level,
        name,
        myRoles: rolesIn(actor, id),
        today: dateIn(zone, actor.now).toString(),
      })),
    );
  }

  @Implement(contract.committee.people)
  people() {
    return endpoint(contract.committee.people).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), (tx) => listPeople(tx, input.committeeId)),
    );
  }

  @Implement(contract.committee.groups)
  groups() {
    return endpoint(contract.committee.groups).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), (tx) => listGroups(tx, input.committeeId)),
    );
  }
}
