import { Injectable } from '@nestjs/common';
import type { PlanItem } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { PlanRow } from './plan.row.js';
import { PlanItemRow } from './plan-item.row.js';

/** Plans and their items. */
@Injectable()
export class PlanRepository {
  find(tx: Tx, committeeId: string, planId: string): Promise<PlanRow | null> {
    return tx.manager.findOneBy(PlanRow, { committeeId, id: planId });
  }

  /** Locks the plan until the transaction ends, so that two editors take turns. */
  findLocked(tx: Tx, committeeId: string, planId: string): Promise<PlanRow | null> {
    return tx.manager.findOne(PlanRow, { where: { committeeId, id: planId }, lock: { mode: 'pessimistic_write' } });
  }

  findByInstance(tx: Tx, committeeId: string, instanceId: string): Promise<PlanRow | null> {
    return tx.manager.findOneBy(PlanRow, { committeeId, instanceId });
  }

  items(tx: Tx, committeeId: string, planId: string): Promise<PlanItemRow[]> {
    return tx.manager.find(PlanItemRow, { where: { committeeId, planId }, order: { position: 'ASC' } });
  }

  async hasGroup(tx: Tx, committeeId: string, groupId: string): Promise<boolean> {
    const rows = await tx.query('select from member_group where committee_id = $1 and id = $2', [committeeId, groupId]);
    return rows.length > 0;
  }

  async add(tx: Tx, plan: PlanRow): Promise<void> {
    await tx.manager.insert(PlanRow, plan);
  }

  async saveItem(tx: Tx, item: PlanItemRow): Promise<void> {
    await tx.manager.save(PlanItemRow, item);
  }

  async removeItem(tx: Tx, committeeId: string, planId: string, itemId: string): Promise<void> {
    await tx.manager.delete(PlanItemRow, { committeeId, planId, id: itemId });
  }

  /** Counts the plan's lock version up: whoever still shows the old one is told before overwriting. */
  async touch(tx: Tx, plan: PlanRow): Promise<void> {
    await tx.manager.update(
      PlanRow,
      { committeeId: plan.committeeId, id: plan.id },
      { lockVersion: plan.lockVersion + 1 },
    );
  }
}

/** A row as the domain's plan item. */
export function planItemOf(row: PlanItemRow): PlanItem {
  const { committeeId: _committee, planId: _plan, position: _position, sourceText: _source, ...item } = row;
  return item;
}
