import { Injectable } from '@nestjs/common';
import { loadInstance, WorkflowEngine } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import { type Actor, actorIn, tenantsOf } from '../account/index.js';
import { isHeldRecord, takeFigureBack } from './year-record.query.js';

/** Takes back something that was recorded of a past year by mistake. It stays on record as taken back. False: there is none such. */
@Injectable()
export class TakeRecordBack {
  constructor(
    private readonly doors: Doors,
    private readonly engine: WorkflowEngine,
  ) {}

  run(actor: Actor, record: { committeeId: string; year: number; recordId: string }): Promise<boolean> {
    const { committeeId, year, recordId: id } = record;
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      if (await takeFigureBack(tx, { committeeId, year, id }, actor.accountId)) return true;
      if (!(await isHeldRecord(tx, { committeeId, year, id }))) return false;
      const instance = await loadInstance(tx, committeeId, id, { forUpdate: true });
      if (instance === null || instance.state === 'withdrawn') return false;
      await this.engine.takeBackEnded(tx, instance, actorIn(actor, committeeId));
      return true;
    });
  }
}
