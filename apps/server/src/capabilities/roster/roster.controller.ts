import { Controller } from '@nestjs/common';
import { Implement } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { writeSheet } from '@xushi/documents';
import { Doors } from '../../platform/database/doors.js';
import { type Actor, answer, endpoint, tenantsOf, todayIn } from '../account/index.js';
import type { AskedOfJoiners } from '../task/index.js';
import { ImportList } from './import-list.js';
import { KeepPerson } from './keep-person.js';
import { KeepUnit } from './keep-unit.js';
import { presentList } from './present-list.js';
import { listChanges, listUnits, loadRosterPerson, pageOfRoster } from './roster.query.js';

const routes = contract.roster;

@Controller()
export class RosterController {
  constructor(
    private readonly doors: Doors,
    private readonly lists: ImportList,
    private readonly keepPerson: KeepPerson,
    private readonly keepUnit: KeepUnit,
  ) {}

  @Implement(routes.people)
  people() {
    return endpoint(routes.people).handler(({ input, context: { actor } }) =>
      this.doors.inTenant(tenantsOf(actor, input.committeeId), (tx) =>
        pageOfRoster(tx, { ...input, today: todayIn(actor, input.committeeId).toString() }),
      ),
    );
  }

  @Implement(routes.addPerson)
  addPerson() {
    return endpoint(routes.addPerson).handler(async ({ input, context, errors }) =>
      this.#kept(context.actor, input.committeeId, answer(await this.keepPerson.add(context.actor, input), errors)),
    );
  }

  @Implement(routes.correctPerson)
  correctPerson() {
    return endpoint(routes.correctPerson).handler(async ({ input, context: { actor }, errors }) =>
      this.#kept(actor, input.committeeId, answer(await this.keepPerson.correct(actor, input), errors)),
    );
  }

  @Implement(routes.endOffice)
  endOffice() {
    return endpoint(routes.endOffice).handler(async ({ input, context, errors }) =>
      answer(await this.keepPerson.end(context.actor, input), errors),
    );
  }

  @Implement(routes.units)
  units() {
    return endpoint(routes.units).handler(({ input, context }) => this.#units(context.actor, input.committeeId));
  }

  @Implement(routes.saveUnit)
  saveUnit() {
    return endpoint(routes.saveUnit).handler(async ({ input, context, errors }) => {
      answer(await this.keepUnit.saveUnit(context.actor, input), errors);
      return this.#units(context.actor, input.committeeId);
    });
  }

  @Implement(routes.saveGroup)
  saveGroup() {
    return endpoint(routes.saveGroup).handler(async ({ input, context, errors }) => {
      answer(await this.keepUnit.saveGroup(context.actor, input), errors);
      return {};
    });
  }

  @Implement(routes.preview)
  preview() {
    return endpoint(routes.preview).handler(async ({ input, context, errors }) =>
      presentList(answer(await this.lists.preview(context.actor, input), errors), input.term?.effectiveOn ?? null),
    );
  }

  @Implement(routes.import)
  import() {
    return endpoint(routes.import).handler(async ({ input, context, errors }) =>
      presentList(answer(await this.lists.run(context.actor, input), errors), input.term?.effectiveOn ?? null),
    );
  }

  @Implement(routes.table)
  table() {
    return endpoint(routes.table).handler(async ({ input }) => {
      const widths = (input.rows[0] ?? []).map((_, column) => (column === 0 ? 60 : 18));
      const bytes = await writeSheet({ name: '花名册', widths, rows: input.rows });
      return { file: Buffer.from(bytes).toString('base64') };
    });
  }

  @Implement(routes.changes)
  changes() {
    return endpoint(routes.changes).handler(({ input, context }) =>
      this.doors.inTenant(tenantsOf(context.actor, input.committeeId), (tx) => listChanges(tx, input.committeeId)),
    );
  }

  #units(actor: Actor, committeeId: string) {
    const today = todayIn(actor, committeeId).toString();
    return this.doors.inTenant(tenantsOf(actor, committeeId), (tx) => listUnits(tx, committeeId, today));
  }

  async #kept(
    actor: Actor,
    committeeId: string,
    { accountId, asked }: { accountId: string; asked: readonly AskedOfJoiners[] },
  ) {
    const found = await this.doors.inTenant(tenantsOf(actor, committeeId), (tx) =>
      loadRosterPerson(tx, committeeId, accountId),
    );
    if (found === null) throw new Error(`Person ${accountId} was written and is not there.`);
    return { ...found, asked: [...asked] };
  }
}
